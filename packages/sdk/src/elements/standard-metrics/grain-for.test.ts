import { expect, test } from 'vitest';
import { grainFor } from './grain-for.js';

test('a column for each of a few buckets', () => {
  expect(grainFor({ last: { count: 12, grain: 'MONTH' } })).toBe('MONTH');
  expect(grainFor({ last: { count: 1, grain: 'MONTH' } })).toBe('WEEK');
  expect(grainFor({ grain: 'QUARTER', containing: '2026-02-01' })).toBe('MONTH');
  expect(grainFor({ start: '2026-01-01', end: '2026-01-08' })).toBe('DAY');
  expect(grainFor({ start: '2023-01-01', end: '2026-01-01' })).toBe('QUARTER');
  expect(grainFor({ last: { count: 10, grain: 'YEAR' } })).toBe('YEAR');
});
