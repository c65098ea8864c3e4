import { describe, expect, test } from 'vitest';
import { cohortFunnel, throughputFunnel, unassigned } from './funnel.js';
import { maturity } from './maturity.js';
import type { MaturityQuestion } from './model.js';
import { historyOf, may, moves } from './story.js';

const DAY = 86_400_000;
const MAY = { start: '2026-05-01', end: '2026-06-01' };
const asked = { period: MAY, base: 'LEAD', includeImplied: true };

describe('a cohort of five, watched for ten days from 1 May', () => {
  const history = historyOf([
    [
      moves('fast', ['LEAD', 1], ['MQL', 3]),
      moves('slow', ['LEAD', 1], ['MQL', 8]),
      // Rejected twice: out since the first; disqualified, but back: not out.
      moves('out', ['LEAD', 1], ['CONTACT', 4, { kind: 'REJECTED', reason: 'rival' }], [null, 6]),
      moves('back', ['LEAD', 1], [null, 2], ['CONTACT', 5, { kind: 'REOPENED' }]),
      moves('young', ['LEAD', 9]),
    ],
  ]);
  const at = (more: Partial<MaturityQuestion>) =>
    maturity(history, { ...asked, asOf: may(11), conversionWindowMs: 5 * DAY, ...more }).find(
      (row) => row.stage === 'MQL' && row.keys.length === 0,
    );

  test('within five days one reached, one is out, two were watched beyond, one is young', () => {
    expect(at({})).toEqual({
      keys: [],
      bucket: null,
      stage: 'MQL',
      cohort: 5,
      mature: 4,
      tally: [
        [2 * DAY, 1, 0, 1],
        [3 * DAY, 0, 1, 0],
      ],
      beyond: 2,
      // 1 of 5 reaches after two days; whoever is lost then leaves no trace.
      projected: 0.2,
      // Of five one reached: the variance is 0.2 × 0.8 / 4; on the scale ln(−ln F) the ends are 0.2 to these powers.
      ends: {
        low: expect.closeTo(0.2 ** Math.exp(1.959963985 / Math.log(5)), 9),
        high: expect.closeTo(0.2 ** Math.exp(-1.959963985 / Math.log(5)), 9),
      },
    });
  });

  test('within seven days, that included, the slow one counts', () => {
    // 1/5 after two days; the young one is lost then; 1 of 3 goes after three; 1 of 2 of the rest reaches after seven.
    expect(at({ conversionWindowMs: 7 * DAY })?.projected).toBeCloseTo(1 / 5 + (4 / 5) * (2 / 3) * (1 / 2), 12);
    expect(at({ conversionWindowMs: 7 * DAY - 1 })?.projected).toBe(0.2);
  });

  test('as of 5 May nobody rejected is back, and whoever is out is out since the first rejection', () => {
    expect(at({ asOf: may(5) - 1 })).toMatchObject({
      cohort: 4,
      mature: 3,
      tally: [
        [DAY, 0, 1, 0],
        [2 * DAY, 1, 0, 0],
        [3 * DAY, 0, 1, 0],
        [4 * DAY - 1, 0, 0, 1],
      ],
      beyond: 0,
      projected: 0.25,
    });
  });

  test('without a window nobody is at risk before it ends', () => {
    expect(at({ conversionWindowMs: 0 })?.projected).toBe(null);
  });

  test('watched for at least two days: not the young one a day later', () => {
    const reached = (watchedForMs: number) =>
      cohortFunnel(history, { ...asked, asOf: may(10), watchedForMs }).find((row) => row.stage === 'LEAD')?.reached;
    expect([0, DAY, DAY + 1, 9 * DAY, 9 * DAY + 1].map(reached)).toEqual([5, 5, 4, 4, undefined]);
  });
});

