import { ImportError } from './import-error.js';

export interface Encoding {
  /** A WHATWG label, lower case: `utf-8`, `windows-1252`, `utf-16le`… */
  readonly name: string;
  /** Bytes of the byte order mark, which are no part of the text. */
  readonly markBytes: number;
}

const MARKS: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

const OTHER_FILES: readonly (readonly [readonly number[], string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'an Excel workbook or another zip archive; save the sheet as CSV UTF-8'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Excel workbook; save the sheet as CSV UTF-8'],
  [[0x1f, 0x8b], 'compressed with gzip; unpack it first'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF'],
];

/**
 * The encoding of a file by its first bytes: a byte order mark decides, else what the mapping says, else UTF-8.
 * Throws `ImportError` NOT_A_TEXT_FILE for anything that is not text in it.
 */
export function detectEncoding(sample: Uint8Array, wanted: string | undefined, file: string): Encoding {
  const other = OTHER_FILES.find(([magic]) => startsWith(sample, magic));
  if (other !== undefined) throw notText(`this is ${other[1]}`, file);

  const mark = MARKS.find(([, bytes]) => startsWith(sample, bytes));
  if (mark !== undefined) return { name: mark[0], markBytes: mark[1].length };

  const name = canonicalEncoding(wanted ?? 'utf-8') ?? 'utf-8';
  if (!name.startsWith('utf-16')) refuseZeroBytes(sample, file);
  return { name, markBytes: 0 };
}

/** `latin1` is `windows-1252`, `UTF8` is `utf-8`; undefined for a name that is no encoding. */
export function canonicalEncoding(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

function startsWith(bytes: Uint8Array, beginning: readonly number[]): boolean {
  return beginning.every((byte, index) => bytes[index] === byte);
}

/** Latin letters in UTF-16 have a zero for every other byte: which one tells the byte order. */
function refuseZeroBytes(sample: Uint8Array, file: string): void {
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2]! += 1;
  const [even = 0, odd = 0] = zeros;
  if (even + odd === 0) return;
  if (Math.max(even, odd) > sample.length / 4) {
    const likely = odd > even ? 'utf-16le' : 'utf-16be';
    throw notText(`this looks like ${likely} without a byte order mark; set file.encoding: ${likely}`, file);
  }
  throw notText(`this is not a text file (byte ${sample.indexOf(0)} is zero)`, file);
}

function notText(reason: string, file: string): ImportError {
  return new ImportError(reason, { code: 'NOT_A_TEXT_FILE', file });
}
