import { describe, expect, test } from 'vitest';
import type { Benchmark } from '../benchmark.js';
import { type Batch, deskOf, frameOf, LADDER } from '../diagnosis/testing.js';
import { stepRate } from '../metrics/step-rate.js';
import { addDays } from '../period.js';
import { rateOf } from '../rate.js';
import type { Desk, Frame } from '../report.js';
import type { SlaPolicy } from '../sla.js';
import { type DiagnosisQuestion, diagnosis, diagnosisWith } from './diagnosis.js';

const QUESTION = { period: { start: '2026-04-01', end: '2026-07-01' } };

/**
 * 40 MQLs a week of two sources, of which a quarter (10) become SQL each week; those of `ads` only one in twenty (2) from
 * Monday 4 May 2026 on, the 45th of 53 weeks. Every lead is an e-book.
 */
function batches(): Batch[] {
  return Array.from({ length: 53 }, (_, week) => addDays('2025-07-02', 7 * week)).flatMap((date) =>
    ['ads', null].map(
      (source): Batch => ({
        base: 3,
        date,
        attributes: { source, leadType: 'e-book' },
        leads: 40,
        reached: source === 'ads' && date >= '2026-05-04' ? 2 : 10,
      }),
    ),
  );
}

const ask = (more: Partial<DiagnosisQuestion> = {}, about: Partial<Frame> = {}, desk = deskOf(batches())) =>
  diagnosis.answer({ ...QUESTION, ...more }, frameOf(about), desk);

describe('a source whose MQLs stop becoming SQL', async () => {
  const answer = await ask();
  const main = answer.findings.find((each) => each.main);

  test('is named, with since when and whose it is', () => {
    expect(main).toMatchObject({
      metric: 'stepRate',
      step: { from: { key: 'MQL' }, to: { key: 'SQL' } },
      trouble: 'QUALIFICATION',
      team: 'SALES',
      attribute: 'source',
      value: 'ads',
      against: { kind: 'BASELINE' },
      // 13 weeks of the period, 5 of them as before: 50 + 8 × 2; 39 weeks before it.
      period: { numerator: 66, denominator: 520 },
      baseline: { numerator: 390, denominator: 1_560 },
      since: { at: { start: '2026-05-04', end: '2026-05-11' } },
    });
    expect(answer.quiet).toBe(false);
  });

  test('is told in words that hold all the numbers', () => {
    expect(main?.reading).toBe(
      'Of 520 leads with source "ads" that entered MQL and were watched for 30 days, 66 (12.7 %) reached SQL in that time, ' +
        'against 25.0 % of 1,560 in the 3 periods before (1 July 2025 to 31 March 2026): ' +
        '−12.3 points (95 % between −15.7 and −8.5; adjusted p < 0.001). It began in the week of 4 May 2026. ' +
        'Few in SQL per lead in MQL point to qualification or the lead type; the step belongs to sales.',
    );
    expect(answer.summary).toBe(
      'In trouble: MQL → SQL with source "ads" (−12.3 points, since about the week of 4 May 2026).',
    );
  });

  test('shows in all leads too, where it is split into mix and rate', () => {
    const [total] = answer.findings.filter(({ attribute }) => attribute === null);
    expect(total).toMatchObject({ main: false, leadsLost: expect.closeTo(64, 9) });
    expect(total?.splits).toEqual([
      {
        attribute: 'source',
        change: expect.closeTo(-64 / 1_040, 12),
        mixEffect: 0,
        rateEffect: expect.closeTo(-64 / 1_040, 12),
        groups: [
          { keys: ['ads'], mixEffect: 0, rateEffect: expect.closeTo(-64 / 1_040, 12) },
          { keys: [null], mixEffect: 0, rateEffect: 0 },
        ],
      },
      expect.objectContaining({ attribute: 'leadType', mixEffect: 0 }),
    ]);
    expect(answer.steps[1]?.difference?.value).toBeCloseTo(-64 / 1_040, 12);
  });

  test('leaves out groups that are all leads: nobody learns anything from them', () => {
    expect(answer.findings.map(({ attribute }) => attribute)).toEqual(['source', null]);
    expect(answer.tested).toBe(3);
  });

  test('says what it could not judge', () => {
    expect(answer.thin.map(({ step, reason }) => `${step.to.key} ${reason}`)).toEqual([
      'MQL TOO_FEW',
      'QSO TOO_FEW',
      'CUSTOMER TOO_FEW',
    ]);
    expect(answer.thin[0]?.reading).toBe('LEAD → MQL: nothing has been watched for long enough.');
  });
});

