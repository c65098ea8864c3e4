import { describe, expect, test } from 'vitest';
import type { CostInput, IngestUnit } from '../../packages/api/src/commands/ingest-input.js';
import { addDays, bucketsOf, dateOf, startOfDate } from './calendar.js';
import { cost } from './cost.js';
import { firstEntries } from './first-entries.js';
import { fold } from './fold.js';
import { fraction, nearestMultiple } from './fractions.js';
import { cohortFunnel, throughputFunnel } from './funnel.js';
import { resolveStage } from './ladder.js';
import { DEFAULT_LADDER, type History, type StageDefinition } from './model.js';
import { accruedBy, spend } from './spend.js';
import { timeToReach } from './velocity.js';

const RECORDED = Date.UTC(2026, 5, 1);
const SETTINGS = { timeZone: 'UTC', currency: 'EUR', fiscalYearStartMonth: 1, weekStart: 1 };
const at = (text: string) => Date.parse(text.includes('T') ? text : `${text}T00:00Z`);

function historyOf(units: readonly IngestUnit[], more: Partial<History> = {}): History {
  return {
    settings: SETTINGS,
    ladder: DEFAULT_LADDER,
    batches: [{ recordedAt: RECORDED, units }],
    voids: [],
    commands: [],
    ...more,
  };
}

let lastId = 0;
/** A lead that enters stages on days: `lead('L', { LEAD: '2026-05-01' })`. */
function leadUnit(externalId: string, entries: Readonly<Record<string, string>>, attributes = {}): IngestUnit {
  const transitions = Object.entries(entries).map(([to, date]) => {
    lastId += 1;
    return { externalId: `T${lastId}`, lead: externalId, to, occurredAt: at(date) };
  });
  return { lead: { externalId, ...attributes }, transitions };
}

function costOf(amount: string, from: string, to: string, more: Partial<CostInput> = {}): CostInput {
  lastId += 1;
  return { externalId: `C${lastId}`, amount, currency: 'EUR', from, to, category: 'ads', ...more };
}

const JANUARY_TO_APRIL = { start: '2026-01-01', end: '2026-04-01' };
const MAY = { start: '2026-05-01', end: '2026-06-01' };

describe('worked example A', () => {
  const leads = (leadType: string, sqls: number) =>
    Array.from({ length: 100 }, (_, index) => {
      const entries: Record<string, string> = { LEAD: '2026-01-05' };
      if (index < 80) entries.MQL = '2026-01-09';
      if (index < sqls) entries.SQL = '2026-01-20';
      return leadUnit(`${leadType}-${index}`, entries, { leadType });
    });
  const costs = [
    costOf('400', '2026-01-01', '2026-02-01', { leadType: 'e-book' }),
    costOf('3600', '2026-01-01', '2026-02-01', { leadType: 'demo request' }),
  ];
  const history = historyOf([...leads('e-book', 8), ...leads('demo request', 48), { costs }]);
  const question = { period: { start: '2026-01-01', end: '2026-02-01' }, by: ['leadType'], includeImplied: true };

  test('counts 80 of 100 and 80 of 100, then 8 of 80 and 48 of 80, together 56 of 160', () => {
    const rows = cohortFunnel(history, { ...question, base: 'LEAD' });
    const reached = (keys: readonly string[]) =>
      ['LEAD', 'MQL', 'SQL', 'QSO'].map(
        (stage) => rows.find((row) => row.stage === stage && row.keys.join() === keys.join())?.reached ?? 0,
      );
    expect(reached([])).toEqual([200, 160, 56, 0]);
    expect(reached(['e-book'])).toEqual([100, 80, 8, 0]);
    expect(reached(['demo request'])).toEqual([100, 80, 48, 0]);
  });

  test('costs 4 and 36 per lead, 50 and 75 per SQL', () => {
    const { rows } = cost(history, { ...question, method: { kind: 'SIMPLE' } });
    const perEntry = (stage: string, key: string) => {
      const found = rows.find((row) => row.stage === stage && row.keys[0] === key)?.cost;
      return found && Number(found.numerator) / Number(found.denominator);
    };
    expect(perEntry('LEAD', 'e-book')).toBe(4_00);
    expect(perEntry('LEAD', 'demo request')).toBe(36_00);
    expect(perEntry('SQL', 'e-book')).toBe(50_00);
    expect(perEntry('SQL', 'demo request')).toBe(75_00);
  });
});

