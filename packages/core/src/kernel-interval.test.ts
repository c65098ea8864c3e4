import { beforeAll, describe, expect, it } from 'vitest';
import { percentileInterval, RESAMPLES, type Resamples, resamplesOf } from './kernel-interval.js';

/** Mean and variance over the resamples of how often a value was drawn. */
function momentsOf(resamples: readonly Uint32Array[], value: number) {
  const drawn = resamples.map((each) => each[value]!);
  const mean = drawn.reduce((sum, each) => sum + each, 0) / drawn.length;
  return { mean, variance: drawn.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (drawn.length - 1) };
}

/** Nobody waits. */
const breathe = async () => {};

describe.each([
  ['drawn one by one', [5, 30, 15]],
  ['drawn value by value', [600, 5_000, 1, 2_400]],
])('resamples %s', (_, counts) => {
  const size = counts.reduce((sum, count) => sum + count, 0);
  let resamples: Resamples;
  beforeAll(async () => {
    resamples = await resamplesOf(counts, breathe);
  });

  it('are 2,000, each as large as what they are drawn from', () => {
    expect(resamples).toHaveLength(RESAMPLES);
    for (const drawn of resamples) expect(drawn.reduce((sum, count) => sum + count, 0)).toBe(size);
  });

  it('are the same every time', async () => {
    expect(await resamplesOf(counts, breathe)).toEqual(resamples);
  });

  it('are drawn with pauses that change nothing, the more the longer it takes', async () => {
    const pausesOf = async (times: number) => {
      let pauses = 0;
      const pausing = async () => {
        pauses += 1;
        await new Promise((resolve) => setImmediate(resolve));
      };
      const drawn = await resamplesOf(new Array(times).fill(counts).flat(), pausing);
      return { drawn, pauses };
    };
    const once = await pausesOf(1);
    expect(once.drawn).toEqual(resamples);
    expect((await pausesOf(20)).pauses).toBeGreaterThan(5 + 10 * once.pauses);
  });

  // A multinomial count has mean n p and variance n p (1 − p); its mean over 2,000 lies within 5 standard errors.
  it.each(counts.map((count, value) => [count, value]))('draw each of %i as often as chance would', (count, value) => {
    const expected = count * (1 - count / size);
    const { mean, variance } = momentsOf(resamples, value);
    expect(Math.abs(mean - count)).toBeLessThan(5 * Math.sqrt(expected / RESAMPLES));
    expect(variance / expected).toBeGreaterThan(0.8);
    expect(variance / expected).toBeLessThan(1.2);
  });

  // Of two values drawn from the same pot, one is missing where the other is: covariance − n p q.
  it('draw one value at the cost of another', () => {
    const [a, b] = [momentsOf(resamples, 0), momentsOf(resamples, 1)];
    const products = resamples.map((drawn) => (drawn[0]! - a.mean) * (drawn[1]! - b.mean));
    const covariance = products.reduce((sum, each) => sum + each, 0) / (products.length - 1);
    const expected = (-counts[0]! * counts[1]!) / size;
    expect(Math.abs(covariance - expected)).toBeLessThan(5 * Math.sqrt((a.variance * b.variance) / RESAMPLES));
  });
});

describe('percentileInterval', () => {
  /** So many resamples, that draw the first of two values 0, 1, 2 … times. */
  const ladder = (length: number) => Array.from({ length }, (_, index) => Uint32Array.of(index, length - 1 - index));

  // Ranks 0 … 40: 2.5 % of 40 is rank 1, 97.5 % rank 39.
  it('takes the 2.5 % and 97.5 % quantiles', () => {
    expect(percentileInterval(ladder(41), [100n, 0n], 1n)).toEqual({ low: 100n, high: 3_900n });
  });

  // Ranks 0 … 10: 0.25 and 9.75, a quarter of the way from 0 to 1 and three quarters from 9 to 10.
  it('interpolates linearly', () => {
    expect(percentileInterval(ladder(11), [100n, 0n], 1n)).toEqual({ low: 25n, high: 975n });
    expect(percentileInterval(ladder(11), [100n, 0n], 10n)).toEqual({ low: 3n, high: 98n });
    expect(percentileInterval(ladder(11), [-100n, 0n], 10n)).toEqual({ low: -98n, high: -3n });
  });

  it('is as exact beyond what doubles hold', () => {
    const huge = 10n ** 20n + 1n;
    expect(percentileInterval(ladder(41), [huge, 0n], 1n)).toEqual({ low: huge, high: 39n * huge });
  });

  // The mean of n draws from values of variance s² has standard error s / √n: here 10 of 100, each 0 or 1,000 with p 0.3.
  it('is near the normal interval where there is much to draw from', async () => {
    const resamples = await resamplesOf([700, 300], breathe);
    const { low, high } = percentileInterval(resamples, [0n, 1_000_000n], 1_000n);
    const halfWidth = 1.96 * 1_000_000 * Math.sqrt((0.3 * 0.7) / 1_000);
    expect(Math.abs(Number(low) - (300_000 - halfWidth))).toBeLessThan(halfWidth * 0.12);
    expect(Math.abs(Number(high) - (300_000 + halfWidth))).toBeLessThan(halfWidth * 0.12);
  });
});
