import { describe, expect, it } from 'vitest';
import type { StageDefinition } from './ladder.js';
import { type LeadsNeededQuestion, leadsNeededFor } from './leads-needed.js';
import type { Measure, MeasureRow } from './measure.js';
import { answersOf, type Desk, type Frame } from './report.js';
import { STANDARD_LADDER } from './standard-ladder.js';

const DAY = 86_400_000;
const LADDER: readonly StageDefinition[] = STANDARD_LADDER.map((stage, index) => ({
  ...stage,
  ...{ id: index + 1, version: 1, effectiveFrom: 0, recordedAt: 0, position: (index + 1) * 10, standard: stage.key },
  ...{ notes: null, crmValues: [], retired: false },
}));
const [CONTACT, LEAD, MQL, SQL] = LADDER.map(({ id }) => id) as [number, number, number, number];

const FRAME: Frame = {
  period: { start: '2026-01-01', end: '2026-02-01' },
  buckets: [],
  asOf: Date.UTC(2026, 4, 17, 12),
  asOfDate: '2026-05-17',
  knownAt: Date.UTC(2026, 4, 17, 12),
  earliest: null,
  filter: { region: { in: ['x'] } },
  by: ['owner'],
  calendar: { timeZone: 'America/New_York', fiscalYearStartMonth: 1, weekStart: 1 },
  currency: 'EUR',
  ladder: LADDER,
  ladderMode: 'AS_THEN',
  definitions: LADDER,
};
const GOAL = { stageId: SQL, start: '2026-04-01', end: '2026-07-01', target: 60, filter: { source: { in: ['web'] } } };

interface Known {
  readonly entered?: number;
  /** Per base stage: how many entered it, and how many of them got there. */
  readonly reached?: Readonly<Record<number, readonly [number, number]>>;
  /** Per base stage: how many leads, and the sum of their times in days. */
  readonly days?: Readonly<Record<number, readonly [number, number]>>;
}

/** Answers from what it is told, and notes what it was asked. */
function deskWith({ entered = 0, reached = {}, days = {} }: Known) {
  const asked: { readonly measures: readonly Measure[]; readonly frame: Frame }[] = [];
  const valuesOf = (measure: Measure): MeasureRow['values'] | undefined => {
    if (measure.kind === 'entered') return [entered];
    if (measure.kind === 'reached') return reached[measure.base];
    const [count, sum] = (measure.kind === 'duration' ? days[measure.from] : undefined) ?? [];
    return count === undefined || sum === undefined ? undefined : [count, String(sum * DAY), null, null, null];
  };
  const ask: Desk['ask'] = async (measures, frame) => {
    asked.push({ measures, frame });
    const rows = measures.flatMap((each, measure) => {
      const values = valuesOf(each);
      return values ? [{ measure, bucket: null, keys: null, values }] : [];
    });
    return answersOf(measures, frame, rows);
  };
  return { asked, desk: { ask } as Desk };
}

const needed = (known: Known, goal: Partial<typeof GOAL> = {}, question: LeadsNeededQuestion = {}) =>
  leadsNeededFor({ ...GOAL, ...goal }, question, FRAME, deskWith(known).desk);

