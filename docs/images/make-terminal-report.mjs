// Draws what a command printed as a terminal window, for the README:
//   FORCE_COLOR=1 npx leadstage report funnel --by leadType | node docs/images/make-terminal-report.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

export const COMMAND = 'npx leadstage report funnel --by leadType';
export const PICTURE = new URL('terminal-report.svg', import.meta.url);

/** Pixels. */
const CELL = { width: 8.4, height: 20 };
const PADDING = 20;
const TITLE_BAR = 34;
/** U+258F … U+2588 fill one to eight eighths of a cell. */
const BAR = /[\u2588-\u258f]+/;
const STYLES = { 1: 'bold', 2: 'dim', 36: 'bar' };

/** The text, with the colours the program gave it, as one self-contained SVG. */
export function drawTerminal(command, text) {
  const lines = [`$ ${command}`, '', ...text.trimEnd().split('\n')];
  const columns = Math.max(...lines.map((line) => [...plain(line)].length));
  const width = Math.ceil(columns * CELL.width + 2 * PADDING);
  const height = TITLE_BAR + lines.length * CELL.height + PADDING;
  const drawn = lines.flatMap((line, index) => drawLine(line, TITLE_BAR + (index + 1) * CELL.height));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">
<title>The output of ${escaped(command)}</title>
<style>
text { font: 14px ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace; fill: #d5dbe5; white-space: pre; }
.bold { font-weight: 700; fill: #fff; }
.dim { fill: #8b96a8; }
.bar { fill: #4cc2d4; }
</style>
<rect width="${width}" height="${height}" rx="8" fill="#151a22"/>
<circle cx="20" cy="17" r="5" fill="#3b4454"/><circle cx="38" cy="17" r="5" fill="#3b4454"/><circle cx="56" cy="17" r="5" fill="#3b4454"/>
${drawn.join('\n')}
</svg>
`;
}

/** Every run of text stands at its own column, so that columns stay straight in whatever font there is. */
function drawLine(line, y) {
  let column = 0;
  return runsOf(line).flatMap(({ text, style }) => {
    const x = number(PADDING + column * CELL.width);
    const cells = [...text].length;
    column += cells;
    if (text.trim() === '') return [];
    if (BAR.test(text)) {
      const width = number(eighths(text) * (CELL.width / 8));
      return `<rect x="${x}" y="${y - 13}" width="${width}" height="16" class="bar"/>`;
    }
    const kind = style ? ` class="${style}"` : '';
    const length = number(cells * CELL.width);
    return `<text x="${x}" y="${y}" textLength="${length}" lengthAdjust="spacingAndGlyphs"${kind}>${escaped(text)}</text>`;
  });
}

/** Pieces of one style each; spaces of two and more part them too. */
function runsOf(line) {
  let style = '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with an escape.
  return line.split(/(\u001b\[\d+m)/).flatMap((piece) => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the same.
    const code = /^\u001b\[(\d+)m$/.exec(piece)?.[1];
    if (code !== undefined) {
      style = STYLES[code] ?? '';
      return [];
    }
    return piece.split(/(\s{2,})/).flatMap((text) => (text === '' ? [] : [{ text, style }]));
  });
}

function eighths(bar) {
  return [...bar].reduce((sum, character) => sum + 0x2590 - (character.codePointAt(0) ?? 0), 0);
}

function plain(line) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the same.
  return line.replaceAll(/\u001b\[\d+m/g, '');
}

function number(value) {
  return String(Math.round(value * 100) / 100);
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(PICTURE, drawTerminal(COMMAND, readFileSync(0, 'utf8')));
}
