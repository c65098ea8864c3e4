import {
  type CostFigures,
  type CostQuestion as CostReportQuestion,
  cost,
  type DurationFigures,
  type FunnelFigures,
  funnel,
  InvalidInput,
  type ReportBody,
  velocity,
} from '@leadstage/core';
import { type Database, inWorkspace } from '@leadstage/prisma';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { assignLead } from '../packages/api/src/commands/assign-lead.js';
import { createWorkspace } from '../packages/api/src/commands/create-workspace.js';
import { ingest } from '../packages/api/src/commands/ingest.js';
import { mergeLeads } from '../packages/api/src/commands/merge-leads.js';
import { rebuild } from '../packages/api/src/commands/rebuild.js';
import { verify } from '../packages/api/src/commands/verify.js';
import { voidTransition } from '../packages/api/src/commands/void-transition.js';
import { HANDOFF_FACT } from '../packages/api/src/query/facts.js';
import { handoffsFromRecord } from '../packages/api/src/query/handoffs-from-record.js';
import { type ReportAnswer, runReport } from '../packages/api/src/query/run-report.js';
import { isoInstant, type Sql, sql } from '../packages/api/src/query/sql.js';
import { loadWorkspace } from '../packages/api/src/query/workspace-state.js';
import { arbitraryHistoryWithQuestions, renaming, withKnownAt, withRecordedAt } from './oracle/arbitrary.js';
import { cost as oracleCost } from './oracle/cost.js';
import { fold } from './oracle/fold.js';
import { cohortFunnel, throughputFunnel } from './oracle/funnel.js';
import { handoffs as oracleHandoffs } from './oracle/handoffs.js';
import type { History, Question, RecordedCommand, StageDefinition } from './oracle/model.js';
import { spend as oracleSpend } from './oracle/spend.js';
import { timeToReach } from './oracle/velocity.js';
import { openTestDatabase } from './support/database.js';

/** More with LEADSTAGE_PROPERTY_RUNS=1000; each run is a workspace and up to eight questions, asked two ways. */
const RUNS = Number(process.env.LEADSTAGE_PROPERTY_RUNS ?? 40);
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

test('every report and every handoff from SQL equals the oracle, on every path, and what is maintained equals a rebuild', async () => {
  const paths = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      arbitraryHistoryWithQuestions(QUESTIONS, { lifecycle: true }),
      async ({ history, questions: random }) => {
        const questions = [...random, ...OF_EVERY_HISTORY];
        const loaded = await load(history);
        const asLoaded = withRecordedAt(history, loaded.renamed);
        expect(loaded.refused).toEqual(refusedBy(asLoaded));
        await expectVerified(loaded.id);
        await expectHandoffs(
          loaded.id,
          asLoaded,
          questions.map((question) => withKnownAt(question, loaded.renamed)),
        );
        for (const question of questions) {
          await expectSame(loaded.id, asLoaded, withKnownAt(question, loaded.renamed), paths);
        }
        await withoutRollups(loaded.id, async () => {
          for (const question of questions) {
            await expectSame(loaded.id, asLoaded, withKnownAt(question, loaded.renamed), paths);
          }
        });
        await rebuild(database, loaded.id);
        await expectVerified(loaded.id);
      },
    ),
    { numRuns: RUNS, endOnFailure: true },
  );
  expect([...paths].sort()).toEqual(['FACT', 'RECORD', 'ROLLUP_DAY', 'ROLLUP_MONTH']);
}, 3_600_000);

