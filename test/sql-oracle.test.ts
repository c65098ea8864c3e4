import { type Database, inWorkspace } from '@leadstage/prisma';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rebuild } from '../packages/api/src/commands/rebuild.js';
import { verify } from '../packages/api/src/commands/verify.js';
import { sql } from '../packages/api/src/query/sql.js';
import { arbitraryHistoryWithQuestions, withKnownAt, withRecordedAt } from './oracle/arbitrary.js';
import { FEATURES, type Feature } from './oracle/features.js';
import { fold } from './oracle/fold.js';
import type { History, Question } from './oracle/model.js';
import { openTestDatabase } from './support/database.js';
import { type Asked, askAgain, askNow, wrongIn } from './support/oracle/bytes.js';
import { expectHandoffs } from './support/oracle/expect-handoffs.js';
import { fromOracle, isTooLong } from './support/oracle/from-oracle.js';
import { fromSql } from './support/oracle/from-sql.js';
import { loadHistory } from './support/oracle/load-history.js';
import { differences } from './support/oracle/rows.js';

/** What the reports can be asked; the oracle can be asked all of `FEATURES`. */
const BUILT: readonly Feature[] = FEATURES;

/** More with LEADSTAGE_PROPERTY_RUNS=1000; each run is a workspace and up to ten questions, asked two ways. */
const RUNS = Number(process.env.LEADSTAGE_PROPERTY_RUNS ?? 25);
const QUESTIONS = 8;

/** What rollups answer is rare among random questions, so it is asked of every history. */
const WHOLE_MONTHS = { period: { start: '2001-01-01', end: '2026-07-01' }, base: 'CUSTOMER', includeImplied: true };
const OF_EVERY_HISTORY: readonly Question[] = [
  { report: 'THROUGHPUT', question: WHOLE_MONTHS },
  { report: 'THROUGHPUT', question: { ...WHOLE_MONTHS, by: ['source'] } },
];

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database?.close());

test('every report and every handoff from SQL equals the oracle, on every path, adds up, and answers alike for ever', async () => {
  const paths = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      arbitraryHistoryWithQuestions(QUESTIONS, { lifecycle: true, features: BUILT }),
      async ({ history, questions: random }) => {
        const early: Asked[] = [];
        const { id, renamed, refused } = await loadHistory(database, history, async (under) => {
          for (const asked of random) early.push(await askNow(database, under, asked, asOfOf(history, asked)));
        });
        const asLoaded = withRecordedAt(history, renamed);
        expect(refused).toEqual(refusedBy(asLoaded));
        await expectVerified(id);
        // The oracle has no clock: now is told to both.
        const questions = [...random, ...OF_EVERY_HISTORY].map((asked) => told(withKnownAt(asked, renamed)));
        await expectHandoffs(database, id, asLoaded, questions);
        await expectSame(id, asLoaded, questions, paths);
        for (const asked of questions)
          expect(await wrongIn(database, id, asLoaded, asked), JSON.stringify(asked)).toEqual([]);
        await withoutRollups(id, () => expectSame(id, asLoaded, questions, paths));
        for (const asked of early) expect(await askAgain(database, id, asked), asked.report.name).toBe(asked.bytes);
        await rebuild(database, id);
        await expectVerified(id);
      },
    ),
    { numRuns: RUNS, endOnFailure: true },
  );
  expect([...paths].sort()).toEqual(['FACT', 'RECORD', 'ROLLUP_DAY', 'ROLLUP_MONTH']);
}, 36_000_000);

/** All that happens in a history happened before its first batch. */
function asOfOf(history: History, { question }: Question): number {
  return question.asOf ?? history.batches[0]!.recordedAt;
}

function told(asked: Question): Question {
  return { ...asked, question: { ...asked.question, asOf: asked.question.asOf ?? Date.now() } } as Question;
}

function refusedBy(history: History): string[] {
  return [...new Set(fold(history).refusals.map(({ batch, unit }) => `${batch}/${unit}`))];
}

async function expectVerified(id: string): Promise<void> {
  expect(await verify(database, id)).toMatchObject({ wrongFacts: 0, wrongLeads: [], wrongRollupCells: 0 });
}

async function expectSame(id: string, history: History, questions: readonly Question[], paths: Set<string>) {
  for (const asked of questions) {
    if (isTooLong(history, asked)) continue;
    const [mine, theirs] = [await fromSql(database, id, asked, paths), fromOracle(history, asked)];
    expect(differences(mine, theirs), JSON.stringify(asked)).toEqual([]);
  }
}

/** Runs `work` while the rollups are taken for another zone's, so that the fact must answer. */
async function withoutRollups(id: string, work: () => Promise<void>): Promise<void> {
  const setZone = (zone: string) =>
    inWorkspace(database, id, (transaction) =>
      transaction.query<{ zone: string }>(sql`
        UPDATE workspace_clock c SET rollup_time_zone = ${zone} FROM workspace_clock old
        WHERE c.workspace_id = ${id}::uuid AND old.workspace_id = c.workspace_id RETURNING old.rollup_time_zone AS zone`),
    );
  const [before] = await setZone('none');
  try {
    await work();
  } finally {
    await setZone(before!.zone);
  }
}