describe('worked example D', () => {
  const entries = { LEAD: '2026-05-01', SQL: '2026-05-03', MQL: '2026-05-05' };
  const history = historyOf([leadUnit('D', entries)]);

  test('first entries: LEAD 1 May, MQL 3 May implied, SQL 3 May', () => {
    const firsts = firstEntries(fold(history).leads[0]!, DEFAULT_LADDER, Infinity);
    expect(firsts.get(2)).toEqual({ at: at('2026-05-01'), explicit: true });
    expect(firsts.get(3)).toEqual({ at: at('2026-05-03'), explicit: false });
    expect(firsts.get(4)).toEqual({ at: at('2026-05-03'), explicit: true });
    expect(firsts.get(1)).toEqual({ at: at('2026-05-01'), explicit: false });
    expect(firsts.has(5)).toBe(false);
  });

  test('counts as MQL only where implied entries do, and in no MQL time', () => {
    const question = { period: MAY, base: 'LEAD' };
    const cell = { keys: [], bucket: null };
    expect(cohortFunnel(history, { ...question, includeImplied: true })).toEqual([
      { ...cell, stage: 'LEAD', reached: 1, fromPrevious: 1 },
      { ...cell, stage: 'MQL', reached: 1, fromPrevious: 1 },
      { ...cell, stage: 'SQL', reached: 1, fromPrevious: 1 },
    ]);
    expect(cohortFunnel(history, { ...question, includeImplied: false })).toEqual([
      { ...cell, stage: 'LEAD', reached: 1, fromPrevious: 1 },
      { ...cell, stage: 'SQL', reached: 1, fromPrevious: 0 },
    ]);
    expect(timeToReach(history, { period: MAY, from: 'LEAD', to: 'MQL', basis: 'TO' })).toEqual([]);
    expect(timeToReach(history, { period: MAY, from: 'LEAD', to: 'SQL', basis: 'TO' })).toMatchObject([
      { count: 1, sumMs: 172_800_000n, median: 172_800, histogram: [0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0] },
    ]);
  });

  test('before the third event is known, and after the second is voided', () => {
    const [unit] = history.batches[0]!.units;
    const [lead, sql, mql] = unit!.transitions!;
    const later = historyOf([], {
      batches: [
        { recordedAt: RECORDED, units: [{ ...unit, transitions: [lead!, sql!] }] },
        { recordedAt: RECORDED + 10, units: [{ transitions: [mql!] }] },
      ],
      voids: [{ recordedAt: RECORDED + 20, transitionExternalId: sql!.externalId }],
    });
    const mqlAt = (knownAt: number) => firstEntries(fold(later, knownAt).leads[0]!, DEFAULT_LADDER, Infinity).get(3);
    expect(fold(later, RECORDED - 1).leads).toEqual([]);
    expect(mqlAt(RECORDED)).toEqual({ at: at('2026-05-03'), explicit: false });
    expect(mqlAt(RECORDED + 19)).toEqual({ at: at('2026-05-03'), explicit: false });
    expect(mqlAt(RECORDED + 20)).toEqual({ at: at('2026-05-05'), explicit: true });
  });
});