/** Replays a history through the commands, in the order in which it was recorded. */
async function load(history: History) {
  const { timeZone, currency, fiscalYearStartMonth, weekStart } = history.settings;
  const name = `oracle-${crypto.randomUUID()}`;
  const id = await createWorkspace(database, { name, timeZone, currency, fiscalYearStartMonth, weekStart });
  const first = history.ladder.filter((stage) => stage.recordedAt === 0);
  await inWorkspace(database, id, (transaction) =>
    transaction.query(sql`DELETE FROM stage WHERE workspace_id = ${id}::uuid`),
  );
  for (const stage of first) await define(id, stage, 0);
  // Questions name the attribute whether or not a batch that was stored did.
  await inWorkspace(database, id, (transaction) =>
    transaction.query(
      sql`INSERT INTO attribute_definition (workspace_id, key, recorded_at) VALUES (${id}::uuid, 'tier', 'epoch')`,
    ),
  );
  const drawn: [number, number][] = [];
  const refused: string[] = [];
  const records = [
    ...history.batches.map((batch, index) => ({ at: batch.recordedAt, batch, index })),
    ...history.commands.map((command) => ({ at: command.recordedAt, command })),
    ...history.voids.map((voided) => ({ at: voided.recordedAt, voided })),
    ...history.ladder.filter((stage) => stage.recordedAt > 0).map((stage) => ({ at: stage.recordedAt, stage })),
  ].sort((a, b) => a.at - b.at);
  for (const record of records) {
    if ('batch' in record) {
      const { recordedAt, outcomes } = await ingest(database, id, record.batch.units);
      if (recordedAt !== null) drawn.push([record.at, recordedAt]);
      for (const { index, status } of outcomes) if (status === 'REJECTED') refused.push(`${record.index}/${index}`);
    } else if ('command' in record) {
      const recordedAt = await carryOut(id, record.command);
      if (recordedAt !== null) drawn.push([record.at, recordedAt]);
    } else if ('voided' in record) {
      const recordedAt = await voidOrIgnore(id, record.voided.transitionExternalId);
      if (recordedAt !== null) drawn.push([record.at, recordedAt]);
    } else {
      drawn.push([record.at, await defineNow(id, record.stage)]);
    }
  }
  return { id, refused, renamed: drawn.length > 0 ? renaming(drawn) : () => 0 };
}

/** @returns when it was recorded; null where it was refused, or there was nothing to record */
async function carryOut(id: string, command: RecordedCommand): Promise<number | null> {
  const before = await lastRecordedAt(id);
  try {
    const lead = { externalId: command.lead };
    if (command.op === 'ASSIGN') {
      await assignLead(database, id, { lead, owner: command.owner, occurredAt: command.occurredAt });
    } else {
      await mergeLeads(database, id, { lead, into: { externalId: command.into } });
    }
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
  }
  const after = await lastRecordedAt(id);
  return after === before ? null : after;
}

async function lastRecordedAt(id: string): Promise<number> {
  const [clock] = await inWorkspace(database, id, (transaction) =>
    transaction.query<{ at: number }>(
      sql`SELECT last_recorded_at AS at FROM workspace_clock WHERE workspace_id = ${id}::uuid`,
    ),
  );
  return clock!.at;
}

/** The fact as it is kept, and the projection of the record at the instants of the questions. */
async function expectHandoffs(id: string, history: History, questions: readonly Question[]): Promise<void> {
  const state = await inWorkspace(database, id, (transaction) => loadWorkspace(transaction, id));
  const kept = sql`SELECT * FROM ${HANDOFF_FACT} WHERE workspace_id = ${id}::uuid AND generation = ${state!.generation}`;
  expect(await handoffRows(id, kept), 'as kept').toEqual(sorted(oracleHandoffs(history)));
  for (const { question } of questions) {
    const { asOf, knownAt } = question;
    const known = await inWorkspace(database, id, (transaction) => loadWorkspace(transaction, id, knownAt));
    if (!known) continue;
    const { definitions, hasMerges } = known;
    const told = handoffsFromRecord({ workspaceId: id, definitions, hasMerges, knownAt }, asOf);
    const which = JSON.stringify({ asOf, knownAt });
    expect(await handoffRows(id, told), which).toEqual(sorted(oracleHandoffs(history, { asOf, knownAt })));
  }
}

