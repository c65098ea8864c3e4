/** The normal quantile at 0.975, for two-sided 95 % intervals. */
export const Z_95 = 1.959963984540054;

/** A 95 % interval of a proportion, both ends within 0 to 1. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * The Wilson score interval at 95 %, without continuity correction (Wilson 1927; Newcombe 1998, method 3):
 * `wilson(81, 263)` is 0.2553 to 0.3662. Exactly 0 at the low end of no successes, exactly 1 at the high end of nothing
 * else. Null without trials, and where the successes do not lie within 0 to `trials`: a ratio of flows is no proportion.
 */
export function wilson(successes: number, trials: number): Interval | null {
  if (!(trials > 0 && successes >= 0 && successes <= trials)) return null;
  const z2 = Z_95 * Z_95;
  const centre = successes + z2 / 2;
  const halfWidth = Z_95 * Math.sqrt((successes * (trials - successes)) / trials + z2 / 4);
  return {
    low: successes === 0 ? 0 : (centre - halfWidth) / (trials + z2),
    high: successes === trials ? 1 : (centre + halfWidth) / (trials + z2),
  };
}

/** The quotient; null over 0, never 0, NaN or infinite. */
export function ratio(numerator: number, denominator: number): number | null {
  return denominator === 0 ? null : numerator / denominator;
}
