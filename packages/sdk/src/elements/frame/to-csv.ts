import type { Cell, DataTable } from './data-table.js';

/** RFC 4180 with a byte order mark, which spreadsheets take for UTF-8. Several tables stand below each other. */
export function toCsv(tables: readonly DataTable[]): string {
  const blocks = tables.map(({ columns, rows }) =>
    [columns.map(({ title }) => quoted(title)), ...rows.map((cells) => cells.map(written))]
      .map((line) => `${line.join(',')}\r\n`)
      .join(''),
  );
  return `\uFEFF${blocks.join('\r\n')}`;
}

function written({ text, value = text }: Cell): string {
  if (value === null) return '';
  return typeof value === 'number' ? String(value) : quoted(value);
}

/** A text that a spreadsheet would take for a formula is led by an apostrophe; a negative number is left alone. */
function quoted(text: string): string {
  const isFormula = /^[=+@\t\r]/.test(text) || (text.startsWith('-') && !/^-\d+(\.\d+)?$/.test(text));
  const safe = isFormula ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
