import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import type { Rate } from '../rate.js';

/** Below so many expected leads on either side, the normal distribution is a poor stand-in (Cochran 1954). */
export const LEAST_EXPECTED = 5;

export interface ZTest {
  readonly z: number;
  /** Two-sided, 0 to 1. */
  readonly p: number;
}

/** TOO_FEW: an expected count is below 5. ALL_ALIKE: all leads did the same, so there is no variance to test against. */
export type Untestable = 'TOO_FEW' | 'ALL_ALIKE';

/**
 * Whether two independent proportions differ: the two-sided z test with pooled variance, whose square is Pearson's
 * chi-squared of the 2×2 table without correction.
 */
export function testOfTwo(first: Rate, second: Rate): ZTest | Untestable {
  const trials = first.denominator + second.denominator;
  const pooled = (first.numerator + second.numerator) / trials;
  const fewest = Math.min(first.denominator, second.denominator);
  return (
    untestable(pooled, fewest) ??
    tested(
      first.numerator / first.denominator - second.numerator / second.denominator,
      pooled * (1 - pooled) * (1 / first.denominator + 1 / second.denominator),
    )
  );
}

/** Whether a proportion differs from a figure that is taken as exact: the two-sided z test with the figure's variance. */
export function testOfOne({ numerator, denominator }: Rate, figure: number): ZTest | Untestable {
  return (
    untestable(figure, denominator) ?? tested(numerator / denominator - figure, (figure * (1 - figure)) / denominator)
  );
}

/** How many leads must have been watched for both outcomes to be expected five times; null where one never happens. */
export function neededAt(share: number): number | null {
  const rarer = Math.min(share, 1 - share);
  // Guards against 5 / 0.1 being a hair above 50.
  return rarer > 0 ? Math.ceil(LEAST_EXPECTED / rarer - 1e-9) : null;
}

function untestable(share: number, trials: number): Untestable | null {
  const needed = trials > 0 ? neededAt(share) : Number.POSITIVE_INFINITY;
  if (needed === null) return 'ALL_ALIKE';
  return trials < needed ? 'TOO_FEW' : null;
}

function tested(difference: number, variance: number): ZTest {
  const z = difference / Math.sqrt(variance);
  return { z, p: Math.min(1, 2 * normalCdf(-Math.abs(z), 0, 1)) };
}
