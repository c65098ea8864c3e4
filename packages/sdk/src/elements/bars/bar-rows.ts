import { nothing, svg } from 'lit';
import type { Drawn } from '../chart/drawn.js';
import { fitted, widthOf } from '../chart/fit-text.js';
import type { Mark, Put } from '../chart/picture.js';
import type { Section } from './sheet.js';

/** A name, a bar, and what the bar says. */
export interface BarRow {
  readonly mark: Mark;
  readonly label: string;
  readonly value: string;
  /** Of less weight than the value. */
  readonly beside?: string;
  /** Of what is beside. */
  readonly tone?: string;
  /** Shapes from the origin, `BAR_HEIGHT` high. @param length pixels */
  bar(length: number): unknown;
}

/** What the numbers of all rows are. */
export interface RowHeads {
  readonly beside: string;
  readonly value: string;
}

export const BAR_HEIGHT = 10;
/** Narrower rows, and those that leave a bar less room, have it below their name. */
const WIDE = 480;
const SHORTEST = 100;
const GAP = 16;
/** How much wider strong text is. */
const BOLD = 1.1;

interface Room {
  readonly width: number;
  readonly draw: Put;
  readonly heads?: RowHeads | undefined;
}

/** A section of such rows. */
export function barsSection(heading: string, rows: readonly BarRow[], heads?: RowHeads, half = false): Section {
  return { heading, half, draw: (width, draw) => barRows(rows, { width, draw, heads }) };
}

/** Rows of bars that begin at one line and can be compared by eye. */
export function barRows(rows: readonly BarRow[], all: Room): Drawn {
  const { width, draw, heads } = all;
  const most = (texts: readonly string[]) => Math.max(0, ...texts.map((text) => widthOf(text)));
  const value = BOLD * most([heads?.value ?? '', ...rows.map(({ value }) => value)]);
  const besides = most([heads?.beside ?? '', ...rows.map(({ beside = '' }) => beside)]);
  const label = Math.min(width * 0.36, most(rows.map(({ label }) => label)) + 4);
  const end = width - value - GAP;
  const length = end - (besides > 0 ? besides + GAP : 0) - label - GAP;
  if (width < WIDE || length < SHORTEST) return stackedRows(rows, all);
  const [height, head] = [30, heads ? 22 : 0];
  const shapes = rows.map(
    (row, index) =>
      svg`<g transform="translate(0,${head + index * height})">${draw(
        row.mark,
        svg`<rect class="hit" width=${width} height=${height - 2} rx="4"></rect>
        <g transform="translate(${label + GAP},9)">${row.bar(length)}</g>`,
        svg`<text y="18">${fitted(row.label, label)}</text>
        <text class=${row.tone ?? 'muted'} x=${end} y="18" text-anchor="end">${row.beside ?? ''}</text>
        <text class="strong" x=${width} y="18" text-anchor="end">${row.value}</text>`,
      )}</g>`,
  );
  const titles = heads
    ? svg`<g aria-hidden="true"><text class="small muted" x=${end} y="12" text-anchor="end">${heads.beside}</text>
        <text class="small muted" x=${width} y="12" text-anchor="end">${heads.value}</text></g>`
    : nothing;
  return { height: head + rows.length * height - 6, shapes: svg`${titles}${shapes}` };
}

function stackedRows(rows: readonly BarRow[], { width, draw, heads }: Room): Drawn {
  const height = rows.some(({ beside }) => beside) ? 60 : 42;
  const head = heads ? 20 : 0;
  const shapes = rows.map((row, index) => {
    const beside = row.beside && heads?.beside ? `${heads.beside}: ${row.beside}` : row.beside;
    return svg`<g transform="translate(0,${head + index * height})">${draw(
      row.mark,
      svg`<rect class="hit" width=${width} height=${height - 6} rx="4"></rect>
        <g transform="translate(0,20)">${row.bar(width)}</g>`,
      svg`<text y="13">${fitted(row.label, width - BOLD * widthOf(row.value) - GAP)}</text>
        <text class="strong" x=${width} y="13" text-anchor="end">${row.value}</text>
        ${beside ? svg`<text class="small ${row.tone ?? 'muted'}" y="47">${fitted(beside, width, 11)}</text>` : nothing}`,
    )}</g>`;
  });
  const title = heads
    ? svg`<text class="small muted" x=${width} y="10" text-anchor="end" aria-hidden="true">${heads.value}</text>`
    : nothing;
  return { height: head + rows.length * height - 8, shapes: svg`${title}${shapes}` };
}
