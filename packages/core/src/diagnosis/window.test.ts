import { describe, expect, test } from 'vitest';
import { frameOf } from './testing.js';
import { type DiagnosisQuestion, windowOf } from './window.js';

const DAY = 86_400_000;
const windowAt = (start: string, end: string, more: Partial<DiagnosisQuestion> = {}) =>
  windowOf({ period: { start, end }, ...more }, frameOf({ period: { start, end } }));

describe('the baseline', () => {
  test.each([
    ['a quarter', '2026-04-01', '2026-07-01', undefined, '2025-07-01'],
    ['a month', '2026-03-01', '2026-04-01', 1, '2026-02-01'],
    ['a February', '2026-02-01', '2026-03-01', 12, '2025-02-01'],
    ['two months', '2026-03-01', '2026-05-01', 2, '2025-11-01'],
    ['a week', '2026-03-09', '2026-03-16', 3, '2026-02-16'],
    ['ten days', '2026-03-02', '2026-03-12', 2, '2026-02-10'],
    ['from the first of a month to its middle', '2026-03-01', '2026-03-15', 1, '2026-02-15'],
  ])('of %s', (_, start, end, baselinePeriods, expected) => {
    expect(windowAt(start, end, { baselinePeriods }).baseline).toEqual({ start: expected, end: start });
  });
});

test('the defaults', () => {
  const window = windowAt('2026-04-01', '2026-07-01');
  expect(window).toMatchObject({ attributes: ['source', 'leadType'], baselinePeriods: 3, conversionWindow: 30 * DAY });
  expect(window.watchedUntil).toBe(frameOf().asOf - 30 * DAY);
  expect([window.buckets[0], window.buckets.at(-1)]).toEqual([
    { start: '2025-07-01', end: '2025-07-07' },
    { start: '2026-06-29', end: '2026-07-01' },
  ]);
});

test.each([
  [{ baselinePeriods: 0 }, 'INVALID_BASELINE', ['baselinePeriods']],
  [{ baselinePeriods: 25 }, 'INVALID_BASELINE', ['baselinePeriods']],
  [{ baselinePeriods: 1.5 }, 'INVALID_BASELINE', ['baselinePeriods']],
  [{ conversionWindow: 0 }, 'INVALID_WINDOW', ['conversionWindow']],
  [{ conversionWindow: 101 * 366 * DAY }, 'INVALID_WINDOW', ['conversionWindow']],
  [{ grain: 'DAY', baselinePeriods: 24 } as const, 'TOO_MANY_BUCKETS', ['grain']],
])('refuses %o', (more, code, path) => {
  expect(() => windowAt('2026-04-01', '2026-07-01', more)).toThrow(expect.objectContaining({ code, path }));
});
