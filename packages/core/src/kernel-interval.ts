import { randomBinomial } from 'd3-random';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { skipN } from 'pure-rand/utils/skipN';
import { nearestWhole } from './kernel.js';

export const RESAMPLES = 2_000;

/** Of xoroshiro128+. Every distribution is resampled from here anew, so that no answer depends on another. */
export const RESAMPLING_SEED = 20_260_101;

/** By resample: how often each value was drawn, in the order of the values. */
export type Resamples = readonly Uint32Array[];

/** Lets others of the process have their turn. */
export type Breathe = () => Promise<void>;

/**
 * Draws 2,000 samples with replacement from values of which there are `counts`, each as large as they are together (the
 * nonparametric bootstrap; Efron & Tibshirani 1993, chapter 13). The same counts give the same samples.
 */
export async function resamplesOf(counts: readonly number[], breathe: Breathe): Promise<Resamples> {
  const generator = xoroshiro128plus(RESAMPLING_SEED);
  // The state starts with few bits set, and so do the first numbers drawn from it.
  skipN(generator, 64);
  const uniform = () => uniformFloat64(generator);
  const size = counts.reduce((sum, count) => sum + count, 0);
  if (size <= DRAWS_PER_BINOMIAL * counts.length) {
    const values = Uint32Array.from(counts.flatMap((count, value) => new Array<number>(count).fill(value)));
    return repeated(() => drawnOneByOne(counts.length, values, uniform), size, breathe);
  }
  const binomial = randomBinomial.source(uniform);
  return repeated(() => drawnByValue(counts, size, binomial), DRAWS_PER_BINOMIAL * counts.length, breathe);
}

/** About as many single draws take as long as one from a binomial distribution. */
const DRAWS_PER_BINOMIAL = 64;

/** As many single draws take some milliseconds. */
const DRAWS_PER_BREATH = 200_000;

/** @param draws about as many single draws one sample takes as long as */
async function repeated(draw: () => Uint32Array, draws: number, breathe: Breathe): Promise<Resamples> {
  const resamples: Uint32Array[] = [];
  let sinceBreath = 0;
  while (resamples.length < RESAMPLES) {
    resamples.push(draw());
    sinceBreath += draws;
    if (sinceBreath < DRAWS_PER_BREATH) continue;
    await breathe();
    sinceBreath = 0;
  }
  return resamples;
}

/** @param uniform in [0, 1) */
function drawnOneByOne(length: number, values: Uint32Array, uniform: () => number): Uint32Array {
  const drawn = new Uint32Array(length);
  for (let index = 0; index < values.length; index += 1) {
    const value = values[Math.floor(uniform() * values.length)] as number;
    drawn[value] = (drawn[value] as number) + 1;
  }
  return drawn;
}

/** A multinomial sample, value by value: of those not drawn yet, how many are this one, is binomial. */
function drawnByValue(counts: readonly number[], size: number, binomial: (n: number, p: number) => () => number) {
  const drawn = new Uint32Array(counts.length);
  let [undrawn, others] = [size, size];
  counts.forEach((count, value) => {
    const here = others === count ? undrawn : binomial(undrawn, count / others)();
    drawn[value] = here;
    undrawn -= here;
    others -= count;
  });
  return drawn;
}

/**
 * The 95 % percentile interval of `Σ drawn × amount / denominator` over the resamples: the 2.5 % and 97.5 % quantiles,
 * linearly interpolated between neighbours as percentile_cont of SQL does (Hyndman & Fan 1996, type 7), to the nearest
 * whole, halves away from zero.
 * @param amounts one per value
 * @param denominator above 0
 */
export function percentileInterval(
  resamples: Resamples,
  amounts: readonly bigint[],
  denominator: bigint,
): { readonly low: bigint; readonly high: bigint } {
  const totals = sortedTotals(resamples, amounts);
  return { low: quantile(totals, 25, denominator), high: quantile(totals, 975, denominator) };
}

/** Sums of whole numbers, ascending, in doubles where these hold them exactly. */
function sortedTotals(resamples: Resamples, amounts: readonly bigint[]): ArrayLike<bigint | number> {
  const size = (resamples[0] ?? new Uint32Array()).reduce((sum, drawn) => sum + drawn, 0);
  const largest = amounts.reduce((most, amount) => (amount > most ? amount : -amount > most ? -amount : most), 0n);
  if (largest * BigInt(size) > BigInt(Number.MAX_SAFE_INTEGER)) {
    return resamples
      .map((drawn) => amounts.reduce((sum, amount, value) => sum + BigInt(drawn[value] ?? 0) * amount, 0n))
      .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  }
  const exact = Float64Array.from(amounts, Number);
  return Float64Array.from(resamples, (drawn) => {
    let sum = 0;
    for (let value = 0; value < exact.length; value += 1) sum += (drawn[value] as number) * (exact[value] as number);
    return sum;
  }).sort();
}

function quantile(sorted: ArrayLike<bigint | number>, thousandths: number, denominator: bigint): bigint {
  const position = (sorted.length - 1) * thousandths;
  const rest = BigInt(position % 1_000);
  const below = BigInt(sorted[Math.floor(position / 1_000)] ?? 0);
  const above = BigInt(sorted[Math.ceil(position / 1_000)] ?? 0);
  return nearestWhole(below * (1_000n - rest) + above * rest, 1_000n * denominator);
}