describe('leadsNeededFor', () => {
  it('divides what is missing by the rates, and goes back from the end by the lag', async () => {
    const answer = await needed({
      entered: 18,
      reached: { [LEAD]: [200, 56], [MQL]: [160, 56] },
      days: { [LEAD]: [56, 56 * 30], [MQL]: [56, 56 * 20.5] },
    });
    expect(answer).toMatchObject({ missing: 42, ratesOver: { start: '2025-05-01', end: '2026-05-01' } });
    // 42 / 0.28 = 150; 60 / 0.28 = 214.2…; 1 July less 30 days is 1 June.
    expect(answer.leads).toMatchObject({
      stage: { key: 'LEAD' },
      rate: { value: 0.28, numerator: 56, denominator: 200 },
      lagSeconds: 30 * 86_400,
      lagLeads: 56,
      needed: { value: 150 },
      neededForTarget: { value: 215 },
      before: '2026-06-01',
    });
    // 42 / 0.35 = 120; 20 and a half days before 1 July 00:00 is 10 June 12:00: who came on the 10th may be late.
    expect(answer.mqls).toMatchObject({
      needed: { value: 120 },
      neededForTarget: { value: 172 },
      before: '2026-06-10',
    });
  });

  it('asks with the goal’s period and leads, not the report’s, and for leads that were watched long enough', async () => {
    const { asked, desk } = deskWith({});
    await leadsNeededFor(GOAL, {}, FRAME, desk);
    const goals = { filter: GOAL.filter, by: [], buckets: [], asOf: FRAME.asOf, knownAt: FRAME.knownAt };
    expect(asked).toMatchObject([
      {
        measures: [{ kind: 'entered', stage: SQL }],
        frame: { period: { start: GOAL.start, end: GOAL.end }, ...goals },
      },
      {
        measures: [
          { kind: 'reached', base: LEAD, stages: [LEAD, SQL], within: null, watchedFor: 180 * DAY },
          { kind: 'duration', from: LEAD, to: SQL, basis: 'TO', clock: null },
          { kind: 'reached', base: MQL, stages: [MQL, SQL], within: null, watchedFor: 180 * DAY },
          { kind: 'duration', from: MQL, to: SQL, basis: 'TO', clock: null },
        ],
        frame: { period: { start: '2025-05-01', end: '2026-05-01' }, ...goals },
      },
    ]);
  });

  it('a conversion window is how long a lead may take, and has been watched for', async () => {
    const { asked, desk } = deskWith({});
    const ratesOver = { grain: 'QUARTER', containing: '2026-02-01' } as const;
    const answer = await leadsNeededFor(GOAL, { conversionWindow: 90 * DAY, ratesOver }, FRAME, desk);
    expect(answer).toMatchObject({ watchedFor: 90 * DAY, ratesOver: { start: '2026-01-01', end: '2026-04-01' } });
    expect(asked[1]?.measures[0]).toMatchObject({ within: 90 * DAY, watchedFor: 90 * DAY });
  });

  it('a lag over a change of clocks is time as it passes', async () => {
    // New York, 8 March 2026: 2:00 becomes 3:00. Seven days of 24 h before 15 March 00:00 it was 7 March 23:00.
    const week = { reached: { [MQL]: [2, 1] }, days: { [MQL]: [1, 7] } } as const;
    expect((await needed(week, { start: '2026-03-01', end: '2026-03-15' })).mqls?.before).toBe('2026-03-07');
    expect((await needed(week, { start: '2026-03-01', end: '2026-03-08' })).mqls?.before).toBe('2026-03-01');
  });

  it('says nothing where it knows nothing', async () => {
    const nobody = { value: null, low: null, high: null };
    expect((await needed({})).leads).toMatchObject({
      ...{
        rate: { value: null },
        lagSeconds: null,
        lagLeads: 0,
        needed: nobody,
        neededForTarget: nobody,
        before: null,
      },
    });
    expect((await needed({ reached: { [LEAD]: [50, 0] } })).leads?.needed).toMatchObject({ value: null, high: null });
    expect(await needed({}, { stageId: 9 })).toMatchObject({ missing: null, leads: null, mqls: null });
  });

  it('a goal that is reached needs no more', async () => {
    const answer = await needed({ entered: 61, reached: { [LEAD]: [50, 0] } });
    expect(answer).toMatchObject({ missing: 0, leads: { needed: { value: 0 }, neededForTarget: { value: null } } });
  });

  it('a goal for MQLs needs so many of them, one for contacts none that can be told', async () => {
    const mqls = await needed({ entered: 18, reached: { [LEAD]: [100, 80] } }, { stageId: MQL });
    expect(mqls.leads?.needed.value).toBe(53);
    expect(mqls.mqls).toMatchObject({ rate: null, lagSeconds: 0, needed: { value: 42, low: 42, high: 42 } });
    expect(mqls.mqls?.before).toBe('2026-07-01');
    const leads = await needed({ entered: 18 }, { stageId: LEAD });
    expect(leads).toMatchObject({ missing: 42, leads: { needed: { value: 42 } }, mqls: null });
    expect(await needed({ entered: 18 }, { stageId: CONTACT })).toMatchObject({ missing: 42, leads: null, mqls: null });
  });

  it.each<[LeadsNeededQuestion, string, readonly string[]]>([
    [{ ratesOver: { start: '2026-02-01', end: '2026-01-01' } }, 'INVALID_PERIOD', ['ratesOver', 'end']],
    [{ ratesOver: { start: 'soon', end: '2026-01-01' } }, 'INVALID_DATE', ['ratesOver', 'start']],
    [{ conversionWindow: -1 }, 'INVALID_WINDOW', ['conversionWindow']],
  ])('refuses %o', async (question, code, path) => {
    await expect(needed({}, {}, question)).rejects.toMatchObject({ code, path });
  });
});
