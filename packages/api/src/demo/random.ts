import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { skipN } from 'pure-rand/utils/skipN';

/** A value and how often it is drawn, relative to the others in its table. */
export type Weighted<T> = readonly [value: T, weight: number];
/** The same for names. */
export type Shares<K extends string> = Readonly<Record<K, number>>;

/** A long-tailed duration: half the draws lie below `median`; about 95 % within a factor of e^(2 sigma). */
export interface Lag {
  readonly median: number;
  readonly sigma: number;
}

export interface Random {
  /** In [0, 1). */
  readonly uniform: () => number;
  /** True with probability `p`. */
  readonly chance: (p: number) => boolean;
  readonly pick: <T>(values: readonly T[]) => T;
  readonly draw: <T>(table: readonly Weighted<T>[]) => T;
  readonly name: <K extends string>(shares: Shares<K>) => K;
  /** In the unit of the lag's median; always above 0. */
  readonly lag: (lag: Lag) => number;
  /** A Poisson count; `mean` up to a few hundred. */
  readonly count: (mean: number) => number;
}

/** xoroshiro128+ seeded with a 32-bit integer: the same seed draws the same sequence on every machine. */
export function seededRandom(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  // The state starts with few bits set, and so do the first numbers drawn from it.
  skipN(generator, 64);
  const uniform = () => uniformFloat64(generator);
  return {
    uniform,
    chance: (p) => uniform() < p,
    pick: (values) => values[Math.floor(uniform() * values.length)]!,
    draw: (table) => drawFrom(table, uniform()),
    name: (shares) => drawFrom(Object.entries<number>(shares), uniform()) as keyof typeof shares,
    lag: ({ median, sigma }) => median * Math.exp(sigma * standardNormal(uniform(), uniform())),
    count: (mean) => poisson(mean, uniform),
  };
}

function drawFrom<T>(table: readonly Weighted<T>[], uniform: number): T {
  let rest = uniform * table.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of table) {
    rest -= weight;
    if (rest < 0) return value;
  }
  return table.at(-1)![0];
}

/** Box and Muller; `1 - a` keeps the logarithm away from 0. */
function standardNormal(a: number, b: number): number {
  return Math.sqrt(-2 * Math.log(1 - a)) * Math.cos(2 * Math.PI * b);
}

/** Knuth: multiply uniforms until they fall below e^-mean. */
function poisson(mean: number, uniform: () => number): number {
  const floor = Math.exp(-mean);
  let count = 0;
  for (let product = uniform(); product > floor; product *= uniform()) count += 1;
  return count;
}
