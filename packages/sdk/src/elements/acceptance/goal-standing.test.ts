import { expect, test } from 'vitest';
import { type Goal, standingOf } from './goal-standing.js';

test.each([
  // A third of the way: 30 of 90 is an even pace.
  [{ attainment: 30 / 90, pace: 1, elapsedShare: 1 / 3 }, 'onPace'],
  [{ attainment: 29 / 90, pace: 29 / 30, elapsedShare: 1 / 3 }, 'behindPace'],
  [{ attainment: 1, pace: 3, elapsedShare: 1 / 3 }, 'reached'],
  [{ attainment: 89 / 90, pace: 89 / 90, elapsedShare: 1 }, 'missed'],
  [{ attainment: 1, pace: 1, elapsedShare: 1 }, 'reached'],
  [{ attainment: 0, pace: null, elapsedShare: 0 }, 'notBegun'],
  [{ attainment: null, pace: null, elapsedShare: 0.5 }, null],
])('%j', (goal, standing) => {
  expect(standingOf(goal as Goal)).toBe(standing);
});
