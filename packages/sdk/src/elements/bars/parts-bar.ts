import { nothing, type SVGTemplateResult, svg } from 'lit';
import type { Drawn } from '../chart/drawn.js';
import { fitted, widthOf } from '../chart/fit-text.js';
import type { Mark, Put } from '../chart/picture.js';

/** Some of what a bar counts. */
export interface BarPart {
  readonly tone: string;
  readonly label: string;
  readonly count: number;
  /** As people read it. */
  readonly text: string;
  /** Leads to the handoffs that it counts. */
  readonly behind?: string | null | undefined;
}

export interface Piece {
  readonly x: number;
  readonly width: number;
}

const GAP = 2;
const BAR = 16;
const NARROWEST = 98;
const WIDEST = 170;
const CELL = 40;
/** Room for the colour before a label. */
const SWATCH = 16;

/** Where each part lies on a bar of this length. What counts something is at least a pixel wide. */
export function piecesOf(counts: readonly number[], length: number): Piece[] {
  const sum = counts.reduce((before, count) => before + count, 0);
  let before = 0;
  return counts.map((count) => {
    const [from, to] = [before, before + count].map((at) => (sum === 0 ? 0 : (at / sum) * length));
    before += count;
    return { x: from ?? 0, width: count === 0 ? 0 : Math.max(1, (to ?? 0) - (from ?? 0) - GAP) };
  });
}

/** The parts alone. */
export function partsOnly(parts: readonly BarPart[], length: number, height: number): SVGTemplateResult[] {
  const pieces = piecesOf(
    parts.map(({ count }) => count),
    length,
  );
  return parts.map(({ tone }, index) => pieceOf(tone, pieces[index], height));
}

/**
 * A bar of parts with what each counts below it. Keys reach the parts, each with its number.
 * @param markOf what a part says
 * @param interval of the first part's share, from 0 to 1; drawn where its piece ends
 */
export function partsBar(
  parts: readonly BarPart[],
  { width, draw, markOf }: { readonly width: number; readonly draw: Put; readonly markOf: (part: BarPart) => Mark },
  interval: { readonly low: number; readonly high: number } | null = null,
): Drawn {
  const pieces = piecesOf(
    parts.map(({ count }) => count),
    width,
  );
  const needed = Math.max(NARROWEST, ...parts.map(({ label }) => widthOf(label) + SWATCH + 10));
  const columns = Math.max(1, Math.min(parts.length, Math.floor(width / needed)));
  const room = Math.min(WIDEST, width / columns);
  const cells = parts.map((part, index) => {
    const [x, y] = [(index % columns) * room, BAR + 6 + Math.floor(index / columns) * CELL];
    const place = `translate(${x},${y})`;
    const { tone, label, text } = part;
    return draw(
      markOf(part),
      svg`${pieceOf(tone, pieces[index], BAR)}<g transform=${place}>
        <rect class="hit" width=${room - 6} height=${CELL - 2} rx="4"></rect>
        <rect class="bar ${tone}" x="0.5" y="5.5" width="9" height="9" rx="2"></rect></g>`,
      svg`<g transform=${place}><text class="muted" x=${SWATCH} y="14">${fitted(label, room - SWATCH - 8)}</text>
        <text class="strong" x=${SWATCH} y="31">${text}</text></g>`,
    );
  });
  const whisker = interval
    ? svg`<g class="whisker" aria-hidden="true"><path d="M${interval.low * width},${BAR / 2}H${interval.high * width}m0,-4v8M${interval.low * width},${BAR / 2 - 4}v8"></path></g>`
    : nothing;
  const shapes = svg`<rect class="track" width=${width} height=${BAR} rx="2"></rect>${cells}${whisker}`;
  return { height: BAR + Math.ceil(parts.length / columns) * CELL, shapes };
}

function pieceOf(tone: string, piece: Piece | undefined, height: number): SVGTemplateResult {
  const { x, width } = piece ?? { x: 0, width: 0 };
  // A line lies half outside its shape.
  const inset = tone === 'open' ? 0.5 : 0;
  return svg`<rect class="bar ${tone}" x=${x + inset} y=${inset} width=${Math.max(width - 2 * inset, 0)}
    height=${height - 2 * inset} rx="2"></rect>`;
}