describe('worked example E', () => {
  test('three months of a quarter add up, and so do its ninety days', () => {
    const history = historyOf([{ costs: [costOf('10000.00', '2026-01-01', '2026-04-01')] }]);
    const months = spend(history, { period: JANUARY_TO_APRIL, grain: 'MONTH' }).rows;
    expect(months).toEqual([
      { keys: [], bucket: null, spend: 10_000_00n },
      { keys: [], bucket: 0, spend: 3_444_44n },
      { keys: [], bucket: 1, spend: 3_111_12n },
      { keys: [], bucket: 2, spend: 3_444_44n },
    ]);
    const days = spend(history, { period: JANUARY_TO_APRIL, grain: 'DAY' }).rows.slice(1);
    expect(days.length).toBe(90);
    expect(days.reduce((sum, day) => sum + day.spend, 0n)).toBe(10_000_00n);
    const toFirstOfFebruary = { period: JANUARY_TO_APRIL, asOf: at('2026-01-31T00:00Z') };
    expect(spend(history, toFirstOfFebruary).rows).toEqual([{ keys: [], bucket: null, spend: 3_444_44n }]);
  });

  test('two entries of 10.00 over three days: each rounds on its own, 6.66 on the first day', () => {
    const entry = () => costOf('10.00', '2026-01-01', '2026-01-04');
    const history = historyOf([{ costs: [entry(), entry()] }]);
    const rows = spend(history, { period: { start: '2026-01-01', end: '2026-01-02' } }).rows;
    expect(rows).toEqual([{ keys: [], bucket: null, spend: 6_66n }]);
  });

  test('halves go away from zero, also of credits', () => {
    expect(accruedBy(costOf('0.01', '2026-01-01', '2026-01-03'), '2026-01-02', 'EUR')).toBe(1n);
    expect(accruedBy(costOf('-0.01', '2026-01-01', '2026-01-03'), '2026-01-02', 'EUR')).toBe(-1n);
    expect(accruedBy(costOf('-0.50', '2026-01-01', '2026-01-02'), '2027-01-01', 'JPY')).toBe(-1n);
    const rated = costOf('10', '2026-01-01', '2026-01-02', { currency: 'USD', exchangeRate: '0.1875' });
    expect(accruedBy(rated, '2026-01-02', 'EUR')).toBe(188n);
  });

  test('what lacks an attribute is unallocated or outside the filter', () => {
    const range = ['2026-01-01', '2026-01-02'] as const;
    const costs = [
      costOf('1', ...range, { source: 'web' }),
      costOf('2', ...range, { source: 'fair', campaign: 'spring' }),
      costOf('4', ...range),
      costOf('8', ...range, { source: 'web', costScope: 'SALES' }),
    ];
    const history = historyOf([{ costs }]);
    const period = JANUARY_TO_APRIL;
    const cell = { bucket: null };
    expect(spend(history, { period, by: ['source'] })).toEqual({
      rows: [
        { ...cell, keys: [], spend: 7_00n },
        { ...cell, keys: ['web'], spend: 1_00n },
        { ...cell, keys: ['fair'], spend: 2_00n },
      ],
      unallocated: [{ ...cell, spend: 4_00n }],
      outsideFilter: [],
    });
    expect(spend(history, { period, filter: { source: { in: ['web', null] } } })).toEqual({
      rows: [{ ...cell, keys: [], spend: 1_00n }],
      unallocated: [],
      outsideFilter: [{ ...cell, spend: 4_00n }],
    });
    expect(spend(history, { period, by: ['owner'], costScopes: ['SALES'] }).unallocated).toEqual([
      { ...cell, spend: 8_00n },
    ]);
  });
});

