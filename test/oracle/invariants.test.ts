import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spendByEntries } from './allocation.js';
import { rowsOf } from './answers.js';
import { arbitraryHistory, arbitraryHistoryWithQuestions, renaming, withKnownAt, withRecordedAt } from './arbitrary.js';
import { recordInstantsOf } from './build-question.js';
import { addDays, bucketsOf, dateOf, datesOf, isWithin, startOfDate } from './calendar.js';
import { cost } from './cost.js';
import { firstEntries } from './first-entries.js';
import { fold } from './fold.js';
import { cohortFunnel, throughputFunnel } from './funnel.js';
import type { History, Question } from './model.js';
import { reduced } from './reduce.js';
import { spend } from './spend.js';
import { timeToReach } from './velocity.js';

const asked = <R extends Question['report']>(questions: readonly Question[], report: R) =>
  questions.filter((question): question is Extract<Question, { report: R }> => question.report === report);

/** A label for the cell of a row, or of the total above its group or its series. */
const cellName = (keys: readonly (string | null)[], bucket: number | null, stage = '') =>
  JSON.stringify([keys, bucket, stage]);

/** Checks that `amount` adds up from groups to totals and, if `overSeries`, from buckets to the whole period. */
function expectSums<T extends { keys: readonly (string | null)[]; bucket: number | null; stage?: string }>(
  rows: readonly T[],
  question: Question['question'],
  amount: (row: T) => number | bigint,
  overSeries: boolean,
) {
  const sums = (kept: readonly T[], name: (row: T) => string) => {
    const totals = new Map<string, bigint>();
    for (const row of kept) totals.set(name(row), (totals.get(name(row)) ?? 0n) + BigInt(amount(row)));
    return [...totals].filter(([, total]) => total !== 0n).sort();
  };
  const isTotal = (row: T) => row.keys.length === 0;
  if (question.by) {
    const name = (row: T) => cellName([], row.bucket, row.stage);
    expect(
      sums(
        rows.filter((row) => !isTotal(row)),
        name,
      ),
    ).toEqual(sums(rows.filter(isTotal), name));
  }
  if (question.grain && overSeries) {
    const name = (row: T) => cellName(row.keys, null, row.stage);
    const [series, whole] = [rows.filter((row) => row.bucket !== null), rows.filter((row) => row.bucket === null)];
    expect(sums(series, name)).toEqual(sums(whole, name));
  }
}

const PLAIN = ['COHORT', 'THROUGHPUT', 'VELOCITY', 'SPEND', 'COST'] as const;

/** The limit bounds the shrinking of a failure. */
const RUNS = { numRuns: 60, interruptAfterTimeLimit: 20_000 };