test('whoever reached the stage is not out on the way, whether or not that took longer than the window', () => {
  const rejected = { kind: 'REJECTED', reason: 'rival' } as const;
  const history = historyOf([[moves('L', ['LEAD', 1], ['CONTACT', 3, rejected], ['MQL', 9, rejected])]]);
  const mql = (days: number) =>
    maturity(history, { ...asked, asOf: may(30), conversionWindowMs: days * DAY }).find((row) => row.stage === 'MQL');
  expect(mql(5)).toMatchObject({ mature: 1, tally: [], beyond: 1, projected: 0 });
  expect(mql(8)).toMatchObject({ mature: 1, tally: [[8 * DAY, 1, 0, 0]], beyond: 0, projected: 1 });
});

test('an implied entry is none where such do not count: the lead goes on waiting', () => {
  const history = historyOf([[moves('D', ['LEAD', 1], ['SQL', 3], ['MQL', 5])]]);
  const mql = (includeImplied: boolean) =>
    maturity(history, { ...asked, includeImplied, asOf: may(9), conversionWindowMs: 30 * DAY })[0];
  expect(mql(true)).toMatchObject({ stage: 'MQL', mature: 1, tally: [[2 * DAY, 1, 0, 0]] });
  expect(mql(false)).toMatchObject({ stage: 'MQL', mature: 0, tally: [[8 * DAY, 0, 0, 1]] });
});

describe('by account', () => {
  const of = (account: string | null, source: string, ...unit: Parameters<typeof moves>) => {
    const { lead, ...rest } = moves(...unit);
    return { lead: { ...lead!, account, source }, ...rest };
  };
  const history = historyOf([
    [
      of('A', 'web', 'A1', ['LEAD', 1], ['MQL', 6]),
      of('A', 'fair', 'A2', ['LEAD', 2], ['MQL', 4], [null, 7]),
      of('B', 'web', 'B1', ['SQL', 3], [null, 5]),
      of('B', 'fair', 'B2', ['LEAD', 3], [null, 4]),
      of(null, 'web', 'N', ['LEAD', 1], ['MQL', 2]),
    ],
  ]);
  const question = { ...asked, unit: 'ACCOUNT', by: ['source'] } as const;

  test('an account reaches a stage with its first lead, in the group of the one that brought it into the base', () => {
    const rows = cohortFunnel(history, question).map(({ keys, stage, reached }) => `${keys} ${stage} ${reached}`);
    // B comes to LEAD with both at once: explicitly with the one from the fair.
    expect(rows.sort()).toEqual([
      ' LEAD 2',
      ' MQL 2',
      ' SQL 1',
      'fair LEAD 1',
      'fair MQL 1',
      'fair SQL 1',
      'web LEAD 1',
      'web MQL 1',
    ]);
  });

  test('in throughput it takes the group of the lead that brought it into the stage', () => {
    const rows = throughputFunnel(history, question).filter((row) => row.keys.length > 0);
    expect(rows.map(({ keys, stage, entered }) => `${keys} ${stage} ${entered}`).sort()).toEqual([
      'fair LEAD 1',
      'fair MQL 1',
      'web LEAD 1',
      'web MQL 1',
      'web SQL 1',
    ]);
  });

  test('leads are filtered first; one without account is unassigned', () => {
    const web = { ...question, by: undefined, filter: { source: { in: ['web'] } } };
    const rows = cohortFunnel(history, web);
    expect(rows.map(({ stage, reached }) => `${stage} ${reached}`)).toEqual(['LEAD 2', 'MQL 2', 'SQL 1']);
    const none = unassigned(history, web);
    expect(none.map(({ stage, unassigned: count }) => `${stage} ${count}`)).toEqual(['LEAD 1', 'MQL 1']);
  });

  test('it is out when all its leads are, since the last', () => {
    const [, sql] = maturity(history, { ...question, by: undefined, asOf: may(9), conversionWindowMs: 4 * DAY });
    expect(sql).toMatchObject({ stage: 'SQL', cohort: 2, mature: 2, tally: [[0, 1, 0, 0]], beyond: 1 });
    const [, , qso] = maturity(history, { ...question, by: undefined, asOf: may(9), conversionWindowMs: 4 * DAY });
    expect(qso).toMatchObject({ stage: 'QSO', tally: [[2 * DAY, 0, 1, 0]], beyond: 1 });
  });
});
