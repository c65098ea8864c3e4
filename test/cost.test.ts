/* Cost by hand: every method, spreading, CAC, ROI and pipeline, with numbers that a person can check. */
import { type CostFigures, type CostQuestion, cost, METRICS } from '@leadstage/core';
import type { Database } from '@leadstage/prisma';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApiKey } from '../packages/api/src/access/api-key.js';
import { ingest } from '../packages/api/src/commands/ingest.js';
import type { CostInput, IngestUnit, LeadInput } from '../packages/api/src/commands/ingest-input.js';
import { setBusinessCalendar } from '../packages/api/src/commands/set-business-calendar.js';
import { setSlaPolicy } from '../packages/api/src/commands/set-sla-policy.js';
import { runReport } from '../packages/api/src/query/run-report.js';
import { askingOf } from './support/ask.js';
import { newWorkspace, openTestDatabase } from './support/database.js';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database?.close());

async function workspaceWith(units: readonly IngestUnit[]): Promise<string> {
  const id = await newWorkspace(database);
  const { outcomes } = await ingest(database, id, units);
  expect(outcomes.filter(({ status }) => status !== 'CREATED')).toEqual([]);
  return id;
}

/** A lead that enters stages at noon: `lead('l', { LEAD: '2026-01-01' })`. */
function lead(externalId: string, steps: Record<string, string>, more: Partial<LeadInput> = {}): IngestUnit {
  const transitions = Object.entries(steps).map(([to, date]) => {
    return { externalId: `${externalId}/${to}`, lead: externalId, to, occurredAt: Date.parse(`${date}T12:00:00Z`) };
  });
  return { lead: { externalId, ...more }, transitions };
}

let costs = 0;
function spent(amount: string, from: string, to: string, more: Partial<CostInput> = {}): IngestUnit {
  costs += 1;
  return { costs: [{ externalId: `c${costs}`, amount, currency: 'EUR', from, to, category: 'media', ...more }] };
}

const ask = (id: string, question: CostQuestion) => runReport(database, id, cost, question);
const stageOf = ({ stages }: CostFigures, key: string) => stages.find(({ stage }) => stage.key === key)!;
const month = (text: string) => ({ grain: 'MONTH', containing: `${text}-01` }) as const;

describe('SHIFTED', () => {
  const QUARTER = { start: '2026-01-01', end: '2026-04-01' };
  let id: string;
  beforeAll(async () => {
    id = await workspaceWith([
      lead('a', { LEAD: '2025-12-20', MQL: '2025-12-30', SQL: '2026-01-19' }),
      lead('b', { LEAD: '2025-12-30', MQL: '2026-01-11', SQL: '2026-02-04' }),
      lead('c', { LEAD: '2026-01-05', MQL: '2026-01-15' }),
      spent('9000.00', '2025-12-02', '2026-03-02'),
      spent('77.00', '2026-03-02', '2026-04-01'),
    ]);
  });

  // 30 and 36 days: a mean of 33. The window of the contract's example holds the 9,000.00 to the day.
  it('looks back by the mean of 33 days, rounded to 30', async () => {
    const { total } = await ask(id, { period: QUARTER, method: 'SHIFTED', roundLagToDays: 30, stages: ['SQL'] });
    expect(total.stages[0]).toMatchObject({
      lagDays: 30,
      spendWindow: { start: '2025-12-02', end: '2026-03-02' },
      entryWindow: QUARTER,
      spend: '9000.00',
      entered: 2,
      costPerEntry: '4500.00',
      lagLeads: null,
      interval: null,
      beforeFirstCost: { days: 0, share: 0 },
    });
    const exact = await ask(id, { period: QUARTER, method: 'SHIFTED', stages: ['SQL'] });
    // From 29 November: three days before anything was spent.
    expect(exact.total.stages[0]).toMatchObject({ lagDays: 33, beforeFirstCost: { days: 3, share: 3 / 90 } });
  });

  // To MQL in January took 12 and 10 days: 11.
  it('takes the time to MQL and the time to decide', async () => {
    const lags = async (more: Partial<CostQuestion> = {}) => {
      const question = { period: QUARTER, method: 'SHIFTED', lagFrom: 'MQL_TIME_PLUS_SLA', ...more } as const;
      return (await ask(id, question)).total.stages.map(({ lagDays }) => lagDays);
    };
    expect(await lags()).toEqual([0, 11, null, null, null]);
    const hours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '17:00' }));
    const effectiveFrom = 0;
    await setBusinessCalendar(database, id, { key: 'OFFICE', name: 'Office', timeZone: 'UTC', hours, effectiveFrom });
    const policy = { key: 'FAST', name: 'Fast', effectiveFrom };
    await setSlaPolicy(database, id, { ...policy, decisionWithin: { clock: 'CALENDAR', within: 'P2D' } });
    expect(await lags()).toEqual([0, 11, 13, 13, 13]);
    // 16 h of a week of 40 h are 2.8 days: 13.8.
    const decisionWithin = { clock: 'BUSINESS', within: 'PT16H' } as const;
    await setSlaPolicy(database, id, {
      key: 'OFFICE',
      name: 'Office',
      calendar: 'OFFICE',
      decisionWithin,
      effectiveFrom,
    });
    expect(await lags()).toEqual([0, 11, 13, 13, 13]);
    expect(await lags({ policy: 'OFFICE' })).toEqual([0, 11, 14, 14, 14]);
    expect(await lags({ policy: 'OFFICE', roundLagToDays: 4 })).toEqual([0, 12, 12, 12, 12]);
    await expect(lags({ policy: 'SLOW' })).rejects.toMatchObject({ code: 'UNKNOWN_POLICY', path: ['policy'] });
    // CAC looks back in the same way, whatever the method.
    const { total } = await ask(id, { period: QUARTER, lagFrom: 'MQL_TIME_PLUS_SLA' });
    expect(total.cac).toMatchObject({ lagDays: 13, entered: 0, cost: null });
    expect(stageOf(total, 'SQL').lagDays).toBe(0);
  });
});

