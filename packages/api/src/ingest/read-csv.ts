import { type ColumnIndex, checkHeader } from './check-header.js';
import { type DecodedBlock, decodeLines, type InvalidByte } from './decode-lines.js';
import { detectDelimiter, refuseWrongDelimiter } from './detect-delimiter.js';
import { detectEncoding } from './detect-encoding.js';
import { ImportError } from './import-error.js';
import { openFile } from './open-file.js';
import { type CsvRecord, CsvTokenizer, UnterminatedQuote } from './tokenize-csv.js';

/** The `file` section of a mapping, defaults filled in. */
export interface FileFormat {
  readonly delimiter?: string | undefined;
  readonly encoding?: string | undefined;
  readonly quote: string;
  /** Lines before the header (a title, a date of export). */
  readonly skipLines: number;
  /** Names of the columns of a file without a header. */
  readonly columns?: readonly string[] | undefined;
}

export interface CsvRow extends CsvRecord {
  /** The first byte of the row that is not valid in the file's encoding. */
  readonly invalid?: (InvalidByte & { readonly line: number; readonly encoding: string }) | undefined;
}

export interface CsvFile {
  readonly header: readonly string[];
  readonly columns: ColumnIndex;
  readonly delimiter: string;
  /** Bytes of the whole file; 0 where unknown. */
  readonly size: number;
  /** Rows by pieces of the file, with the bytes read when the piece ends. Errors: `ImportError`. */
  readonly pieces: AsyncIterable<{ readonly rows: readonly CsvRow[]; readonly bytes: number }>;
  close(): Promise<void>;
}

const CHUNK_BYTES = 256 * 1024;
const SAMPLE_BYTES = 64 * 1024;

/**
 * Opens a CSV file, settles its encoding and delimiter and checks its header, before any row is read.
 * Throws `ImportError` for everything that makes the file unreadable; see docs/import.md for the codes.
 */