test('a quiet workspace is said to be so', async () => {
  const desk = deskOf(batches().filter(({ attributes }) => attributes.source === null));
  const answer = await ask({}, {}, desk);
  expect(answer).toMatchObject({ quiet: true, findings: [], improvements: [], tested: 1 });
  expect(answer.summary).toMatch(/^All quiet: of 1 comparison no drop is more than chance/);
  expect((await ask({}, {}, deskOf([]))).summary).toBe('Nothing could be judged: the evidence is too thin.');
});

test('a rise is an improvement, not trouble', async () => {
  const risen = batches().map((each) => ({ ...each, reached: each.leads - each.reached }));
  const answer = await ask({}, {}, deskOf(risen));
  expect(answer.quiet).toBe(true);
  expect(answer.improvements[0]).toMatchObject({ attribute: 'source', value: 'ads', main: true });
  expect(answer.improvements[0]?.since?.at.start).toBe('2026-05-04');
  expect(answer.improvements[0]?.reading).not.toContain('point to');
});

test('thin evidence is no finding, and says how much would be needed', async () => {
  const few = batches().map((each) => ({
    ...each,
    leads: each.date < '2026-04-01' ? 10 : 1,
    reached: each.date < '2026-04-01' ? 1 : 0,
  }));
  const answer = await ask({ by: ['source'] }, {}, deskOf(few));
  const ads = answer.thin.find(({ value }) => value === 'ads');
  // 39 of 403 is 9.7 %: for five SQLs 52 leads are needed.
  expect(ads).toMatchObject({ reason: 'TOO_FEW', needed: 52, period: { numerator: 0, denominator: 13 } });
  expect(ads?.reading).toBe(
    'MQL → SQL with source "ads": too thin. There are 13 in the period, 390 in the baseline; at this rate about 52 on each side are needed.',
  );
  expect(answer.quiet).toBe(true);
});

describe('what it asks for', () => {
  const recorded = () => {
    const asked: { frame: Frame; measures: readonly unknown[] }[] = [];
    const desk = deskOf(batches());
    const noting: Desk = {
      ...desk,
      ask(measures, frame) {
        asked.push({ frame, measures });
        return desk.ask(measures, frame);
      },
    };
    return { asked, noting };
  };

  test('is one statement an attribute, and one more for what was found', async () => {
    const { asked, noting } = recorded();
    await ask(
      {},
      { filter: { region: { in: [null] }, source: { notIn: ['x'] } } },
      { ...noting, ask: async (m, f) => noting.ask(m, { ...f, filter: {} }) },
    );
    expect(asked).toHaveLength(4);
  });

  test('watches every lead for the same time', async () => {
    const { asked, noting } = recorded();
    await ask({ conversionWindow: 3_600_000, by: [] }, {}, noting);
    expect(asked[0]?.measures[1]).toEqual({
      ...{ kind: 'reached', unit: 'LEAD', base: 3, stages: [3, 4] },
      ...{ within: 3_600_000, watchedFor: 3_600_000, explicitOnly: false },
    });
    expect(asked[0]?.frame).toMatchObject({ by: [], buckets: [{ start: '2025-07-01' }, QUESTION.period] });
  });

  test('narrows the series to the groups found, within the filter', async () => {
    const { asked, noting } = recorded();
    await ask({ by: ['source'] }, {}, noting);
    expect(asked.map(({ frame }) => frame.filter)).toContainEqual({ source: { in: ['ads'] } });
  });
});

test('a stage that came in between is not compared with the time before it', async () => {
  const sal = { ...LADDER[3]!, id: 9, key: 'SAL', standard: null, position: 35, effectiveFrom: Date.UTC(2026, 0, 15) };
  const ladder = [...LADDER.slice(0, 3), sal, ...LADDER.slice(3)];
  const answer = await ask({ by: [] }, { ladder, definitions: [...LADDER, sal] });
  expect(answer.thin.filter(({ reason }) => reason === 'NEW_STAGE').map(({ step }) => step.to.key)).toEqual([
    'SAL',
    'SQL',
  ]);
});

test('a definition that changed on the way is told', async () => {
  const sql = { ...LADDER[3]!, version: 2, effectiveFrom: Date.UTC(2026, 4, 4) };
  const answer = await ask({}, { definitions: [...LADDER, sql] });
  expect(answer.findings[0]?.redefined).toEqual([sql]);
  expect(answer.findings[0]?.reading).toContain(
    'SQL has a new definition since 4 May 2026 (version 2), which may be part of it.',
  );
});

