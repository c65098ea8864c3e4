import { halfAway } from './fractions.js';
import { movedSpend } from './kernel.js';
import type { Cell, CostQuestion, History } from './model.js';

const RESAMPLES = 20_000;

/** Between which costs per entry, in minor units, the ends of an interval made of 2,000 resamples must lie. */
export interface Expected {
  readonly low: readonly [bigint, bigint];
  readonly high: readonly [bigint, bigint];
}

/**
 * Of 2,000 resamples those below the true quantile q are binomial: the empirical quantile lies, but once in a million
 * times, between the true ones at q ± 5 √(q (1 − q) / 2,000). With q of 2.5 % that is 0.75 % to 4.25 %.
 */
const [NEAREST, FARTHEST] = [0.0075, 0.0425];

/**
 * Where the bootstrap interval of a KERNEL cost may lie, by 20,000 resamples of the lags of our own drawing.
 * @param lags of each lead
 */
export function resampled(
  history: History,
  question: CostQuestion,
  lags: readonly number[],
): (cell: Cell, entered: number) => Expected {
  const moved = movedSpend(history, question, lags);
  const values = moved.flatMap(({ leads }, value) => new Array<number>(Number(leads)).fill(value));
  const random = generator(values.length);
  const samples = Array.from({ length: RESAMPLES }, () => {
    const drawn = new Array<number>(moved.length).fill(0);
    for (let draw = 0; draw < values.length; draw += 1) drawn[values[Math.floor(random() * values.length)]!]! += 1;
    return drawn;
  });
  return ({ keys, bucket }, entered) => {
    const name = JSON.stringify([keys, bucket]);
    const amounts = moved.map(({ answer }) =>
      Number(answer.rows.find((row) => JSON.stringify([row.keys, row.bucket]) === name)?.spend ?? 0n),
    );
    const sums = samples
      .map((drawn) => drawn.reduce((sum, times, value) => sum + times * amounts[value]!, 0))
      .sort((a, b) => a - b);
    const at = (share: number) =>
      halfAway({
        numerator: BigInt(sums[Math.floor(share * RESAMPLES)]!),
        denominator: BigInt(values.length * entered),
      });
    return { low: [at(NEAREST), at(FARTHEST)], high: [at(1 - FARTHEST), at(1 - NEAREST)] };
  };
}

/** sfc32 (Doty-Humphrey), [0, 1). */
function generator(seed: number): () => number {
  let [a, b, c, counter] = [seed, 0x9e3779b9, 0x243f6a88, 1];
  const next = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let skipped = 0; skipped < 16; skipped += 1) next();
  return next;
}
