import type { Cell } from '../frame/data-table.js';
import type { BarPart } from './parts-bar.js';

/** A part of a bar, in a table. */
export function partCell({ text, count, behind }: BarPart): Cell {
  return { text, value: count, behind, of: 'handoffs' };
}
