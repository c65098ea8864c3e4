import { html, nothing, svg } from 'lit';
import type { Drawn } from '../chart/drawn.js';
import { fitted } from '../chart/fit-text.js';
import { type Mark, type Picture, type Put, putInto } from '../chart/picture.js';

/** A part of a report with a heading of its own. */
export interface Section {
  /** Empty where the report's own title says it; left out where there is no other section. */
  readonly heading: string;
  /** Stands beside another such where there is room for both. */
  readonly half?: boolean;
  draw(width: number, draw: Put): Drawn;
}

const HEAD = 26;
const GAP = 26;
/** Between two sections that stand beside each other. */
const GUTTER = 40;
const WIDE = 760;

/** Sections below each other in one drawing. @param name of the drawing, for screen readers */
export function sheet(name: string, width: number, sections: readonly Section[]): Picture {
  const marks: Mark[] = [];
  const draw = putInto(marks);
  const half = (width - GUTTER) / 2;
  let [top, bottom] = [0, 0];
  let hasPlace = false;
  const drawn = sections.map((section, index) => {
    const isBeside = width >= WIDE && section.half === true && (hasPlace || sections[index + 1]?.half === true);
    const isSecond = isBeside && hasPlace;
    if (!isSecond && index > 0) top = bottom + GAP;
    const room = isBeside ? half : width;
    const head = sections.length > 1 && section.heading ? HEAD : 0;
    const { height, shapes } = section.draw(room, draw);
    bottom = Math.max(isSecond ? bottom : 0, top + head + height);
    hasPlace = isBeside && !isSecond;
    return svg`<g transform="translate(${isSecond ? half + GUTTER : 0},${top})">
      ${head ? svg`<text class="strong" y="12">${fitted(section.heading, room / 1.1)}</text>` : nothing}
      <g transform="translate(0,${head})">${shapes}</g></g>`;
  });
  return {
    drawing: html`<svg viewBox="0 0 ${width} ${bottom}" height=${bottom} role="group" aria-label=${name}>${drawn}</svg>`,
    marks,
  };
}
