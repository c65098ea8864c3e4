const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/**
 * A horizontal bar of at most `columns`, in eighths of a column: 3 of 8 in 2 columns is `▊`. Whatever is more than
 * nothing shows at least an eighth; null, and anything below 0, shows nothing.
 * @param most what fills all columns
 */
export function bar(value: number | null, most: number, columns: number): string {
  if (value === null || value <= 0 || most <= 0) return '';
  const eighths = Math.max(1, Math.round(Math.min(1, value / most) * columns * 8));
  return '█'.repeat(Math.floor(eighths / 8)) + EIGHTHS[eighths % 8];
}

export function largest(values: readonly (number | null)[]): number {
  return values.reduce<number>((most, value) => Math.max(most, value ?? 0), 0);
}
