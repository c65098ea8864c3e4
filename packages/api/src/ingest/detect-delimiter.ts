import { ImportError } from './import-error.js';

export const DELIMITERS = [',', ';', '\t', '|'] as const;

/** How a mapping writes a delimiter that is hard to see. */
export const DELIMITER_NAMES: Readonly<Record<string, string>> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  '\\t': '\t',
  pipe: '|',
};

export interface HeaderLine {
  readonly text: string;
  /** Physical line. */
  readonly line: number;
  readonly quote: string;
}

/**
 * The delimiter of a file by its header line: the one that yields most of the columns the mapping names, and among
 * equals the most fields. A line without any candidate is one column.
 */
export function detectDelimiter(header: HeaderLine, wanted: readonly string[]): string {
  const scored = DELIMITERS.map((delimiter) => {
    const names = splitHeader(header, delimiter);
    const found = names.filter((name) => wanted.includes(name)).length;
    return { delimiter, score: found * 10_000 + names.length };
  });
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).delimiter;
}

/** Throws `ImportError` WRONG_DELIMITER when the delimiter that the mapping sets finds one column where another finds more. */
export function refuseWrongDelimiter(header: HeaderLine, delimiter: string, file: string): void {
  if (splitHeader(header, delimiter).length > 1) return;
  const other = DELIMITERS.map((candidate) => ({ candidate, count: splitHeader(header, candidate).length - 1 }))
    .filter(({ candidate, count }) => candidate !== delimiter && count > 0)
    .sort((a, b) => b.count - a.count)[0];
  if (other === undefined) return;
  const reason =
    `found 1 column with the delimiter ${shown(delimiter)}, and the line contains ${other.count} ${shown(other.candidate)}: ` +
    `set file.delimiter: ${nameOf(other.candidate)} in the mapping, or leave it out to have it detected`;
  throw new ImportError(reason, { code: 'WRONG_DELIMITER', file, line: header.line });
}

/** The names in a header line; quotes are respected, but a name must not span lines. */
function splitHeader({ text, quote }: HeaderLine, delimiter: string): string[] {
  const names: string[] = [];
  let name = '';
  let quoted = false;
  for (const letter of text) {
    if (letter === quote) quoted = !quoted;
    else if (letter === delimiter && !quoted) {
      names.push(name.trim());
      name = '';
    } else name += letter;
  }
  return [...names, name.trim()];
}

function shown(delimiter: string): string {
  return delimiter === '\t' ? 'tab' : `'${delimiter}'`;
}

function nameOf(delimiter: string): string {
  return delimiter === '\t' ? 'tab' : `"${delimiter}"`;
}