describe('ROLLING', () => {
  // 1.00 a day from 1 January; a lead on the first of each month, two on 1 March.
  let id: string;
  beforeAll(async () => {
    id = await workspaceWith([
      spent('120.00', '2026-01-01', '2026-05-01'),
      ...['2026-01-01', '2026-02-01', '2026-03-01', '2026-03-01'].map((date, n) => lead(`l${n}`, { LEAD: date })),
    ]);
  });
  const rolling = { method: 'ROLLING', grain: 'MONTH', stages: ['LEAD'] } as const;
  const period = { start: '2026-02-10', end: '2026-04-01' };

  it('shows the last days before the end of each bucket', async () => {
    const { series, total } = await ask(id, { ...rolling, period, rollingDays: 40, lagDays: 10 });
    const shown = ({ stages }: CostFigures) => {
      const { entryWindow: of, spendWindow, spend, entered, costPerEntry } = stages[0]!;
      return [of.start, of.end, spendWindow?.start, spendWindow?.end, spend, entered, costPerEntry];
    };
    // To 1 March: entries of 20 January – 28 February, spend of 10 January – 18 February.
    const february = ['2026-01-20', '2026-03-01', '2026-01-10', '2026-02-19', '40.00', 1, '40.00'];
    const march = ['2026-02-20', '2026-04-01', '2026-02-10', '2026-03-22', '40.00', 2, '20.00'];
    expect(series.map(({ figures }) => shown(figures))).toEqual([february, march]);
    expect(shown(total)).toEqual(march);
  });

  it('has no lag of its own at LEAD, and looks back before anything was spent', async () => {
    const { series } = await ask(id, { ...rolling, period, rollingDays: 90 });
    expect(series.map(({ figures }) => figures.stages[0])).toMatchObject([
      { lagDays: 0, spend: '59.00', entered: 2, beforeFirstCost: { days: 31, share: 31 / 90 } },
      { lagDays: 0, spend: '90.00', entered: 4, beforeFirstCost: { days: 0, share: 0 } },
    ]);
  });

  it('needs a grain and a number of days', async () => {
    const { grain: _, ...whole } = { ...rolling, period };
    await expect(ask(id, { ...whole, rollingDays: 30 })).rejects.toMatchObject({
      code: 'GRAIN_REQUIRED',
      path: ['grain'],
    });
    for (const rollingDays of [undefined, 0, 3_651, 1.5]) {
      const refused = { code: 'INVALID_ROLLING_DAYS', path: ['rollingDays'] };
      await expect(ask(id, { ...rolling, period, rollingDays })).rejects.toMatchObject(refused);
    }
  });
});