describe('shifted cost', () => {
  test('a mean of 33 days by 30 is 30, and asks for 2 December to 2 March', () => {
    expect(nearestMultiple(fraction(33), 30n)).toBe(30n);
    expect(nearestMultiple(fraction(45), 30n)).toBe(60n);
    expect(nearestMultiple(fraction(44_999, 1_000), 30n)).toBe(30n);
    expect([addDays('2026-01-01', -30), addDays('2026-04-01', -30)]).toEqual(['2025-12-02', '2026-03-02']);
    const costs = ['2025-12-01', '2025-12-02', '2026-03-01', '2026-03-02'].map((from, index) =>
      costOf(String(10 ** index), from, addDays(from, 1)),
    );
    const lead = leadUnit('L', { LEAD: '2025-12-20', MQL: '2026-01-22' });
    const question = {
      period: JANUARY_TO_APRIL,
      method: { kind: 'SHIFTED', lagDays: 'OBSERVED', roundLagToDays: 30 } as const,
      includeImplied: true,
    };
    const answer = cost(historyOf([lead, { costs }]), question);
    expect(answer.lags.map(({ lagDays }) => lagDays)).toEqual([0, 0, 30, null, null, null]);
    expect(answer.rows.find((row) => row.stage === 'MQL')).toEqual({
      stage: 'MQL',
      keys: [],
      bucket: null,
      spend: 110_00n,
      entered: 1,
      cost: { numerator: 110_00n, denominator: 1n },
    });
    expect(answer.rows.some((row) => row.stage === 'SQL')).toBe(false);
  });
});

describe('the log', () => {
  test('a conflict refuses its whole unit, the same again changes nothing', () => {
    const unit = leadUnit('L', { LEAD: '2026-05-01' }, { source: 'web' });
    const [transition] = unit.transitions!;
    const conflict = { lead: { externalId: 'L', source: 'fair' }, transitions: [{ ...transition!, to: 'MQL' }] };
    const known = fold(historyOf([unit, unit, conflict, { transitions: [{ ...transition!, lead: 'nobody' }] }]));
    expect(known.refusals).toEqual([
      { batch: 0, unit: 2, code: 'CONFLICT' },
      { batch: 0, unit: 3, code: 'UNKNOWN_LEAD' },
    ]);
    expect(known.leads[0]?.attributes.get('source')).toBe('web');
    expect(known.leads[0]?.transitions.length).toBe(1);
  });

  test('an absent standard stage is the first stage mapped to it; SQO is QSO', () => {
    const meeting = { ...DEFAULT_LADDER[4]!, id: 7, key: 'MEETING', position: 44 };
    const proposal = { ...meeting, id: 8, key: 'PROPOSAL', position: 47 };
    const own = [...DEFAULT_LADDER.filter((stage) => stage.key !== 'QSO'), proposal, meeting];
    expect(resolveStage(own, Infinity, 'sqo')?.key).toBe('MEETING');
    expect(resolveStage(own, Infinity, 'Proposal')?.key).toBe('PROPOSAL');
    expect(resolveStage(DEFAULT_LADDER, Infinity, 'SQO')?.key).toBe('QSO');
    expect(resolveStage(own, Infinity, 'NOWHERE')).toBeUndefined();
  });

  test('a stage has no entries before it is in force, nor after it is retired', () => {
    const sal: StageDefinition = { ...DEFAULT_LADDER[0]!, id: 7, key: 'SAL', position: 35, standard: null };
    const ladder = [
      ...DEFAULT_LADDER,
      { ...sal, effectiveFrom: at('2026-05-02') },
      { ...sal, effectiveFrom: at('2026-05-04'), retired: true },
    ];
    const salOf = (entries: Readonly<Record<string, string>>) =>
      firstEntries(fold(historyOf([leadUnit('L', entries)], { ladder })).leads[0]!, ladder, Infinity).get(7);
    expect(salOf({ SQL: '2026-05-01' })).toBeUndefined();
    expect(salOf({ SQL: '2026-05-02' })).toEqual({ at: at('2026-05-02'), explicit: false });
    expect(salOf({ SAL: '2026-05-03' })).toEqual({ at: at('2026-05-03'), explicit: true });
    expect(salOf({ SAL: '2026-05-04' })).toBeUndefined();
  });

  test('a lead without transitions stands in the first stage since its creation', () => {
    const history = historyOf([{ lead: { externalId: 'L', createdAt: at('2026-05-01') } }]);
    const [lead] = fold(history).leads;
    expect([...firstEntries(lead!, DEFAULT_LADDER, at('2026-05-01'))]).toEqual([
      [1, { at: at('2026-05-01'), explicit: true }],
    ]);
    expect(firstEntries(lead!, DEFAULT_LADDER, at('2026-05-01') - 1).size).toBe(0);
  });
});

