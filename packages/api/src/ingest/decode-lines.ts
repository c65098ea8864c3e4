import { isUtf8 } from 'node:buffer';
import type { Encoding } from './detect-encoding.js';
import { ImportError } from './import-error.js';

/** Whole physical lines of a file. */
export interface DecodedBlock {
  readonly text: string;
  /** Lines that are not valid in the encoding, with the byte offset in the file of the first wrong byte. */
  readonly invalid: ReadonlyMap<number, InvalidByte>;
  /** Bytes of the file read so far. */
  readonly bytes: number;
}

export interface InvalidByte {
  readonly offset: number;
  readonly byte: number;
}

/** A line longer than this is no line of a CSV. */
const LONGEST_LINE = 4 * 1024 * 1024;
const NOTHING_INVALID: ReadonlyMap<number, InvalidByte> = new Map();
const LF = 0x0a;
const CR = 0x0d;

/**
 * Decodes a stream of bytes by whole lines, so that a wrong byte is known by its line and its row can be refused
 * alone; a wrong encoding never passes silently. Memory: one chunk and one line.
 * Throws `ImportError` LINE_TOO_LONG.
 */
export async function* decodeLines(
  chunks: AsyncIterable<Buffer>,
  encoding: Encoding,
  file: string,
): AsyncGenerator<DecodedBlock> {
  const wide = encoding.name.startsWith('utf-16');
  let pending: Buffer = Buffer.alloc(0);
  let line = 1;
  let offset = 0;
  let lineEnd: number | undefined;
  let first = true;

  const decode = (bytes: Buffer): DecodedBlock => {
    const start = offset;
    offset += bytes.length;
    const body = first ? bytes.subarray(encoding.markBytes) : bytes;
    const bodyStart = first ? start + encoding.markBytes : start;
    first = false;
    const whole = decodeStrictly(body, encoding.name);
    if (whole !== undefined) {
      line += occurrences(whole, lineEnd === CR ? '\r' : '\n');
      return { text: whole, invalid: NOTHING_INVALID, bytes: offset };
    }
    const block = decodeByLine(body, encoding.name, { line, offset: bodyStart, lineEnd: lineEnd ?? LF });
    line = block.nextLine;
    return { text: block.text, invalid: block.invalid, bytes: offset };
  };

  for await (const chunk of chunks) {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    lineEnd ??= lineEndOf(pending, wide);
    const cut = endOfLastLine(pending, lineEnd, encoding.name);
    if (cut > 0) {
      yield decode(pending.subarray(0, cut));
      pending = Buffer.from(pending.subarray(cut));
    } else if (pending.length > LONGEST_LINE) {
      const reason = `the line has more than ${LONGEST_LINE} bytes without a line break; this is not a CSV file`;
      throw new ImportError(reason, { code: 'LINE_TOO_LONG', file, line });
    }
  }
  if (pending.length > 0) yield decode(pending);
}

/** `\n` ends lines, with `\r` before it or not; `\r` alone only in a file that begins with a line ended so. */
function lineEndOf(bytes: Buffer, wide: boolean): number | undefined {
  if (bytes.includes(LF)) return LF;
  const at = bytes.indexOf(CR);
  return at >= 0 && at < bytes.length - (wide ? 4 : 2) ? CR : undefined;
}

function endOfLastLine(bytes: Buffer, lineEnd: number | undefined, encoding: string): number {
  if (lineEnd === undefined) return 0;
  if (!encoding.startsWith('utf-16')) return bytes.lastIndexOf(lineEnd) + 1;
  const unit = Buffer.from(encoding === 'utf-16le' ? [lineEnd, 0] : [0, lineEnd]);
  let at = bytes.lastIndexOf(unit);
  while (at > 0 && at % 2 === 1) at = bytes.lastIndexOf(unit, at - 1);
  return at < 0 ? 0 : at + 2;
}

/** The text, or undefined when some byte is wrong. */
function decodeStrictly(bytes: Buffer, encoding: string): string | undefined {
  if (encoding === 'utf-8') return isUtf8(bytes) ? bytes.toString('utf8') : undefined;
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function decodeByLine(bytes: Buffer, encoding: string, from: { line: number; offset: number; lineEnd: number }) {
  const lenient = new TextDecoder(encoding, { ignoreBOM: true });
  const invalid = new Map<number, InvalidByte>();
  const texts: string[] = [];
  let { line } = from;
  for (let start = 0; start < bytes.length; ) {
    const end = endOfFirstLine(bytes, start, from.lineEnd, encoding);
    const raw = bytes.subarray(start, end);
    const text = decodeStrictly(raw, encoding);
    if (text === undefined) {
      const at = encoding === 'utf-8' ? firstInvalidByte(raw) : 0;
      invalid.set(line, { offset: from.offset + start + at, byte: raw[at]! });
    }
    texts.push(text ?? lenient.decode(raw));
    start = end;
    line += 1;
  }
  return { text: texts.join(''), invalid, nextLine: line };
}

function endOfFirstLine(bytes: Buffer, start: number, lineEnd: number, encoding: string): number {
  const wide = encoding.startsWith('utf-16');
  const unit = !wide ? [lineEnd] : encoding === 'utf-16le' ? [lineEnd, 0] : [0, lineEnd];
  const sought = Buffer.from(unit);
  let at = bytes.indexOf(sought, start);
  while (wide && at >= 0 && (at - start) % 2 === 1) at = bytes.indexOf(sought, at + 1);
  return at < 0 ? bytes.length : at + sought.length;
}

/** Decoding replaces wrong bytes, so the first byte that does not survive the way there and back is the wrong one. */
function firstInvalidByte(bytes: Buffer): number {
  const back = Buffer.from(bytes.toString('utf8'), 'utf8');
  let at = 0;
  while (at < bytes.length && bytes[at] === back[at]) at += 1;
  // The replacement character begins with 0xEF itself.
  return at > 0 && bytes[at - 1] === 0xef && back[at] === 0xbf ? at - 1 : Math.min(at, bytes.length - 1);
}

function occurrences(text: string, sought: string): number {
  let count = 0;
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) count += 1;
  return count;
}
