import { nothing, svg } from 'lit';
import type { Drawn } from '../chart/drawn.js';
import { fitted, widthOf } from '../chart/fit-text.js';
import type { Mark, Put } from '../chart/picture.js';

/** A number that stands for itself. */
export interface NumberCell {
  readonly label: string;
  readonly value: string;
  /** Under the number, such as its interval. */
  readonly below?: string;
  /** Of what is below. */
  readonly tone?: string;
  readonly mark: Mark;
}

/** Of the numbers, as styled. */
const SIZE = 20;
/** How much wider strong text is. */
const BOLD = 1.1;
const NARROWEST = 100;
const WIDEST = 220;
const HEIGHT = 52;
/** Of what stands below a number. */
const BELOW = 16;

/** Numbers in rows, as many beside each other as have room. */
export function numberCells(cells: readonly NumberCell[], width: number, draw: Put): Drawn {
  const needed = Math.max(NARROWEST, ...cells.map(({ value }) => BOLD * widthOf(value, SIZE) + 12));
  const columns = Math.max(1, Math.min(cells.length, Math.floor(width / needed)));
  const room = Math.max(needed, Math.min(WIDEST, width / columns));
  let [top, bottom] = [0, 0];
  const shapes = cells.map(({ label, value, below, tone = 'muted', mark }, index) => {
    if (index % columns === 0) top = bottom;
    const height = HEIGHT + (below ? BELOW : 0);
    bottom = Math.max(bottom, top + height);
    return svg`<g transform="translate(${(index % columns) * room},${top})">${draw(
      mark,
      svg`<rect class="hit" x="-4" y="-2" width=${room - 4} height=${height - 4} rx="4"></rect>`,
      svg`<text class="muted" y="12">${fitted(label, room - 8)}</text>
        <text class="large" y="36">${value}</text>
        ${below ? svg`<text class="small ${tone}" y="54">${fitted(below, room - 8, 11)}</text>` : nothing}`,
    )}</g>`;
  });
  return { height: bottom, shapes };
}
