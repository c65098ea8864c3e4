import { expect, it } from 'vitest';
import { fittingGrain } from './question.js';

it('fits what is known of a period before it is asked', () => {
  expect(fittingGrain({ start: '2026-01-01', end: '2026-02-01' })).toBe('DAY');
  expect(fittingGrain({ start: '2026-01-01', end: '2026-07-01' })).toBe('WEEK');
  expect(fittingGrain({ last: { count: 12, grain: 'MONTH' } })).toBe('MONTH');
  expect(fittingGrain({ last: { count: 4, grain: 'WEEK' } })).toBe('DAY');
  expect(fittingGrain({ last: { count: 8, grain: 'YEAR' } })).toBe('QUARTER');
  expect(fittingGrain({ grain: 'QUARTER', containing: '2026-05-03' })).toBe('WEEK');
  expect(fittingGrain({ grain: 'YEAR', containing: '2026-05-03' })).toBe('MONTH');
});