async function handoffRows(id: string, handoffs: Sql): Promise<string[]> {
  const rows = await inWorkspace(database, id, (transaction) =>
    transaction.query<Row>(sql`
      SELECT l.external_id AS lead, o.external_id AS "openedBy", h.opened_at AS "openedAt", h.outcome,
        c.external_id AS "closedBy", h.closed_at AS "closedAt", s.key AS "closedInto", h.reason, h.owner,
        h.first_response_at AS "firstResponseAt"
      FROM (${handoffs}) h
      JOIN lead l ON l.workspace_id = h.workspace_id AND l.id = h.lead_id
      LEFT JOIN transition o ON o.workspace_id = h.workspace_id AND o.id = h.opened_by
      LEFT JOIN transition c ON c.workspace_id = h.workspace_id AND c.id = h.closed_by
      LEFT JOIN stage s ON s.workspace_id = h.workspace_id AND s.id = h.closed_into
      WHERE h.workspace_id = ${id}::uuid`),
  );
  return sorted(rows);
}

async function voidOrIgnore(id: string, externalId: string): Promise<number | null> {
  try {
    return await voidTransition(database, id, { externalId, reason: 'test' });
  } catch (error) {
    if (error instanceof InvalidInput && error.code === 'UNKNOWN_TRANSITION') return null;
    throw error;
  }
}

async function define(id: string, stage: StageDefinition, recordedAt: number): Promise<void> {
  await inWorkspace(database, id, async (transaction) => {
    await transaction.query(sql`
      INSERT INTO stage (workspace_id, id, key, recorded_at) VALUES (${id}::uuid, ${stage.id}, ${stage.key}, ${isoInstant(recordedAt)}::timestamptz)
      ON CONFLICT DO NOTHING`);
    await transaction.query(sql`
      INSERT INTO stage_definition (workspace_id, stage_id, version, effective_from, recorded_at, name, position, standard, team, retired)
      SELECT ${id}::uuid, ${stage.id}, 1 + count(*), ${isoInstant(stage.effectiveFrom)}::timestamptz,
        ${isoInstant(recordedAt)}::timestamptz, ${stage.key}, ${stage.position}, ${stage.standard}::standard_stage, 'SALES', ${stage.retired}
      FROM stage_definition WHERE workspace_id = ${id}::uuid AND stage_id = ${stage.id}`);
  });
}

/** A stage that is defined later: the command for it is yet to come, so facts are made anew. */
async function defineNow(id: string, stage: StageDefinition): Promise<number> {
  const [clock] = await inWorkspace(database, id, (transaction) =>
    transaction.query<{ at: number }>(sql`
      UPDATE workspace_clock SET last_recorded_at = greatest(date_trunc('milliseconds', clock_timestamp()), last_recorded_at + interval '1 millisecond')
      WHERE workspace_id = ${id}::uuid RETURNING last_recorded_at AS at`),
  );
  await define(id, stage, clock!.at);
  await rebuild(database, id);
  return clock!.at;
}

function refusedBy(history: History): string[] {
  return [...new Set(fold(history).refusals.map(({ batch, unit }) => `${batch}/${unit}`))];
}

