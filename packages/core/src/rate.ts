import { ratio, wilson } from './statistics.js';

/** A share of a count with what it was measured on: 56 of 160 is 0.35, between 0.2804 and 0.4266. */
export interface Rate {
  /** 0 to 1; null where the denominator is 0. */
  readonly value: number | null;
  readonly numerator: number;
  readonly denominator: number;
  /** The ends of the 95 % Wilson interval; null where there is none (see `wilson`). */
  readonly low: number | null;
  readonly high: number | null;
}

/** `rateOf(0, 0)` has value, low and high null. */
export function rateOf(numerator: number, denominator: number): Rate {
  const interval = wilson(numerator, denominator);
  return {
    value: ratio(numerator, denominator),
    numerator,
    denominator,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
  };
}
