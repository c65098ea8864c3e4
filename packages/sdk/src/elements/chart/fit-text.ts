/** Shares of the font's size that a glyph is about as wide as, in common sans-serif fonts. */
const NARROW = /[iljtfrI.,:;'|!()\s]/;
const WIDE = /[mwMW@%]/;
const FULL = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/;

const shareOf = (glyph: string) =>
  FULL.test(glyph) ? 1 : NARROW.test(glyph) ? 0.4 : WIDE.test(glyph) ? 0.95 : /[A-Z]/.test(glyph) ? 0.7 : 0.62;

/** About how wide a text is drawn, pixels; SVG tells only once it is drawn. */
export function widthOf(text: string, size = 12): number {
  return [...text].reduce((sum, glyph) => sum + shareOf(glyph) * size, 0);
}

/** The first of several wordings, long to short, that has room; else as much of the last as has room before an ellipsis. @param room pixels */
export function fitted(wordings: string | readonly string[], room: number, size = 12): string {
  const all = typeof wordings === 'string' ? [wordings] : wordings;
  const found = all.find((text) => widthOf(text, size) <= room);
  if (found !== undefined) return found;
  const glyphs = [...(all.at(-1) ?? '')];
  while (glyphs.length > 1 && widthOf(`${glyphs.join('')}…`, size) > room) glyphs.pop();
  return `${glyphs.join('').trimEnd()}…`;
}
