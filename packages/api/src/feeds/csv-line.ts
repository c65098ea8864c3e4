/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * One record of RFC 4180, with its line end. A text that a spreadsheet would run as a formula gets a `'` before it:
 * whoever fills in a web form chooses what stands in a lead. Numbers and instants are left as they are.
 */
export function csvLine(cells: readonly (string | number | null)[], texts: readonly boolean[]): string {
  return `${cells.map((cell, index) => csvCell(cell, texts[index] ?? true)).join(',')}\r\n`;
}

function csvCell(cell: string | number | null, isText: boolean): string {
  if (cell === null) return '';
  const text = isText && typeof cell === 'string' && FORMULA.test(cell) ? `'${cell}` : String(cell);
  // A quoted empty text is what it says; an unquoted one is a missing value.
  return text === '' || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
