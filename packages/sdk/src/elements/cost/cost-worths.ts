import { svg } from 'lit';
import { fitted, widthOf } from '../chart/fit-text.js';
import type { Put } from '../chart/picture.js';
import type { Scene } from '../frame/scene.js';
import type { Worth } from './cost-figures.js';
import type { Part } from './part.js';

const TILE = 62;
const LINE = 30;
const SIZE = 18;
const GAP = 16;

/** The few numbers that people look for first: side by side where there is room, else below each other. */
export function costWorths(worths: readonly Worth[], { width }: Scene, put: Put): Part {
  const room = width / Math.max(worths.length, 1);
  if (worths.every(({ text }) => widthOf(text, SIZE) * 1.1 + GAP <= room)) {
    const tile = ({ title, text, mark }: Worth, index: number) =>
      put(
        mark,
        svg`<rect class="hit" x=${index * room} width=${room - GAP} height=${TILE - GAP}></rect>`,
        svg`<text class="muted" x=${index * room} y="12">${fitted(title, room - GAP)}</text>
          <text class="strong worth" x=${index * room} y="36">${text}</text>`,
      );
    return { shapes: svg`${worths.map(tile)}`, height: worths.length === 0 ? 0 : TILE };
  }
  const line = ({ title, text, mark }: Worth, index: number) =>
    put(
      mark,
      svg`<rect class="hit" y=${index * LINE} width=${width} height=${LINE - 4}></rect>`,
      svg`<text class="muted" y=${index * LINE + 17}>${fitted(title, width - widthOf(text, 14) * 1.1 - GAP)}</text>
        <text class="strong" x=${width} y=${index * LINE + 17} text-anchor="end">${text}</text>`,
    );
  return { shapes: svg`${worths.map(line)}`, height: worths.length * LINE + GAP };
}