describe('invariants', () => {
  test('funnels: groups and buckets add up; reached never grows while the ladder stands', () => {
    const check = fc.property(arbitraryHistoryWithQuestions(4), ({ history, questions }) => {
      for (const { question } of asked(questions, 'THROUGHPUT')) {
        expectSums(throughputFunnel(history, question), question, (row) => row.entered, true);
      }
      for (const { question } of asked(questions, 'COHORT')) {
        const rows = cohortFunnel(history, question);
        expectSums(rows, question, (row) => row.reached, true);
        expectSums(rows, question, (row) => row.fromPrevious, true);
        for (const row of rows) expect(row.fromPrevious).toBeLessThanOrEqual(row.reached);
        const changes = history.ladder.some((stage) => stage.effectiveFrom > 0);
        if (changes || !question.includeImplied) continue;
        const perCell = new Map<string, number[]>();
        const order = (stage: string) => history.ladder.find((rung) => rung.key === stage)!.position;
        for (const row of [...rows].sort((a, b) => order(a.stage) - order(b.stage))) {
          const name = cellName(row.keys, row.bucket);
          perCell.set(name, [...(perCell.get(name) ?? []), row.reached]);
        }
        for (const counts of perCell.values()) expect(counts).toEqual([...counts].sort((a, b) => b - a));
      }
    });
    fc.assert(check, RUNS);
  });

  test('money: groups with what is unallocated, and buckets, add up', () => {
    const check = fc.property(arbitraryHistoryWithQuestions(4), ({ history, questions }) => {
      for (const { question } of asked(questions, 'SPEND')) {
        const spent = question.allocation === 'BY_ENTRIES' ? spendByEntries : spend;
        const { rows, unallocated } = spent(history, question);
        const loose = unallocated.map((row) => ({ ...row, keys: ['unallocated'] }));
        expectSums([...rows, ...(question.by ? loose : [])], question, (row) => row.spend, true);
      }
      for (const { question } of asked(questions, 'COST')) {
        const rows = cost(history, question).rows;
        // The windows of ROLLING overlap.
        expectSums(rows, question, (row) => row.entered, question.method.kind !== 'ROLLING');
        for (const row of rows) expect(row.cost === null).toBe(row.entered === 0 || row.spend === null);
      }
    });
    fc.assert(check, RUNS);
  });

  test('velocity: the histogram and the groups hold every duration', () => {
    const check = fc.property(arbitraryHistoryWithQuestions(4), ({ history, questions }) => {
      for (const { question } of asked(questions, 'VELOCITY')) {
        const rows = timeToReach(history, question);
        expectSums(rows, question, (row) => row.count, true);
        expectSums(rows, question, (row) => row.sumMs, true);
        for (const row of rows) {
          expect(row.histogram.reduce((sum, count) => sum + count, 0)).toBe(row.count);
          expect(row.median).toBeLessThanOrEqual(row.p75);
          expect(row.p75).toBeLessThanOrEqual(row.p90);
        }
      }
    });
    fc.assert(check, RUNS);
  });

  test('a later record, or none, answers the same question at the same knownAt alike', () => {
    const check = fc.property(arbitraryHistory(), (history) => {
      const [first] = history.batches;
      const { recordedAt } = first!;
      const cut = { ...history, batches: [first!], voids: [], commands: [] };
      expect(fold(history, recordedAt).leads).toEqual(fold(cut, recordedAt).leads);
      expect(fold(history, recordedAt).costs).toEqual(fold(cut).costs);
    });
    fc.assert(check, RUNS);
  });

  test('a history recorded at other instants answers alike', () => {
    const check = fc.property(arbitraryHistoryWithQuestions(2), ({ history, questions }) => {
      const definitions = history.ladder.map((stage) => stage.recordedAt).filter((recordedAt) => recordedAt > 0);
      const own = [...new Set([...recordInstantsOf(history), ...definitions])].sort((a, b) => a - b);
      const renamed = renaming(own.map((instant, index) => [instant, Date.UTC(2027, 0, 1) + index * 17]));
      const other = withRecordedAt(history, renamed);
      for (const question of questions) {
        expect(rowsOf(other, withKnownAt(question, renamed))).toEqual(rowsOf(history, question));
      }
    });
    fc.assert(check, RUNS);
  });

  test('only what is meant to be refused is refused', () => {
    const check = fc.property(arbitraryHistory(), (history) => {
      const bad = fold(history).refusals.map(({ batch, unit }) => history.batches[batch]!.units[unit]!);
      for (const { lead } of bad) expect(lead?.source).toBe('refused');
      for (const { attributes } of fold(history).leads) expect([...attributes.values()]).not.toContain('refused');
    });
    fc.assert(check, RUNS);
  });

  test('every instant lies between the beginning of its date and of the next', () => {
    const check = fc.property(arbitraryHistory(), ({ settings, batches }) => {
      const { timeZone } = settings;
      for (const { occurredAt } of batches.flatMap((batch) => batch.units.flatMap((unit) => unit.transitions ?? []))) {
        const date = dateOf(occurredAt, timeZone);
        expect(startOfDate(date, timeZone)).toBeLessThanOrEqual(occurredAt);
        expect(startOfDate(addDays(date, 1), timeZone)).toBeGreaterThan(occurredAt);
      }
    });
    fc.assert(check, RUNS);
  });

  test('buckets of every grain hold each date of the period once', () => {
    const check = fc.property(
      fc.constantFrom('DAY', 'WEEK', 'MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR'),
      fc.record({ fiscalYearStartMonth: fc.integer({ min: 1, max: 12 }), weekStart: fc.integer({ min: 1, max: 7 }) }),
      fc.nat(800),
      fc.integer({ min: 1, max: 800 }),
      (grain, calendar, offset, length) => {
        const start = addDays('2023-01-01', offset);
        const period = { start, end: addDays(start, length) };
        const buckets = bucketsOf(period, grain, { timeZone: 'UTC', ...calendar });
        for (const date of datesOf(period)) {
          expect(buckets.filter((bucket) => isWithin(date, bucket)).length).toBe(1);
        }
      },
    );
    fc.assert(check, RUNS);
  });
});

test('a failing case is reduced to what makes it fail', async () => {
  const [found] = fc.sample(arbitraryHistoryWithQuestions(1), { numRuns: 1, seed: 11 });
  const hasCustomer = async ({ history }: { readonly history: History }) =>
    fold(history).leads.some((lead) => lead.transitions.some((transition) => transition.stage === 6));
  const start = { history: found!.history, question: found!.questions[0]! };
  expect(await hasCustomer(start)).toBe(true);
  const { history } = await reduced(start, hasCustomer);
  const units = history.batches.flatMap((batch) => batch.units);
  expect(units.length).toBe(1);
  expect(units.flatMap((unit) => unit.transitions ?? []).length).toBe(1);
  expect(history.voids).toEqual([]);
});

test('random histories and questions hold what they are meant to hold', () => {
  const seen: Record<string, number> = {};
  const see = (name: string, happened: boolean | number = true) => {
    seen[name] = (seen[name] ?? 0) + Number(happened);
  };
  for (const { history, questions } of fc.sample(arbitraryHistoryWithQuestions(8, { features: PLAIN }), {
    numRuns: 150,
    seed: 7,
  })) {
    const { leads, refusals } = fold(history);
    for (const { code } of refusals) see(code);
    see('voided', history.voids.length);
    see('several batches', history.batches.length > 1);
    for (const lead of leads) {
      const entries = [...firstEntries(lead, history.ladder, Infinity).values()];
      const instants = lead.transitions.map((transition) => transition.occurredAt);
      const { timeZone } = history.settings;
      see(
        'implied',
        entries.some((entry) => !entry.explicit),
      );
      see('explicit in four stages', entries.filter((entry) => entry.explicit).length >= 4);
      see('without transitions', lead.transitions.length === 0);
      see('same instant', new Set(instants).size < instants.length);
      see('local midnight', instants.filter((at) => startOfDate(dateOf(at, timeZone), timeZone) === at).length);
    }
    for (const asking of questions) {
      const { grain, by, filter, asOf, knownAt } = asking.question;
      const rows = answerOf(history, asking);
      const isEmpty = rows === 0;
      see(`${asking.report} without an answer`, isEmpty);
      see(`${asking.report} answered`, !isEmpty);
      for (const [name, part] of Object.entries({ grain, by, filter, asOf, knownAt })) {
        see(`${asking.report} with ${name} answered`, part !== undefined && !isEmpty);
      }
    }
  }
  for (const [name, count] of Object.entries(seen)) expect(count, name).toBeGreaterThan(1);
});

function answerOf(history: History, asking: Question): number {
  return rowsOf(history, asking).length;
}
