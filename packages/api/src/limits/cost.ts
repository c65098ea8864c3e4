import type { Planned } from './plan.js';
import { pricedCells, pricedRows } from './price.js';

/** What reports did while an operation was answered. */
export interface Meter {
  rowsRead: number;
  cells: number;
}

/** Notes what a report did, and how many cells it answers, where it has any. */
export function measured<Answered extends object>(meter: Meter, answered: Answered): Answered {
  const { statistics, groups, series } = answered as {
    readonly statistics?: { readonly rowsRead: number };
    readonly groups?: readonly unknown[];
    readonly series?: readonly unknown[];
  };
  meter.rowsRead += statistics?.rowsRead ?? 0;
  meter.cells += (1 + (groups?.length ?? 0)) * (1 + (series?.length ?? 0));
  return answered;
}

/** What a plan takes at most, whole points: known before anything is read. */
export function requestedCost(plan: readonly Planned[]): number {
  return whole(plan.reduce((sum, field) => sum + most(field, false), 0));
}

/** What it took, from what came back; never more than was requested. */
export function actualCost(plan: readonly Planned[], data: unknown, meter: Meter): number {
  const taken = tookAll(plan, data, false) + pricedRows(meter.rowsRead) + pricedCells(meter.cells);
  return Math.min(whole(taken), requestedCost(plan));
}

/** Every operation takes something. */
function whole(points: number): number {
  return Math.max(1, Math.ceil(points));
}

/** @param covered whether the objects are in the price of a field above */
function most({ price, composite, times, below }: Planned, covered: boolean): number {
  const within = covered || (price?.whole ?? false);
  const each = (composite && !within ? 1 : 0) + below.reduce((sum, field) => sum + most(field, within), 0);
  return (price?.most ?? 0) + times * each;
}

function took({ key, price, below }: Planned, data: Readonly<Record<string, unknown>>, covered: boolean): number {
  const value = data[key];
  if (value === undefined || value === null) return 0;
  const within = covered || (price?.whole ?? false);
  const items = Array.isArray(value) ? (value as unknown[]) : [value];
  let sum = price?.least ?? 0;
  for (const item of items) {
    if (typeof item !== 'object' || item === null) continue;
    sum += (within ? 0 : 1) + tookAll(below, item, within);
  }
  return sum;
}

function tookAll(plan: readonly Planned[], data: unknown, covered: boolean): number {
  if (typeof data !== 'object' || data === null) return 0;
  return plan.reduce((sum, field) => sum + took(field, data as Record<string, unknown>, covered), 0);
}
