import { InvalidInput } from '@leadstage/core';
import { describe, expect, it } from 'vitest';
import { parsePeriod, periodOf } from './parse-period.js';

describe('periodOf', () => {
  it('is the last 12 complete months by default', () => {
    expect(periodOf({})).toEqual({ last: { count: 12, grain: 'MONTH' } });
  });

  it('takes two dates, the second excluded', () => {
    expect(periodOf({ from: '2026-01-01', to: '2026-04-01' })).toEqual({ start: '2026-01-01', end: '2026-04-01' });
  });

  it.each([
    [{ from: '2026-01-01' }, '--from needs --to'],
    [{ to: '2026-01-01' }, '--to needs --from'],
    [{ from: '2026-01-01', to: '2026-01-01' }, '--to 2026-01-01 is not after --from 2026-01-01'],
    [{ from: '2026-02-30', to: '2026-04-01' }, '--from "2026-02-30" is not a date'],
    [{ from: '2026-01-01', to: '1.4.2026' }, '--to "1.4.2026" is not a date; write it YYYY-MM-DD'],
    [{ from: '2026-01-01', to: '2026-04-01', period: '2026' }, 'not by both'],
  ])('refuses %o', (options, message) => {
    expect(() => periodOf(options)).toThrow(message);
    expect(() => periodOf(options)).toThrow(InvalidInput);
  });
});

describe('parsePeriod', () => {
  it.each([
    ['last-3-months', { last: { count: 3, grain: 'MONTH' } }],
    ['last-90-days', { last: { count: 90, grain: 'DAY' } }],
    [' Last-4-Quarters ', { last: { count: 4, grain: 'QUARTER' } }],
    ['last-2-half-years', { last: { count: 2, grain: 'HALF_YEAR' } }],
    ['last-month', { last: { count: 1, grain: 'MONTH' } }],
    ['2026-05', { grain: 'MONTH', containing: '2026-05-01' }],
    ['2026-05-17', { grain: 'DAY', containing: '2026-05-17' }],
    ['2026', { start: '2026-01-01', end: '2027-01-01' }],
  ])('reads %s', (text, expected) => {
    expect(parsePeriod(text)).toEqual(expected);
  });

  it.each(['2026-13', '2026-02-30', '0000', '9999', 'last-months-3', 'last-3', '', '26'])('refuses "%s"', (text) => {
    expect(() => parsePeriod(text)).toThrow(`--period "${text}" is not a period; write last-3-months`);
  });

  it.each(['2026-Q1', '2026-H2', '2026q3'])('says of %s that the fiscal year matters', (text) => {
    expect(() => parsePeriod(text)).toThrow('Quarters and halves depend on the fiscal year');
  });
});