async function expectVerified(id: string): Promise<void> {
  expect(await verify(database, id)).toMatchObject({ wrongFacts: 0, wrongLeads: [], wrongRollupCells: 0 });
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

type Row = Record<string, unknown>;

async function expectSame(id: string, history: History, drawn: Question, paths: Set<string>): Promise<void> {
  // The oracle has no clock: now is told to both.
  const asked = { ...drawn, question: { ...drawn.question, asOf: drawn.question.asOf ?? Date.now() } } as Question;
  const [mine, theirs] = [await fromSql(id, asked, paths), fromOracle(history, asked)];
  expect(sorted(mine), JSON.stringify(asked)).toEqual(sorted(theirs));
}

function sorted(rows: readonly object[]): string[] {
  return rows.map((row) => JSON.stringify(row, Object.keys(row).sort())).sort();
}

async function fromSql(id: string, asked: Question, paths: Set<string>): Promise<Row[]> {
  const noted = <Figures>(answer: ReportAnswer<Figures>) => {
    for (const path of answer.statistics.sources) paths.add(path);
    return answer;
  };
  try {
    switch (asked.report) {
      case 'COHORT': {
        const { conversionWindowMs: conversionWindow, ...question } = asked.question;
        return cohortRows(
          noted(await runReport(database, id, funnel, { ...question, conversionWindow, mode: 'COHORT' })),
        );
      }
      case 'THROUGHPUT':
        return throughputRows(noted(await runReport(database, id, funnel, { ...asked.question, mode: 'THROUGHPUT' })));
      case 'VELOCITY':
        return velocityRows(noted(await runReport(database, id, velocity, asked.question)));
      case 'SPEND': {
        const { lagDays = 0, ...question } = asked.question;
        const stages = [(await firstStage(id, question)) ?? 'CUSTOMER'];
        const answer = noted(await runReport(database, id, cost, { ...question, stages, method: 'SHIFTED', lagDays }));
        return spendRows(answer).map(({ stage, ...row }) => row);
      }
      case 'COST': {
        const { method, includeImplied, ...question } = asked.question;
        const report: CostReportQuestion = {
          ...question,
          stages: await allStages(id, question),
          method: method.kind,
          ...(method.kind === 'SHIFTED' && method.lagDays !== 'OBSERVED' ? { lagDays: method.lagDays } : {}),
          ...(method.kind === 'SHIFTED' && method.lagDays === 'OBSERVED'
            ? { roundLagToDays: method.roundLagToDays }
            : {}),
        };
        const answer = noted(await runReport(database, id, cost, report));
        return [...costRows(answer), ...spendRows(answer).filter((row) => row.part)];
      }
    }
  } catch (error) {
    // A stage that the ladder of that day does not have: the oracle answers with nothing.
    if (error instanceof InvalidInput && ['UNKNOWN_STAGE', 'INVALID_STAGES'].includes(error.code)) return [];
    throw error;
  }
}

/** The stages that a report at that time lists. */
async function allStages(
  id: string,
  question: { asOf?: number | undefined; knownAt?: number | undefined },
): Promise<string[]> {
  const { asOf, knownAt } = question;
  const period = { start: '2000-01-01', end: '2000-01-02' };
  const answer = await runReport(database, id, cost, { period, asOf, knownAt, stages: ['CUSTOMER'] }).catch(() => null);
  return (answer?.definitions ?? []).map((stage) => stage.key);
}

async function firstStage(id: string, question: Parameters<typeof allStages>[1]): Promise<string | undefined> {
  return (await allStages(id, question))[0];
}

function fromOracle(history: History, asked: Question): Row[] {
  switch (asked.report) {
    case 'COHORT':
      return cohortFunnel(history, asked.question).map((row) => ({ ...row }));
    case 'THROUGHPUT':
      return throughputFunnel(history, asked.question).map((row) => ({ ...row }));
    case 'VELOCITY':
      return timeToReach(history, asked.question).map(({ sumMs, median, p75, p90, ...row }) => ({
        ...row,
        mean: rounded(Number(sumMs) / row.count / 1000),
        median: rounded(median),
        p75: rounded(p75),
        p90: rounded(p90),
      }));
    case 'SPEND': {
      const answer = oracleSpend(history, asked.question);
      return [
        ...answer.rows.map(({ spend, ...row }) => ({ ...row, spend: String(spend) })),
        ...answer.unallocated.map(({ bucket, spend }) => ({ bucket, part: 'unallocated', spend: String(spend) })),
        ...answer.outsideFilter.map(({ bucket, spend }) => ({ bucket, part: 'outsideFilter', spend: String(spend) })),
      ];
    }
    case 'COST': {
      const answer = oracleCost(history, { ...asked.question, includeImplied: true });
      const lags = new Map(answer.lags.map(({ stage, lagDays }) => [stage, lagDays]));
      return [
        ...answer.rows.map(({ spend, cost: perEntry, ...row }) => ({
          ...row,
          lagDays: lags.get(row.stage),
          spend: spend === null ? null : String(spend),
          cost: perEntry && String(halfAway(perEntry.numerator, perEntry.denominator)),
        })),
        ...answer.unallocated.map(({ spend, ...row }) => ({ ...row, part: 'unallocated', spend: String(spend) })),
        ...answer.outsideFilter.map(({ spend, ...row }) => ({ ...row, part: 'outsideFilter', spend: String(spend) })),
      ];
    }
  }
}

/** Every cell of a report that shows figures, as the oracle names cells. */
function cellsOf<Figures>(body: ReportBody<Figures>) {
  const series = (keys: readonly (string | null)[], points: ReportBody<Figures>['series']) =>
    points.map(({ figures }, bucket) => ({ keys, bucket, figures }));
  return [
    { keys: [], bucket: null, figures: body.total },
    ...series([], body.series),
    ...body.groups.flatMap((group) => [
      { keys: group.keys, bucket: null, figures: group.figures },
      ...series(group.keys, group.series),
    ]),
  ];
}

function cohortRows(body: ReportBody<FunnelFigures>): Row[] {
  return cellsOf(body).flatMap(({ keys, bucket, figures }) =>
    figures.stages.flatMap(({ stage, reached, stepRate }) =>
      reached ? [{ keys, bucket, stage: stage.key, reached, fromPrevious: stepRate?.numerator ?? reached }] : [],
    ),
  );
}

function throughputRows(body: ReportBody<FunnelFigures>): Row[] {
  return cellsOf(body).flatMap(({ keys, bucket, figures }) =>
    figures.stages.flatMap(({ stage, entered }) => (entered ? [{ keys, bucket, stage: stage.key, entered }] : [])),
  );
}

function velocityRows(body: ReportBody<DurationFigures>): Row[] {
  return cellsOf(body).flatMap(({ keys, bucket, figures: { count, mean, median, p75, p90, histogram } }) =>
    count === 0
      ? []
      : [
          {
            keys,
            bucket,
            count,
            mean: rounded(mean),
            median: rounded(median),
            p75: rounded(p75),
            p90: rounded(p90),
            histogram: histogram.map((each) => each.count),
          },
        ],
  );
}

function spendRows(answer: ReportAnswer<CostFigures>): Row[] {
  return cellsOf(answer).flatMap(({ keys, bucket, figures }) =>
    figures.stages.flatMap(({ stage: { key: stage }, spend, unallocated, outsideFilter }) => [
      ...(spend !== null && minor(spend) !== '0' ? [{ stage, keys, bucket, spend: minor(spend) }] : []),
      ...(unallocated !== null && minor(unallocated) !== '0'
        ? [{ stage, bucket, part: 'unallocated', spend: minor(unallocated) }]
        : []),
      ...(outsideFilter !== null && minor(outsideFilter) !== '0'
        ? [{ stage, bucket, part: 'outsideFilter', spend: minor(outsideFilter) }]
        : []),
    ]),
  );
}

function costRows(answer: ReportAnswer<CostFigures>): Row[] {
  return cellsOf(answer).flatMap(({ keys, bucket, figures }) =>
    figures.stages.flatMap(({ stage, spend, entered, lagDays, costPerEntry }) =>
      entered > 0 || (spend !== null && minor(spend) !== '0')
        ? [
            {
              keys,
              bucket,
              stage: stage.key,
              lagDays,
              entered,
              spend: spend === null ? null : minor(spend),
              cost: costPerEntry === null ? null : minor(costPerEntry),
            },
          ]
        : [],
    ),
  );
}

function minor(amount: string): string {
  return String(BigInt(amount.replace('.', '')));
}

function halfAway(numerator: bigint, denominator: bigint): bigint {
  if (numerator < 0n) return -halfAway(-numerator, denominator);
  return (2n * numerator + denominator) / (2n * denominator);
}

/** Interpolated seconds agree to a microsecond; beyond that it is the order of floating-point operations. */
function rounded(seconds: number | null): number | null {
  return seconds === null ? null : Math.round(seconds * 1e6) / 1e6;
}