describe('KERNEL', () => {
  const PERIOD = { start: '2026-03-04', end: '2026-03-05' };
  const MEDIA = [
    spent('10.00', '2026-03-01', '2026-03-02', { source: 'web' }),
    spent('20.00', '2026-03-03', '2026-03-04', { source: 'fair' }),
    spent('99.00', '2026-03-02', '2026-03-03'),
  ];
  const took = (name: string, from: string, more: Partial<LeadInput> = {}) =>
    lead(name, { LEAD: from, MQL: '2026-03-04' }, more);

  // One lead took 1 day, one 3: half of what was spent on the 3rd and half of the 1st. Nobody took 2.
  it('weighs the spend by how long leads took', async () => {
    const id = await workspaceWith([...MEDIA, took('a', '2026-03-03'), took('b', '2026-03-01')]);
    const { total } = await ask(id, { period: PERIOD, method: 'KERNEL', stages: ['LEAD', 'MQL', 'SQL'] });
    expect(total.stages).toMatchObject([
      { lagDays: 0, lagLeads: null, spend: '0.00', entered: 0, spendWindow: PERIOD, interval: null },
      {
        ...{ lagDays: null, lagLeads: 2, spend: '15.00', entered: 2, costPerEntry: '7.50' },
        spendWindow: { start: '2026-03-01', end: '2026-03-04' },
        // Of two lags drawn from two, a quarter are both of 3 days, a quarter both of 1: 10.00 or 20.00 over two leads.
        interval: { low: '5.00', high: '10.00' },
      },
      { lagDays: null, lagLeads: 0, spend: null, costPerEntry: null, spendWindow: null, entered: 0, interval: null },
    ]);
  });

  // Two took 1 day, one 3: (2 × 20 + 10) / 3 = 16.67; web 3.33 and fair 13.33, which is 13.34 so that they add up.
  it('keeps groups and the total together', async () => {
    const web = { source: 'web' };
    const id = await workspaceWith([
      ...MEDIA,
      took('a', '2026-03-03', web),
      took('b', '2026-03-03'),
      took('c', '2026-03-01'),
    ]);
    const { total, groups } = await ask(id, { period: PERIOD, method: 'KERNEL', stages: ['MQL'], by: ['source'] });
    expect(total.stages[0]).toMatchObject({ spend: '16.67', costPerEntry: '5.56', unallocated: '0.00' });
    const bySource = Object.fromEntries(groups.map(({ keys, figures }) => [keys[0], figures.stages[0]]));
    expect(bySource.fair).toMatchObject({ spend: '13.33', entered: 0, costPerEntry: null, interval: null });
    expect(bySource.web).toMatchObject({ spend: '3.34', entered: 1, costPerEntry: '3.34' });
    // Web's is a third of 10.00, as often as one of three leads is drawn that took 3 days: never, or all of them.
    expect(bySource.web!.interval).toEqual({ low: '0.00', high: '10.00' });
  });

  // 03:00Z on 1 March is still 28 February in New York; its clocks change on the 8th. From there to the 9th: 9 days.
  it('counts lags between local dates', async () => {
    const id = await newWorkspace(database, { timeZone: 'America/New_York' });
    const at = (externalId: string, to: string, text: string) => ({
      ...{ externalId, lead: 'l', to, occurredAt: Date.parse(text) },
    });
    const transitions = [at('1', 'LEAD', '2026-03-01T03:00Z'), at('2', 'MQL', '2026-03-09T04:30Z')];
    await ingest(database, id, [
      { lead: { externalId: 'l' }, transitions },
      spent('28.00', '2026-02-01', '2026-03-01'),
    ]);
    const period = { start: '2026-03-09', end: '2026-03-10' };
    const { total } = await ask(id, { period, method: 'KERNEL', stages: ['MQL'] });
    const spendWindow = { start: '2026-02-28', end: '2026-03-01' };
    expect(total.stages[0]).toMatchObject({
      entered: 1,
      lagLeads: 1,
      spendWindow,
      spend: '1.00',
      costPerEntry: '1.00',
    });
    expect(total.stages[0]!.interval).toEqual({ low: '1.00', high: '1.00' });
  });

  it('answers the same to the cent every time, whatever else is shown', async () => {
    const leads = Array.from({ length: 40 }, (_, n) =>
      took(`l${n}`, `2026-02-${String(1 + ((n * 7) % 28)).padStart(2, '0')}`),
    );
    const id = await workspaceWith([spent('1000.00', '2026-01-01', '2026-02-15'), ...leads]);
    const question = { period: PERIOD, method: 'KERNEL' } as const;
    const first = await ask(id, { ...question, stages: ['MQL'] });
    const second = await ask(id, { ...question, stages: ['SQL', 'MQL'] });
    expect(stageOf(second.total, 'MQL')).toEqual(first.total.stages[0]);
    expect(first.total.stages[0]!.interval).not.toBeNull();
  });
});

