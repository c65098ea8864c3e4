import { describe, expect, it } from 'vitest';
import { costQuestion } from './cost-question.js';
import { funnelQuestion } from './funnel-question.js';
import { type CommonOptions, commonQuestion, outputOf, type Terminal } from './options.js';
import { velocityQuestion } from './velocity-question.js';

const NONE: CommonOptions = { format: 'table', color: true };
const PERIOD = { last: { count: 12, grain: 'MONTH' } };

describe('commonQuestion', () => {
  it('asks for no more than was given', () => {
    expect(commonQuestion(NONE)).toEqual({ period: PERIOD });
  });

  it('reads every option', () => {
    const options = {
      ...NONE,
      ...{ period: '2026-05', grain: 'half-year', by: 'source, "odd, name"', filter: ['region=x'] },
      ...{ asOf: '2026-06-01T00:00Z', knownAt: '2026-07-01T00:00Z' },
    };
    expect(commonQuestion(options)).toEqual({
      period: { grain: 'MONTH', containing: '2026-05-01' },
      grain: 'HALF_YEAR',
      by: ['source', 'odd, name'],
      filter: { region: { in: ['x'] } },
      asOf: Date.UTC(2026, 5, 1),
      knownAt: Date.UTC(2026, 6, 1),
    });
  });

  it.each([
    [{ grain: 'decade' }, '--grain "decade" is not one of day, week, month, quarter, half_year, year.'],
    [{ by: 'source,' }, '--by "source," has an empty name; give names separated by commas, such as a,b.'],
    [{ asOf: '2026-06-01' }, '--as-of "2026-06-01" is a date'],
    [{ knownAt: 'now' }, '--known-at "now" is no instant'],
  ])('refuses %o', (options, message) => {
    expect(() => commonQuestion({ ...NONE, ...options })).toThrow(message);
  });
});

