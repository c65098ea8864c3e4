import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attainmentOf } from './attainment.js';
import { elapsedShareOf, paceOf } from './pace.js';

const DAY = 86_400_000;

describe('attainment and pace', () => {
  it.each([
    // A quarter of 90 days with a target of 90: a lead a day is an even pace.
    [30, 90, 30, 1 / 3, 1],
    [15, 90, 30, 1 / 6, 0.5],
    [45, 90, 30, 0.5, 1.5],
    [0, 90, 30, 0, 0],
    [5, 90, 0, 5 / 90, null],
    [5, 90, -3, 5 / 90, null],
    [100, 90, 90, 100 / 90, 100 / 90],
    [100, 90, 400, 100 / 90, 100 / 90],
  ])('%i of %i after %i of 90 days', (entered, target, days, attained, pace) => {
    const share = elapsedShareOf(0, 90 * DAY, days * DAY);
    expect(attainmentOf(entered, target)).toBeCloseTo(attained, 12);
    if (pace === null) expect(paceOf(entered, target, share)).toBeNull();
    else expect(paceOf(entered, target, share)).toBeCloseTo(pace, 12);
  });

  it('the share grows from 0 to 1 and stays within', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000, max: 1_000 }), fc.integer({ min: 1, max: 500 }), (at, length) => {
        const share = elapsedShareOf(0, length, at);
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
        expect(elapsedShareOf(0, length, at + 1)).toBeGreaterThanOrEqual(share);
      }),
    );
  });
});