describe('cohorts and times', () => {
  const leads = [1, 2, 3, 4].map((day) => leadUnit(`V${day}`, { LEAD: '2026-05-01', MQL: `2026-05-0${1 + day}` }));
  const history = historyOf(leads);
  const reachedMql = (more: object) =>
    cohortFunnel(history, { period: MAY, base: 'LEAD', includeImplied: true, ...more }).find(
      (row) => row.stage === 'MQL',
    )?.reached;

  test('a conversion exactly at the end of the window is in', () => {
    const days = 86_400_000;
    expect(reachedMql({})).toBe(4);
    expect(reachedMql({ conversionWindowMs: 2 * days })).toBe(2);
    expect(reachedMql({ conversionWindowMs: 2 * days - 1 })).toBe(1);
  });

  test('an event at asOf counts, one after it does not', () => {
    expect(reachedMql({ asOf: at('2026-05-03') })).toBe(2);
    expect(reachedMql({ asOf: at('2026-05-03') - 1 })).toBe(1);
  });

  test('of 1, 2, 3 and 4 days the median is 2.5, p75 3.25 and p90 3.7', () => {
    const day = 86_400;
    const [row] = timeToReach(history, { period: MAY, from: 'LEAD', to: 'MQL', basis: 'FROM' });
    expect(row).toMatchObject({ count: 4, sumMs: 864_000_000n, median: 2.5 * day, p75: 3.25 * day });
    expect(row?.p90).toBeCloseTo(3.7 * day, 6);
    expect(row?.histogram).toEqual([0, 0, 0, 1, 1, 2, 0, 0, 0, 0, 0, 0, 0]);
  });

  test('throughput counts in the bucket of each entry', () => {
    const period = { start: '2026-05-01', end: '2026-05-04' };
    const rows = throughputFunnel(history, { period, base: 'LEAD', grain: 'DAY', includeImplied: true });
    const entered = (stage: string, bucket: number | null) =>
      rows.find((row) => row.stage === stage && row.bucket === bucket)?.entered;
    expect([null, 0, 1, 2].map((bucket) => entered('LEAD', bucket))).toEqual([4, 4, undefined, undefined]);
    expect([null, 0, 1, 2].map((bucket) => entered('MQL', bucket))).toEqual([2, undefined, 1, 1]);
  });
});

describe('the calendar', () => {
  test('a date begins at its first instant', () => {
    expect(startOfDate('2025-11-02', 'America/Havana')).toBe(at('2025-11-02T04:00Z'));
    expect(startOfDate('2018-11-04', 'America/Sao_Paulo')).toBe(at('2018-11-04T03:00Z'));
    expect(startOfDate('2006-10-29', 'America/St_Johns')).toBe(at('2006-10-29T02:30Z'));
    expect(dateOf(at('2006-10-29T02:45Z'), 'America/St_Johns')).toBe('2006-10-29');
    expect(dateOf(at('2011-12-30T09:59Z'), 'Pacific/Apia')).toBe('2011-12-29');
    expect(dateOf(at('2011-12-30T10:00Z'), 'Pacific/Apia')).toBe('2011-12-31');
  });

  test('quarters follow the fiscal year, weeks their first day, ragged ends are clipped', () => {
    const period = { start: '2026-01-15', end: '2026-06-15' };
    const calendar = { timeZone: 'UTC', fiscalYearStartMonth: 2, weekStart: 7 };
    expect(bucketsOf(period, 'QUARTER', calendar).map((bucket) => bucket.start)).toEqual([
      '2026-01-15',
      '2026-02-01',
      '2026-05-01',
    ]);
    expect(bucketsOf(period, 'HALF_YEAR', calendar)[1]).toEqual({ start: '2026-02-01', end: '2026-06-15' });
    expect(bucketsOf(period, 'WEEK', calendar)[1]).toEqual({ start: '2026-01-18', end: '2026-01-25' });
  });
});
