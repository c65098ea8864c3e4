import { LEAST_EXPECTED } from './z-test.js';

/** Leads that began in a bucket and, of them, those that took the step. */
export interface Trial {
  readonly trials: number;
  readonly successes: number;
}

/** Positions in the series. */
export interface ChangePoint {
  /** The first bucket of the new rate, where the likelihood is greatest. */
  readonly at: number;
  /** The 95 % interval of `at`, both ends included. */
  readonly from: number;
  readonly to: number;
}

export type Direction = 'DROP' | 'RISE';

/**
 * How much of twice the log-likelihood a bucket may lie below the best and still be in the interval. A change point is no
 * smooth parameter, so the ratio does not follow chi-squared with one degree of freedom (3.84 would cover about 73 %
 * where shifts are small) but P(ξ ≤ x) = (1 − e^(−x/2))² (Yao 1987; Hansen 2000, theorem 2 and table I): 7.35 at 95 %.
 */
const CRITICAL_95 = -2 * Math.log(1 - Math.sqrt(0.95));

/**
 * Where a series of binomial counts changes its rate once, in the direction given: the split with the greatest
 * likelihood, among those with at least five expected successes and failures on either side, that begin with a bucket in
 * which there were leads. Null where there is no such split, or where all are as good as one another, so that the
 * interval would say nothing.
 */
export function changePointOf(series: readonly Trial[], direction: Direction): ChangePoint | null {
  const splits = splitsOf(series, direction);
  const best = splits.reduce<Split | null>(
    (top, each) => (top && top.likelihood >= each.likelihood ? top : each),
    null,
  );
  if (best === null) return null;
  const near = splits.filter(({ likelihood }) => 2 * (best.likelihood - likelihood) <= CRITICAL_95);
  if (near.length === splits.length) return null;
  return { at: best.at, from: near[0]?.at ?? best.at, to: near.at(-1)?.at ?? best.at };
}

interface Split {
  readonly at: number;
  readonly likelihood: number;
}

function splitsOf(series: readonly Trial[], direction: Direction): Split[] {
  const whole = series.reduce(plus, NONE);
  const splits: Split[] = [];
  let before = NONE;
  for (const [at, bucket] of series.entries()) {
    const after = { trials: whole.trials - before.trials, successes: whole.successes - before.successes };
    const fewest = Math.min(before.trials, after.trials);
    const expected = Math.min(whole.successes, whole.trials - whole.successes) * (fewest / whole.trials);
    if (bucket.trials > 0 && expected >= LEAST_EXPECTED && changes(before, after, direction)) {
      splits.push({ at, likelihood: logLikelihood(before) + logLikelihood(after) });
    }
    before = plus(before, bucket);
  }
  return splits;
}

const NONE: Trial = { trials: 0, successes: 0 };

function plus(a: Trial, b: Trial): Trial {
  return { trials: a.trials + b.trials, successes: a.successes + b.successes };
}

function changes(before: Trial, after: Trial, direction: Direction): boolean {
  const rise = after.successes * before.trials - before.successes * after.trials;
  return direction === 'DROP' ? rise < 0 : rise > 0;
}

/** Of a binomial at its own best rate, without the binomial coefficient, which is the same for every split. */
function logLikelihood({ trials, successes }: Trial): number {
  return timesLogShare(successes, trials) + timesLogShare(trials - successes, trials);
}

function timesLogShare(count: number, trials: number): number {
  return count === 0 ? 0 : count * Math.log(count / trials);
}