describe('BY_ENTRIES', () => {
  const PERIOD = month('2026-01');
  let id: string;
  beforeAll(async () => {
    id = await workspaceWith([
      lead('a', { LEAD: '2026-01-05', MQL: '2026-01-06' }, { source: 'a', region: 'north' }),
      lead('b', { LEAD: '2026-01-05' }, { source: 'b', region: 'south' }),
      lead('none', { LEAD: '2026-01-05' }, { region: 'south' }),
      spent('10.00', '2026-01-01', '2026-02-01'),
      spent('5.00', '2026-01-01', '2026-02-01', { source: 'nobody' }),
    ]);
  });
  const spread = { period: PERIOD, allocation: 'BY_ENTRIES', stages: ['LEAD'] } as const;
  const spends = async (question: CostQuestion) => {
    const { total, groups } = await ask(id, question);
    const { spend, unallocated, outsideFilter } = total.stages[0]!;
    return [
      spend,
      unallocated,
      outsideFilter,
      ...groups.map(({ keys, figures }) => [...keys, figures.stages[0]!.spend]),
    ];
  };

  // A lead each: a third of 10.00 each, the odd cent to the first by name. What says its source keeps it.
  it('spreads 10.00 over three groups of one lead', async () => {
    expect(await spends({ ...spread, by: ['source'] })).toEqual([
      ...['15.00', '0.00', null],
      ...[
        ['a', '3.34'],
        ['b', '3.33'],
        [null, '3.33'],
        ['nobody', '5.00'],
      ],
    ]);
    const apart = await spends({ ...spread, allocation: 'UNALLOCATED', by: ['source'] });
    expect(apart.slice(0, 3)).toEqual(['15.00', '10.00', null]);
  });

  it('spreads before it filters', async () => {
    expect(await spends({ ...spread, filter: { source: { in: ['a'] } } })).toEqual(['3.34', null, '0.00']);
    expect(await spends({ ...spread, filter: { source: { in: [null] } } })).toEqual(['3.33', null, '0.00']);
    const notSpread = await spends({ ...spread, allocation: 'UNALLOCATED', filter: { source: { in: ['a'] } } });
    expect(notSpread).toEqual(['0.00', null, '10.00']);
  });

  // 5.00 of `nobody` agree with no lead: they stay. 10.00 go by leads: 3.34 north, and 3.33 twice to the south.
  it('leaves what agrees with no lead', async () => {
    expect(await spends({ ...spread, by: ['region', 'source'] })).toEqual([
      ...['15.00', '5.00', null],
      ...[
        ['north', 'a', '3.34'],
        ['south', 'b', '3.33'],
        ['south', null, '3.33'],
      ],
    ]);
    expect(await spends({ ...spread, by: ['region'] })).toEqual([
      '15.00',
      '0.00',
      null,
      ['south', '10.00'],
      ['north', '5.00'],
    ]);
    const nobody = { ...spread, period: month('2025-12') };
    expect((await spends({ ...nobody, method: 'SHIFTED', lagDays: 0, by: ['region'] }))[1]).toBe('0.00');
    const before = { ...nobody, period: { start: '2026-01-01', end: '2026-01-05' } };
    expect(await spends({ ...before, by: ['region'] })).toEqual(['1.94', '1.94', null]);
  });
});