export async function readCsv(file: string, format: FileFormat, wanted: readonly string[]): Promise<CsvFile> {
  const { handle, size } = await openFile(file);
  const bytes = handle.createReadStream({ highWaterMark: CHUNK_BYTES });
  const close = async () => {
    bytes.destroy();
    await handle.close().catch(() => undefined);
  };
  try {
    const { sample, chunks } = await sampled(bytes);
    if (sample.length === 0) throw new ImportError('the file is empty', { code: 'EMPTY_FILE', file });
    const encoding = detectEncoding(sample, format.encoding, file);
    const blocks = decodeLines(chunks, encoding, file);
    const first = (await blocks.next()).value as DecodedBlock | undefined;
    const opened = startOf(first?.text ?? '', format, wanted, file);
    const records = recordsOf(first, blocks, opened, format.quote, file, encoding.name);
    const { header, rest } = await headerOf(records, format, file);
    const columns = checkHeader(header, wanted, { file, line: opened.line });
    return { header, columns, delimiter: opened.delimiter, size, pieces: rest, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The first bytes to look at, and a stream that gives them again. */
async function sampled(bytes: AsyncIterable<Buffer>) {
  const source = bytes[Symbol.asyncIterator]();
  const held: Buffer[] = [];
  let length = 0;
  while (length < SAMPLE_BYTES) {
    const next = await source.next();
    if (next.done === true) break;
    held.push(next.value);
    length += next.value.length;
  }
  async function* chunks(): AsyncGenerator<Buffer> {
    yield* held.splice(0);
    for (let next = await source.next(); next.done !== true; next = await source.next()) yield next.value;
  }
  return { sample: Buffer.concat(held), chunks: chunks() };
}

interface Opened {
  readonly delimiter: string;
  readonly lineEnd: '\n' | '\r';
  /** Physical line of the header, or of the first row where there is none. */
  readonly line: number;
  /** Where that line begins in the first block. */
  readonly offset: number;
}

/** Skips what comes before the header (`skipLines`, Excel's `sep=;`, empty lines) and settles the delimiter. */
function startOf(text: string, format: FileFormat, wanted: readonly string[], file: string): Opened {
  const lineEnd = !text.includes('\n') && text.includes('\r') ? '\r' : '\n';
  let given = format.delimiter;
  let offset = 0;
  for (let line = 1; offset < text.length; line += 1) {
    const end = text.indexOf(lineEnd, offset);
    const next = end < 0 ? text.length : end + 1;
    const content = text.slice(offset, next).replace(/[\r\n]+$/, '');
    const separator = /^sep=(.)$/i.exec(content);
    if (line > format.skipLines && content.trim() !== '' && separator === null) {
      const header = { text: content, line, quote: format.quote };
      const delimiter = given ?? detectDelimiter(header, format.columns ?? wanted);
      refuseWrongDelimiter(header, delimiter, file);
      return { delimiter, lineEnd, line, offset };
    }
    given ??= separator?.[1];
    offset = next;
  }
  throw new ImportError('the file has no header: it is empty', { code: 'EMPTY_FILE', file });
}

async function* recordsOf(
  first: DecodedBlock | undefined,
  others: AsyncIterable<DecodedBlock>,
  { delimiter, lineEnd, line, offset }: Opened,
  quote: string,
  file: string,
  encoding: string,
) {
  const tokenizer = new CsvTokenizer({ delimiter, quote, lineEnd }, line);
  const invalid = new Map<number, InvalidByte>();
  const take = (block: DecodedBlock, text: string) => {
    for (const [at, byte] of block.invalid) invalid.set(at, byte);
    return { rows: withInvalid(tokenizer.push(text), invalid, encoding), bytes: block.bytes };
  };
  try {
    if (first !== undefined) yield take(first, first.text.slice(offset));
    let bytes = first?.bytes ?? 0;
    for await (const block of others) {
      yield take(block, block.text);
      bytes = block.bytes;
    }
    yield { rows: withInvalid(tokenizer.end(), invalid, encoding), bytes };
  } catch (error) {
    if (!(error instanceof UnterminatedQuote)) throw error;
    throw new ImportError(error.message, { code: 'UNTERMINATED_QUOTE', file, line: error.line });
  }
}

function withInvalid(records: readonly CsvRecord[], invalid: Map<number, InvalidByte>, encoding: string): CsvRow[] {
  if (invalid.size === 0) return records as CsvRow[];
  return records.map((record) => {
    let found: CsvRow['invalid'];
    for (let line = record.line; line <= record.endLine; line += 1) {
      const byte = invalid.get(line);
      if (byte !== undefined) found ??= { ...byte, line, encoding };
      invalid.delete(line);
    }
    return { ...record, invalid: found };
  });
}

type Pieces = AsyncGenerator<{ rows: CsvRow[]; bytes: number }>;

async function headerOf(pieces: Pieces, format: FileFormat, file: string) {
  const early: { rows: CsvRow[]; bytes: number }[] = [];
  let first: CsvRow | undefined;
  while (first === undefined) {
    const next = await pieces.next();
    if (next.done === true) break;
    early.push(next.value);
    first = next.value.rows[0];
  }
  if (first === undefined) throw new ImportError('the file has no header', { code: 'EMPTY_FILE', file });
  if (format.columns === undefined) {
    early.at(-1)!.rows.shift();
    if (first.invalid !== undefined) throw undecodableHeader(first.invalid, file);
  }
  async function* rest(): Pieces {
    yield* early.splice(0);
    yield* pieces;
  }
  return { header: format.columns ?? first.fields.map((name) => name.trim()), rest: rest() };
}

function undecodableHeader(invalid: NonNullable<CsvRow['invalid']>, file: string): ImportError {
  return new ImportError(`the header ${invalidText(invalid)}`, { code: 'INVALID_ENCODING', file, line: invalid.line });
}

/** `has a byte 0xE3 at offset 345 that is not valid utf-8; …` */
export function invalidText({ byte, offset, encoding }: NonNullable<CsvRow['invalid']>): string {
  const remedy =
    encoding === 'utf-8'
      ? 'if the whole file is in another encoding, set it, for example file.encoding: windows-1252 (Latin-1)'
      : 'check file.encoding';
  const hex = byte.toString(16).toUpperCase().padStart(2, '0');
  return `has a byte 0x${hex} at offset ${offset} of the file that is not valid ${encoding}; ${remedy}`;
}