describe('the questions of each report', () => {
  it('are theirs and the common ones', () => {
    const funnel = { mode: 'Cohort', unit: 'account', base: 'MQL', window: '30d', explicitOnly: true };
    expect(funnelQuestion({ ...NONE, ...funnel })).toEqual({
      ...{ period: PERIOD, mode: 'COHORT', unit: 'ACCOUNT', base: 'MQL' },
      ...{ conversionWindow: 2_592_000_000, includeImplied: false },
    });
    expect(velocityQuestion({ ...NONE, fromStage: 'LEAD', toStage: 'SQL', basis: 'from' })).toEqual({
      ...{ period: PERIOD, from: 'LEAD', to: 'SQL', basis: 'FROM' },
    });
    const cost = { method: 'shifted', stages: 'lead,SQL', roundLag: '30', scopes: 'marketing,Sales' };
    expect(costQuestion({ ...NONE, ...cost })).toEqual({
      period: PERIOD,
      method: 'SHIFTED',
      stages: ['lead', 'SQL'],
      roundLagToDays: 30,
      costScopes: ['MARKETING', 'SALES'],
    });
    expect(costQuestion({ ...NONE, method: 'shifted', lag: '0' })).toEqual({
      ...{ period: PERIOD, method: 'SHIFTED', lagDays: 0 },
    });
    const rolling = {
      method: 'rolling',
      rollingDays: '90',
      grain: 'month',
      lagFrom: 'mql-time-plus-sla',
      policy: 'fast',
    };
    expect(costQuestion({ ...NONE, ...rolling })).toEqual({
      ...{ period: PERIOD, method: 'ROLLING', rollingDays: 90, grain: 'MONTH' },
      ...{ lagFrom: 'MQL_TIME_PLUS_SLA', policy: 'fast' },
    });
    expect(costQuestion({ ...NONE, method: 'kernel', lag: '30', allocation: 'by-entries' })).toEqual({
      ...{ period: PERIOD, method: 'KERNEL', lagDays: 30, allocation: 'BY_ENTRIES' },
    });
  });

  it.each([
    [{ mode: 'flow' }, '--mode "flow" is not one of cohort, throughput.'],
    [{ unit: 'company' }, '--unit "company" is not one of lead, account.'],
    [{ window: '30' }, '--window "30" is not a duration'],
    [{ mode: 'throughput', window: '30d' }, '--window belongs to --mode cohort'],
  ])('refuse of a funnel %o', (options, message) => {
    expect(() => funnelQuestion({ ...NONE, ...options })).toThrow(message);
  });

  it.each([
    [{ method: 'cheap' }, '--method "cheap" is not one of simple, shifted, rolling, kernel.'],
    [{ method: 'rolling' }, '--method rolling needs --rolling-days'],
    [{ method: 'rolling', rollingDays: '90' }, '--method rolling is told for a series; give --grain'],
    [{ method: 'rolling', rollingDays: '0' }, '--rolling-days "0" is not a whole number from 1 to 3650.'],
    [{ method: 'kernel', rollingDays: '90' }, '--rolling-days belongs to --method rolling.'],
    [{ method: 'shifted', policy: 'fast' }, '--policy belongs to --lag-from mql_time_plus_sla.'],
    [{ lag: '30', lagFrom: 'observed' }, '--lag-from derives the lag'],
    [{ lagFrom: 'guess' }, '--lag-from "guess" is not one of observed, mql_time_plus_sla.'],
    [{ allocation: 'all' }, '--allocation "all" is not one of unallocated, by_entries.'],
    [{ method: 'shifted', lag: '1.5' }, '--lag "1.5" is not a whole number from 0 to 3650.'],
    [{ method: 'shifted', lag: '3651' }, '--lag "3651" is not a whole number from 0 to 3650.'],
    [{ method: 'shifted', roundLag: '0' }, '--round-lag "0" is not a whole number from 1 to 366.'],
    [{ method: 'shifted', lag: '30', roundLag: '30' }, '--round-lag rounds the derived lag'],
    [{ scopes: 'all' }, '--scopes "all" is not one of marketing, sales.'],
  ])('refuse of a cost %o', (options, message) => {
    expect(() => costQuestion({ ...NONE, ...options })).toThrow(message);
  });
});

describe('outputOf', () => {
  const screen = { isTTY: true, columns: 132 };
  const coloured = (options: Partial<CommonOptions>, terminal: Terminal, environment: NodeJS.ProcessEnv) =>
    outputOf({ ...NONE, ...options }, terminal, environment).colors.isColorSupported;

  it('is as wide as the terminal, 100 where there is none, and 40 at least', () => {
    expect(outputOf(NONE, screen, {}).width).toBe(132);
    expect(outputOf(NONE, {}, {}).width).toBe(100);
    expect(outputOf(NONE, { isTTY: true, columns: 12 }, {}).width).toBe(40);
    expect(outputOf({ ...NONE, width: '80' }, screen, {}).width).toBe(80);
    expect(() => outputOf({ ...NONE, width: '20' }, screen, {})).toThrow('--width "20" is not a whole number from 40');
    expect(() => outputOf({ ...NONE, format: 'xml' }, screen, {})).toThrow(
      '--format "xml" is not one of table, json, csv.',
    );
  });

  it('is coloured on a terminal, unless somebody minds', () => {
    expect(coloured({}, screen, {})).toBe(true);
    expect(coloured({}, {}, { CI: 'true' })).toBe(false);
    expect(coloured({}, {}, { FORCE_COLOR: '1' })).toBe(true);
    expect(coloured({}, screen, { FORCE_COLOR: '0' })).toBe(false);
    expect(coloured({}, screen, { NO_COLOR: '1', FORCE_COLOR: '1' })).toBe(false);
    expect(coloured({}, screen, { NO_COLOR: '' })).toBe(true);
    expect(coloured({}, screen, { TERM: 'dumb' })).toBe(false);
    expect(coloured({ color: false }, screen, {})).toBe(false);
  });
});
