import {
  answersOf,
  type Benchmark,
  bothFilters,
  bucketsOf,
  type Desk,
  dateOf,
  type Frame,
  type Instant,
  InvalidInput,
  isWithin,
  type LadderMode,
  type LeadFilter,
  ladderAt,
  type MeasureRow,
  type Period,
  type Report,
  type ReportBody,
  type ReportQuestion,
  resolvePeriod,
  restatedUnder,
  type StageDefinition,
  startOfDate,
  versionsInForce,
} from '@leadstage/core';
import { type Database, inWorkspace, type Transaction } from '@leadstage/prisma';
import { clockOf } from '../sla/holidays.js';
import { loadSla } from '../sla/load-sla.js';
import { checkAttributes } from './attributes.js';
import { benchmarksAsKnown } from './benchmarks.js';
import { compile } from './compile.js';
import { goalsAsKnown } from './goals.js';
import { refuseFuture, settleKnownAt } from './settle-known-at.js';
import type { LeadSource } from './source.js';
import { loadWorkspace, lockedTo, type WorkspaceState } from './workspace-state.js';

/** What every report answers besides its own body: all that is needed to ask for it again. */
export interface Answered {
  readonly period: Period;
  readonly asOf: Instant;
  readonly knownAt: Instant;
  readonly by: readonly string[];
  readonly currency: string;
  readonly ladder: LadderMode;
  /** The ladder in force at `asOf`. */
  readonly definitions: readonly StageDefinition[];
  /** Every version that the period was measured under, from its first instant to `asOf`; with TODAY the ladder alone. */
  readonly versions: readonly StageDefinition[];
  readonly statistics: ReportStatistics;
}

export type Answer<Body> = Body & Answered;

/** The answer of a report of figures: total, groups, series. */
export type ReportAnswer<Figures> = Answer<ReportBody<Figures>>;

export interface ReportStatistics {
  readonly elapsedMs: number;
  /** Rows of facts, rollups and cost entries that were added up. */
  readonly rowsRead: number;
  /** Which ways answered, e.g. `ROLLUP_DAY`. */
  readonly sources: readonly LeadSource[];
}

/**
 * Answers a report's question for a workspace, in one transaction on one snapshot.
 * @param now the instant that stands for now
 * @param lock holds besides the question's filter, and for everything else that the report looks at; null: none
 * @throws InvalidInput
 */
export async function runReport<Question extends ReportQuestion, Body>(
  database: Database,
  workspaceId: string,
  report: Report<Question, Body>,
  question: Question,
  now: Instant = Date.now(),
  lock: LeadFilter | null = null,
): Promise<Answer<Body>> {
  const started = performance.now();
  checkInstants(question);
  await settleKnownAt(database, workspaceId, question.knownAt);
  return inWorkspace(
    database,
    workspaceId,
    async (transaction) => {
      const workspace = lockedTo(await loadAsKnown(transaction, workspaceId, question), lock);
      return answerIn(transaction, workspace, report, question, now, started);
    },
    { snapshot: true },
  );
}

/**
 * The same within a transaction on which nothing is recorded meanwhile: a snapshot, or one that holds the workspace.
 * @param workspace as known at the question's `knownAt`, which is settled
 * @throws InvalidInput
 */
export async function answerIn<Question extends ReportQuestion, Body>(
  transaction: Transaction,
  workspace: WorkspaceState,
  report: Report<Question, Body>,
  question: Question,
  now: Instant,
  started = performance.now(),
): Promise<Answer<Body>> {
  const frame = frameOf(question, workspace, now);
  const { desk, statistics } = deskOf(transaction, workspace, frame.knownAt);
  const body = await report.answer(question, frame, desk);
  return { ...body, ...about(frame), statistics: { elapsedMs: performance.now() - started, ...statistics() } };
}

/**
 * Refuses what asking would refuse, without counting anything: the report plans its measures and is answered nothing.
 * @throws InvalidInput
 */
export async function planReport<Question extends ReportQuestion, Body>(
  transaction: Transaction,
  workspaceId: string,
  report: Report<Question, Body>,
  question: Question,
  now: Instant,
): Promise<void> {
  checkInstants(question);
  if (question.knownAt !== undefined) refuseFuture(question.knownAt, now);
  const workspace = await loadAsKnown(transaction, workspaceId, question);
  const frame = frameOf(question, workspace, now);
  const { desk } = deskOf(transaction, workspace, frame.knownAt);
  const planned: Desk = {
    ...desk,
    async ask(measures, within) {
      if (measures.length > 0) compile(measures, within, workspace);
      return answersOf(measures, within, []);
    },
  };
  await report.answer(question, frame, planned);
}