describe('CAC, ROI and pipeline', () => {
  let id: string;
  beforeAll(async () => {
    const won = { LEAD: '2025-12-02', QSO: '2025-12-20', CUSTOMER: '2026-01-01' };
    id = await workspaceWith([
      lead('won', won, { source: 'web', value: '1500.005' }),
      lead('unvalued', { ...won, CUSTOMER: '2026-01-21' }),
      lead('open', { LEAD: '2025-12-01', QSO: '2026-01-10' }, { source: 'web', value: '200.00' }),
      lead('standing', { LEAD: '2025-11-01', QSO: '2025-11-10' }, { source: 'fair', value: '50.00' }),
      lead('early', { LEAD: '2026-01-10', SQL: '2026-01-11' }, { value: '1000000.00' }),
      spent('620.00', '2025-11-22', '2026-01-23', { source: 'web' }),
      spent('310.00', '2026-01-01', '2026-02-01', { costScope: 'SALES' }),
    ]);
  });

  // 30 and 50 days: 40, so 22 November – 22 December. 10.00 a day of marketing; sales spent nothing then.
  it('looks back for CAC, and not for the ROI of SIMPLE', async () => {
    const { total, groups, series } = await ask(id, { period: month('2026-01'), by: ['source'], grain: 'MONTH' });
    const spendWindow = { start: '2025-11-22', end: '2025-12-23' };
    expect(total.cac).toEqual({ lagDays: 40, spendWindow, spend: '310.00', entered: 2, cost: '155.00' });
    // 220.00 of marketing to the 22nd and 310.00 of sales.
    const roi = (1500.01 - 530) / 530;
    expect(total.roi).toMatchObject({ won: 1, valueWon: '1500.01', spend: '530.00' });
    expect(total.roi!.roi).toBeCloseTo(roi, 12);
    expect(total.pipelineValue).toEqual({ leads: 2, value: '250.00' });
    expect(stageOf(total, 'CUSTOMER')).toMatchObject({ spend: '220.00', costPerEntry: '110.00' });

    const of = (source: string | null) => groups.find(({ keys }) => keys[0] === source)!.figures;
    expect(of('web').cac).toMatchObject({ spend: '310.00', entered: 1, cost: '310.00' });
    expect(of('web').roi).toMatchObject({ won: 1, valueWon: '1500.01', spend: '220.00' });
    expect(of('web').pipelineValue).toEqual({ leads: 1, value: '200.00' });
    // Nobody of theirs entered anything in January; what stands is told all the same.
    expect(of('fair').pipelineValue).toEqual({ leads: 1, value: '50.00' });
    expect(of(null).roi).toEqual({ won: 0, valueWon: '0.00', spend: '0.00', roi: null });
    expect(series.map(({ figures }) => figures.pipelineValue)).toEqual([null]);
    expect(series[0]!.figures.cac).toEqual(total.cac);
  });

  it('moves with the method and with asOf', async () => {
    const january = { period: month('2026-01'), lagDays: 31 };
    const shifted = (await ask(id, { ...january, method: 'SHIFTED' })).total;
    expect(shifted.roi).toMatchObject({ spend: '310.00' });
    expect(shifted.cac).toMatchObject({ lagDays: 31, spend: '310.00' });
    // On 9 January nothing else had become an opportunity, and one customer was won.
    const before = (await ask(id, { ...january, asOf: Date.UTC(2026, 0, 9) })).total;
    expect(before.pipelineValue).toEqual({ leads: 1, value: '50.00' });
    expect(before.cac).toMatchObject({ entered: 1 });
  });

  it('is asked for in GraphQL', async () => {
    const key = await createApiKey(database, id, { name: 'k', scopes: ['reports:read'] });
    const answer = await askingOf(database)(
      `{ cost(input: {
        period: { grain: MONTH, containing: "2026-01-01" }, method: KERNEL, allocation: BY_ENTRIES, by: ["source"]
        stages: ["CUSTOMER"], lagFrom: OBSERVED, roundLagToDays: 1
      }) { total {
        stages { lagLeads entered spend { amount } interval { low { amount } high { currency } } entryWindow { end } beforeFirstCost { days } }
        cac { lagDays cost { amount currency } spendWindow { start } } roi { won valueWon { amount } roi } pipelineValue { leads value { amount } }
      } } }`,
      `Bearer ${key}`,
    );
    expect(answer.errors).toEqual([]);
    // One customer took 30 days, one 50. Moved back by 30, January is 2 December – 1 January: 310.00; by 50, 12 November –
    // 12 December, of which the first ten days came before any cost: 210.00.
    expect(answer.data).toMatchObject({
      cost: {
        total: {
          stages: [
            {
              ...{ lagLeads: 2, entered: 2, spend: { amount: '260.00' } },
              interval: { low: { amount: '105.00' }, high: { currency: 'EUR' } },
              ...{ entryWindow: { end: '2026-02-01' }, beforeFirstCost: { days: 10 } },
            },
          ],
          cac: { lagDays: 40, cost: { amount: '155.00', currency: 'EUR' }, spendWindow: { start: '2025-11-22' } },
          roi: { won: 1, valueWon: { amount: '1500.01' }, roi: expect.any(Number) },
          pipelineValue: { leads: 2, value: { amount: '250.00' } },
        },
      },
    });
  });

  it('every figure is explained', () => {
    const names = METRICS.map(({ name }) => name);
    const told = [
      'spend',
      'unallocated',
      'costPerEntry',
      'costPerEntryInterval',
      'lagDays',
      'cac',
      'roi',
      'pipelineValue',
    ];
    expect(names).toEqual(expect.arrayContaining(told));
    expect(new Set(names).size).toBe(names.length);
  });
});
