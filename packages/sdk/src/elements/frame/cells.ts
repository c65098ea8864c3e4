import type { Cell, DataTable } from './data-table.js';
import type { RateLike } from './rate-lines.js';
import type { Scene } from './scene.js';

type Column = DataTable['columns'][number];
/** What a cell leads to, and what it counts. */
type More = Omit<Cell, 'text' | 'value'>;

/** Cells of numbers, for people and for programs. What is not told is a dash. */
export function cellsIn({ formats }: Pick<Scene, 'formats'>) {
  const cell = (write: (value: number | null) => string) => (value: number | null | undefined, more?: More) => ({
    text: write(value ?? null),
    value: value ?? null,
    ...more,
  });
  const share = cell(formats.percent);
  return {
    count: cell(formats.count),
    share,
    /** Under `withEnds`: the rate, which leads to its numerator, and the ends of its interval. */
    rate: (rate: Pick<RateLike, 'value' | 'low' | 'high'> | null | undefined, more?: More): Cell[] => [
      share(rate?.value, more),
      share(rate?.low),
      share(rate?.high),
    ],
  };
}

export const NOTHING: Cell = { text: '–', value: null };

export function numeric(titles: readonly string[]): Column[] {
  return titles.map((title) => ({ title, numeric: true }));
}

/** Titles of a number and of the ends of its interval. */
export function withEnds(title: string): string[] {
  return [title, `${title} ↓`, `${title} ↑`];
}
