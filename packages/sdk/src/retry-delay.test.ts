import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { retryDelayMs } from './retry-delay.js';

const NOW = Date.parse('2026-03-27T15:30:00Z');

describe('retryDelayMs', () => {
  it('doubles from 250 ms to 8 s, less a random half', () => {
    expect([0, 1, 2, 3, 4, 5, 6].map((attempt) => retryDelayMs(attempt, null, 0))).toEqual([
      250, 500, 1_000, 2_000, 4_000, 8_000, 8_000,
    ]);
    expect(retryDelayMs(2, null, 1)).toBe(500);
  });

  it('waits out what was asked for in seconds or until a date, and a little more', () => {
    expect(retryDelayMs(0, '2', 0, NOW)).toBe(2_000);
    expect(retryDelayMs(0, ' 2 ', 1, NOW)).toBe(2_125);
    expect(retryDelayMs(0, 'Fri, 27 Mar 2026 15:30:05 GMT', 0, NOW)).toBe(5_000);
    expect(retryDelayMs(0, 'Fri, 27 Mar 2026 15:29:00 GMT', 0, NOW)).toBe(0);
  });

  it('backs off on its own where it cannot read the header', () => {
    expect(retryDelayMs(1, 'soon', 0, NOW)).toBe(500);
    expect(retryDelayMs(1, '', 0, NOW)).toBe(500);
  });

  it('never waits less than was asked, and without a request never longer than 8 s', () => {
    const attempt = fc.nat(10);
    const random = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(attempt, random, fc.nat(100_000), (n, r, seconds) => {
        expect(retryDelayMs(n, String(seconds), r, NOW)).toBeGreaterThanOrEqual(seconds * 1_000);
        expect(retryDelayMs(n, null, r)).toBeGreaterThanOrEqual(125);
        expect(retryDelayMs(n, null, r)).toBeLessThanOrEqual(8_000);
      }),
    );
  });
});