async function loadAsKnown(
  transaction: Transaction,
  workspaceId: string,
  { knownAt }: ReportQuestion,
): Promise<WorkspaceState> {
  const workspace = await loadWorkspace(transaction, workspaceId, knownAt);
  if (workspace) return workspace;
  throw new InvalidInput('UNKNOWN_WORKSPACE', [], 'The workspace no longer exists.');
}

const FIRST_INSTANT = 0;
const LAST_INSTANT = Date.UTC(9000, 0);

/** @throws InvalidInput INVALID_INSTANT */
export function checkInstants(question: ReportQuestion): void {
  for (const name of ['asOf', 'knownAt'] as const) {
    const instant = question[name];
    if (instant === undefined || (instant >= FIRST_INSTANT && instant < LAST_INSTANT)) continue;
    throw new InvalidInput('INVALID_INSTANT', [name], `${name} lies outside the years 1970 to 8999.`);
  }
}

/** The question with everything common to all reports worked out. */
export function frameOf(question: ReportQuestion, workspace: WorkspaceState, now: Instant): Frame {
  const { by = [], asOf = now, ladder: ladderMode = 'AS_THEN' } = question;
  const { filter } = within(workspace.lock, { filter: question.filter ?? {} });
  checkAttributes(by, filter, workspace.attributeKeys);
  const { timeZone, fiscalYearStartMonth, weekStart, currency, definitions } = workspace;
  const calendar = { timeZone, fiscalYearStartMonth, weekStart };
  const asOfDate = dateOf(asOf, timeZone);
  const period = resolvePeriod(question.period, calendar, asOfDate);
  return {
    period,
    buckets: question.grain ? bucketsOf(period, question.grain, calendar) : [],
    asOf,
    asOfDate,
    knownAt: question.knownAt ?? workspace.lastRecordedAt,
    earliest: workspace.earliestOccurredAt,
    filter,
    ...(workspace.lock ? { isLocked: true } : {}),
    by,
    calendar,
    currency,
    ladder: ladderAt(definitions, asOf),
    ladderMode,
    definitions: ladderMode === 'TODAY' ? restatedUnder(definitions, asOf) : definitions,
  };
}

function about(frame: Frame): Omit<Answered, 'statistics'> {
  const { period, asOf, knownAt, by, currency, ladderMode, ladder, definitions, calendar } = frame;
  const start = startOfDate(period.start, calendar.timeZone);
  const versions = ladderMode === 'TODAY' ? ladder : versionsInForce(definitions, start, asOf);
  return { period, asOf, knownAt, by, currency, ladder: ladderMode, definitions: ladder, versions };
}

const MOST_ROWS = 100_000;

/** Under a lock it counts nothing outside, in whatever frame it is asked, and shows no goal that outside counts for. */
function deskOf(transaction: Transaction, workspace: WorkspaceState, knownAt: Instant) {
  const { lock } = workspace;
  let rowsRead = 0;
  const sources = new Set<LeadSource>();
  const asKnown = knownAt < workspace.lastRecordedAt ? knownAt : undefined;
  const sla = once(() => loadSla(transaction, workspace.id, asKnown));
  const desk: Desk = {
    async ask(measures, frame) {
      if (measures.length === 0) return answersOf(measures, frame, []);
      const compiled = compile(measures, within(lock, frame), workspace);
      const rows = await transaction.query<MeasureRow & { rows: number }>(compiled.statement);
      if (rows.length > MOST_ROWS) {
        throw new InvalidInput(
          'TOO_MANY_CELLS',
          ['by'],
          `The breakdown has ${rows.length} cells; at most ${MOST_ROWS} are answered. Filter, or break down by less.`,
        );
      }
      for (const row of rows) if (row.bucket === null && row.keys === null) rowsRead += row.rows;
      for (const source of compiled.sources) if (source) sources.add(source);
      return answersOf(measures, frame, rows);
    },
    goals: once(async () =>
      (await goalsAsKnown(transaction, workspace.id, asKnown)).filter(
        ({ filter }) => lock === undefined || isWithin(filter, lock),
      ),
    ),
    policies: async () => (await sla()).policies,
    calendars: async () => (await sla()).calendars.map((calendar) => ({ calendar, clock: clockOf(calendar) })),
    benchmarks: once((): Promise<Benchmark[]> => benchmarksAsKnown(transaction, workspace.id, asKnown)),
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
  };
  return { desk, statistics: () => ({ rowsRead, sources: [...sources] }) };
}

function within<Filtered extends { readonly filter: LeadFilter }>(
  lock: LeadFilter | undefined,
  asked: Filtered,
): Filtered {
  return lock ? { ...asked, filter: bothFilters(asked.filter, lock) } : asked;
}

function once<Result>(load: () => Promise<Result>): () => Promise<Result> {
  let loaded: Promise<Result> | undefined;
  return () => {
    loaded ??= load();
    return loaded;
  };
}
