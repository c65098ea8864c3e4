import {
  bucketsOf,
  type Cell,
  cellsOf,
  dateOf,
  type Frame,
  type Instant,
  InvalidInput,
  ladderAt,
  layOut,
  type Measure,
  type MeasureRow,
  type Period,
  type Plan,
  type Report,
  type ReportBody,
  type ReportQuestion,
  resolvePeriod,
  type StageDefinition,
} from '@leadstage/core';
import { type Database, inWorkspace, type Transaction } from '@leadstage/prisma';
import { checkAttributes } from './attributes.js';
import { compile } from './compile.js';
import { settleKnownAt } from './settle-known-at.js';
import type { LeadSource } from './source.js';
import { loadWorkspace, type WorkspaceState } from './workspace-state.js';

/** A report's answer with all that is needed to ask for it again. */
export interface ReportAnswer<Figures> extends ReportBody<Figures> {
  readonly period: Period;
  readonly asOf: Instant;
  readonly knownAt: Instant;
  readonly by: readonly string[];
  readonly currency: string;
  /** The stage definitions the numbers were measured under. */
  readonly definitions: readonly StageDefinition[];
  readonly statistics: ReportStatistics;
}

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
 * @throws InvalidInput
 */
export async function runReport<Question extends ReportQuestion, Figures>(
  database: Database,
  workspaceId: string,
  report: Report<Question, Figures>,
  question: Question,
  now: Instant = Date.now(),
): Promise<ReportAnswer<Figures>> {
  const started = performance.now();
  for (const name of ['asOf', 'knownAt'] as const) checkInstant(name, question[name]);
  await settleKnownAt(database, workspaceId, question.knownAt);
  return inWorkspace(
    database,
    workspaceId,
    async (transaction) => {
      const workspace = await loadWorkspace(transaction, workspaceId, question.knownAt);
      if (!workspace) throw new InvalidInput('UNKNOWN_WORKSPACE', [], 'The workspace no longer exists.');
      const frame = frameOf(question, workspace, now);
      const asked = asker(transaction, workspace);
      const plan = await planOf(report, question, frame, asked.ask);
      const body = layOut(plan, frame, await asked.ask(plan.measures, frame));
      const { period, asOf, knownAt, by, ladder: definitions, currency } = frame;
      const statistics = { elapsedMs: performance.now() - started, ...asked.statistics() };
      return { ...body, period, asOf, knownAt, by, currency, definitions, statistics };
    },
    { snapshot: true },
  );
}

const FIRST_INSTANT = 0;
const LAST_INSTANT = Date.UTC(9000, 0);

function checkInstant(name: string, instant: Instant | undefined): void {
  if (instant === undefined || (instant >= FIRST_INSTANT && instant < LAST_INSTANT)) return;
  throw new InvalidInput('INVALID_INSTANT', [name], `${name} lies outside the years 1970 to 8999.`);
}

function frameOf(question: ReportQuestion, workspace: WorkspaceState, now: Instant): Frame {
  const { by = [], filter = {}, asOf = now } = question;
  checkAttributes(by, filter, workspace.attributeKeys);
  const { timeZone, fiscalYearStartMonth, weekStart, currency } = workspace;
  const calendar = { timeZone, fiscalYearStartMonth, weekStart };
  const asOfDate = dateOf(asOf, timeZone);
  const period = resolvePeriod(question.period, calendar, asOfDate);
  return {
    period,
    buckets: question.grain ? bucketsOf(period, question.grain, calendar) : [],
    asOf,
    asOfDate,
    knownAt: question.knownAt ?? workspace.lastRecordedAt,
    filter,
    by,
    calendar,
    currency,
    ladder: ladderAt(workspace.definitions, asOf),
  };
}

type Ask = (measures: readonly Measure[], frame: Frame) => Promise<MeasureRow[]>;

async function planOf<Question extends ReportQuestion, Figures>(
  report: Report<Question, Figures>,
  question: Question,
  frame: Frame,
  ask: Ask,
): Promise<Plan<Figures>> {
  const planned = report.plan(question, frame);
  if ('figures' in planned) return planned;
  const { measures } = planned;
  const whole: Frame = { ...frame, by: [], buckets: [] };
  const total: Cell = cellsOf(measures, whole, measures.length > 0 ? await ask(measures, whole) : [])(null, null);
  return planned.next(total);
}

const MOST_ROWS = 100_000;

function asker(transaction: Transaction, workspace: WorkspaceState) {
  let rowsRead = 0;
  const sources = new Set<LeadSource>();
  const ask: Ask = async (measures, frame) => {
    const compiled = compile(measures, frame, workspace);
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
    return rows.map((row) => ({ ...row, values: row.values.flat() }));
  };
  return { ask, statistics: () => ({ rowsRead, sources: [...sources] }) };
}
