import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_ATTEMPTS, parseRetryAfter, retryDelay } from './retry-delay.js';

const HOUR = 3_600_000;

describe('retryDelay', () => {
  it.each([
    [1, 10_000],
    [2, 20_000],
    [3, 40_000],
    [12, 20_480_000],
    [13, 6 * HOUR],
    [15, 6 * HOUR],
  ])('after attempt %i is at most %i ms, and at least half of that', (attempts, most) => {
    expect(retryDelay(attempts, null, 1)).toBe(most);
    expect(retryDelay(attempts, null, 0)).toBe(most / 2);
  });

  it('adds up to between 14 and 30 hours until an event is dead', () => {
    const total = (random: number) =>
      Array.from({ length: MOST_ATTEMPTS - 1 }, (_, index) => retryDelay(index + 1, null, random)).reduce(
        (a, b) => a + b,
      );
    expect(total(0) / HOUR).toBeCloseTo(14.7, 1);
    expect(total(1) / HOUR).toBeCloseTo(29.4, 1);
  });

  it('is as long as the receiver asks, never shorter than without that, never longer than 6 h', () => {
    expect(retryDelay(1, 60_000, 1)).toBe(60_000);
    expect(retryDelay(5, 1_000, 0)).toBe(80_000);
    expect(retryDelay(1, 24 * HOUR, 0)).toBe(6 * HOUR);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2_000 }),
        fc.nat(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, asked, r) => {
          const delay = retryDelay(n, asked, r);
          expect(Number.isInteger(delay) && delay >= 5_000 && delay <= 6 * HOUR).toBe(true);
          expect(delay).toBeGreaterThanOrEqual(retryDelay(n, null, r));
        },
      ),
    );
  });
});

describe('parseRetryAfter', () => {
  const now = Date.UTC(2026, 2, 27, 15, 30);
  it.each([
    [undefined, null],
    ['120', 120_000],
    ['Fri, 27 Mar 2026 15:31:00 GMT', 60_000],
    ['Fri, 27 Mar 2026 15:29:00 GMT', 0],
    ['soon', null],
  ])('of %s is %s', (header, milliseconds) => {
    expect(parseRetryAfter(header, now)).toBe(milliseconds);
  });
});
