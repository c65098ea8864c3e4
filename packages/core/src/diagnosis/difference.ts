import type { Rate } from '../rate.js';
import type { Interval } from '../statistics.js';
import { wilson } from '../statistics.js';

/** A rate less another, with its 95 % interval; both lie within −1 to 1. */
export interface Difference extends Interval {
  readonly value: number;
}

/**
 * The difference of two independent proportions with the hybrid score interval at 95 % (Newcombe 1998, method 10),
 * made of the two Wilson intervals: of 56/70 and 48/80 it is 0.2, between 0.0524 and 0.3339. Null where one of them has
 * no trials.
 */
export function differenceOf(first: Rate, second: Rate): Difference | null {
  const [a, b] = [bounded(first), bounded(second)];
  if (a === null || b === null) return null;
  const value = a.value - b.value;
  return {
    value,
    low: value - Math.hypot(a.value - a.low, b.high - b.value),
    high: value + Math.hypot(a.high - a.value, b.value - b.low),
  };
}

/** The same from a figure that is taken as exact: the Wilson interval moved by it. */
export function differenceFrom(rate: Rate, figure: number): Difference | null {
  const known = bounded(rate);
  return known && { value: known.value - figure, low: known.low - figure, high: known.high - figure };
}

function bounded({ numerator, denominator }: Rate): Difference | null {
  const interval = wilson(numerator, denominator);
  return interval && { ...interval, value: numerator / denominator };
}
