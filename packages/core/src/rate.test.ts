import { expect, test } from 'vitest';
import { rateOf } from './rate.js';

test('example A: 8 of 80 and 48 of 80 are together 56 of 160', () => {
  expect(rateOf(8, 80).value).toBe(0.1);
  expect(rateOf(48, 80).value).toBe(0.6);
  expect(rateOf(56, 160)).toEqual({
    value: 0.35,
    numerator: 56,
    denominator: 160,
    low: expect.closeTo(0.2804, 4),
    high: expect.closeTo(0.4266, 4),
  });
});

test('a rate of nobody is null, never 0 or 100 %', () => {
  expect(rateOf(0, 0)).toEqual({ value: null, numerator: 0, denominator: 0, low: null, high: null });
});

test('none of some and all of some keep exact ends', () => {
  expect(rateOf(0, 20)).toMatchObject({ value: 0, low: 0, high: expect.closeTo(0.1611, 4) });
  expect(rateOf(20, 20)).toMatchObject({ value: 1, low: expect.closeTo(0.8389, 4), high: 1 });
});

test('a ratio of flows has a value above 1 and no interval', () => {
  expect(rateOf(3, 2)).toMatchObject({ value: 1.5, low: null, high: null });
});