describe('benchmarks', () => {
  const benchmark = (about: Partial<Benchmark>): Benchmark => ({
    ...{ id: 1, metric: 'stepRate', stage: 'SQL', value: '0.25', definition: stepRate.formula },
    ...{ source: 'A survey', publishedOn: '2026-01-15', recordedAt: 0, voidedAt: null, ...about },
  });

  test('are compared with, and left out with a reason where they are of another definition', async () => {
    const standing = [benchmark({}), benchmark({ id: 2, definition: 'wins / leads' })];
    const answer = await ask({ by: [] }, {}, deskOf(batches(), standing));
    expect(answer.benchmarksLeftOut.map((each) => each.benchmark.id)).toEqual([2]);
    const [found] = answer.findings.filter(({ against }) => against.kind === 'BENCHMARK');
    expect(found).toMatchObject({
      difference: { value: expect.closeTo(196 / 1_040 - 0.25, 12) },
      since: null,
      splits: [],
      main: false,
    });
    expect(found?.reading).toContain('against a benchmark of 25.0 % (A survey, 2026-01-15): −6.2 points');
    expect(answer.tested).toBe(2);
  });

  test('of acceptance are compared with handoffs on dates watched long enough', async () => {
    const frames: Frame[] = [];
    const desk = deskOf(
      [],
      [benchmark({ metric: 'acceptanceRate', stage: null, definition: 'acceptanceRate', value: '0.5' })],
    );
    const handoffs: Desk = {
      ...desk,
      async ask(measures, frame) {
        if (measures[0]?.kind !== 'handoffs') return desk.ask(measures, frame);
        frames.push(frame);
        return {
          groups: [],
          cell: (bucket, keys) => ({ period: frame.period, bucket, keys, values: () => [100, 20, 70, 5, 5] }),
        };
      },
    };
    const answer = await ask({ by: [] }, { asOf: Date.UTC(2026, 6, 11, 12) }, handoffs);
    expect(frames[0]?.period).toEqual({ start: '2025-07-01', end: '2026-06-11' });
    expect(answer.findings[0]).toMatchObject({ metric: 'acceptanceRate', trouble: 'QUALIFICATION', baseline: null });
  });
});

describe('the follow-up', () => {
  const policies = async () => [{ id: 1 } as SlaPolicy];
  const slipping = diagnosisWith(async (frame) => ({
    groups: [['Ada'], ['Bob']],
    rate: (bucket, keys) => {
      // Weeks have seven handoffs; two buckets are baseline and period.
      if (frame.buckets.length > 2) return rateOf((frame.buckets[bucket!]?.start ?? '') < '2026-04-01' ? 6 : 3, 7);
      if (keys?.[0] === 'Bob') return rateOf(45, 50);
      return keys === null ? rateOf(bucket === 0 ? 135 : 90, 150) : rateOf(bucket === 0 ? 90 : 45, 100);
    },
  }));

  test('is judged where there are policies', async () => {
    const desk = { ...deskOf([]), policies };
    const answer = await slipping.answer({ ...QUESTION, by: ['owner'] }, frameOf(), desk);
    expect(answer.findings.map(({ metric, trouble, value }) => `${metric} ${trouble} ${value}`)).toEqual([
      'complianceRate FOLLOW_UP Ada',
      'complianceRate FOLLOW_UP null',
    ]);
    expect(answer.findings[0]?.since?.at.start).toBe('2026-04-06');
    expect(answer.findings[0]?.reading).toMatch(
      /^Of 100 promised first responses to handoffs with owner "Ada", 45 \(45\.0 %\) came in time, .*First responses that come late point to follow-up; the step belongs to sales\.$/,
    );
  });

  test('asks by whole dates, and only those watched for long enough', async () => {
    const frames: Frame[] = [];
    const noting = diagnosisWith(async (frame) => {
      frames.push(frame);
      return { groups: [], rate: () => rateOf(1, 1) };
    });
    const desk = { ...deskOf([]), policies };
    // 30 days before noon of 11 July 2026, Berlin, is noon of 11 June: 10 June is the last whole date.
    await noting.answer({ ...QUESTION, by: [] }, frameOf({ asOf: Date.UTC(2026, 6, 11, 10) }), desk);
    expect(frames[0]?.buckets).toEqual([
      { start: '2025-07-01', end: '2026-04-01' },
      { start: '2026-04-01', end: '2026-06-11' },
    ]);
    await noting.answer({ ...QUESTION, by: [] }, frameOf({ asOf: Date.UTC(2026, 3, 20) }), desk);
    expect(frames).toHaveLength(1);
  });

  test('is left alone where there are none', async () => {
    const desk = deskOf([]);
    const answer = await diagnosisWith(() => Promise.reject(new Error('asked'))).answer(QUESTION, frameOf(), desk);
    expect(answer.steps.map(({ metric }) => metric)).not.toContain('complianceRate');
  });
});
