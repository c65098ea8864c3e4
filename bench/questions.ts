import {
  type AcceptanceFigures,
  acceptance,
  type CostFigures,
  type CostQuestion,
  cost,
  type DurationFigures,
  diagnosis,
  type FunnelFigures,
  type FunnelQuestion,
  funnel,
  type Report,
  type ReportQuestion,
  type SlaFigures,
  sla,
  standardMetrics,
  velocity,
} from '@leadstage/core';
import type { Database } from '@leadstage/prisma';
import { type ReportAnswer, runReport } from '../packages/api/src/query/run-report.js';
import type { Sql } from '../packages/api/src/query/sql.js';
import { DAY } from './data.js';
import * as peers from './peers.js';

/** A question to a report, and the plain SQL that gives some of the same numbers. */
export interface Way {
  readonly name: string;
  readonly ask: () => Promise<unknown>;
  readonly sameAs?: {
    readonly statement: Sql;
    /** The numbers that both give. */
    readonly ours: (answer: unknown) => unknown;
    readonly theirs: (rows: unknown) => unknown;
  };
}

type Rows = readonly Readonly<Record<string, unknown>>[];

/** One quarter by source where nothing else is said, as things stand at `now`. */
export function questions(database: Database, id: string, now: number): readonly Way[] {
  const quarter = { period: peers.PERIOD, asOf: now };
  const bySource = { ...quarter, by: ['source'] };
  const asking =
    <Question extends ReportQuestion, Body>(report: Report<Question, Body>, question: Question) =>
    () =>
      runReport(database, id, report, question, now);
  const funnelOf = (more: Partial<FunnelQuestion>) => asking(funnel, { ...bySource, ...more });
  const costBy = (more: Partial<CostQuestion>) => asking(cost, { ...bySource, ...more });
  const same = <Figures>(
    statement: Sql,
    ours: (total: Figures) => unknown,
    theirs: (rows: Rows) => unknown,
  ): Required<Way>['sameAs'] => ({
    statement,
    ours: (answer) => ours((answer as ReportAnswer<Figures>).total),
    theirs: (rows) => theirs(rows as Rows),
  });
  const reachedIn = ({ stages }: FunnelFigures) => stages.map(({ reached }) => reached);
  const perStage = (rows: Rows, column: string) =>
    [2, 3, 4, 5, 6].map((stage) =>
      rows.filter((row) => row.stage_id === stage).reduce((sum, row) => sum + Number(row[column]), 0),
    );
  const ofAll = (rows: Rows) => [...rows].sort((a, b) => Number(b.counted) - Number(a.counted))[0] ?? {};
  const leadFunnel = same(peers.funnelBySource(id), reachedIn, (rows) => perStage(rows, 'leads'));

  return [
    { name: 'funnel, month rollup', ask: funnelOf({}), sameAs: leadFunnel },
    { name: 'funnel by owner, fact', ask: funnelOf({ by: ['owner'] }), sameAs: leadFunnel },
    { name: 'funnel, 90-day window, maturity', ask: funnelOf({ conversionWindow: 90 * DAY }) },
    {
      name: 'the same over three years',
      ask: funnelOf({ conversionWindow: 90 * DAY, period: { start: '2023-01-01', end: '2026-01-01' } }),
    },
    {
      name: 'funnel of accounts',
      ask: funnelOf({ unit: 'ACCOUNT' }),
      sameAs: same(peers.funnelOfAccounts(id), reachedIn, (rows) => perStage(rows, 'accounts')),
    },
    { name: 'funnel of accounts, throughput', ask: funnelOf({ unit: 'ACCOUNT', mode: 'THROUGHPUT' }) },
    {
      name: 'acceptance',
      ask: asking(acceptance, bySource),
      sameAs: same<AcceptanceFigures>(
        peers.acceptanceBySource(id),
        ({ handedOver, accepted, rejected }) => [handedOver, accepted, rejected],
        (rows) => [ofAll(rows).counted, ofAll(rows).accepted, ofAll(rows).rejected],
      ),
    },
    {
      name: 'velocity LEAD to SQL, wall clock',
      ask: asking(velocity, { ...bySource, from: 'LEAD', to: 'SQL' }),
      sameAs: same<DurationFigures>(
        peers.timesBySource(id),
        ({ count, median }) => [count, Math.round(median ?? 0)],
        (rows) => [ofAll(rows).counted, Math.round((ofAll(rows).quantiles as number[])[0] ?? 0)],
      ),
    },
    {
      name: 'velocity, business clock',
      ask: asking(velocity, { ...bySource, from: 'LEAD', to: 'SQL', clock: 'BUSINESS' }),
    },
    {
      name: 'sla (peer: decisions on the CALENDAR clock alone)',
      ask: asking(sla, bySource),
      sameAs: same<SlaFigures>(
        peers.decisionsInTime(id, now),
        ({ decision }) => [decision.met, decision.breached, decision.overdue],
        ([row]) => [row?.met, row?.breached, row?.overdue],
      ),
    },
    {
      name: 'cost, SIMPLE (peer: without CAC, ROI, pipeline)',
      ask: costBy({ method: 'SIMPLE' }),
      sameAs: same<CostFigures>(
        peers.costPerStage(id),
        ({ stages }) => stages.map(({ entered, costPerEntry }) => [entered, costPerEntry]),
        (rows) => rows.map((row) => [row.entered, row.cost]),
      ),
    },
    { name: 'cost, SHIFTED', ask: costBy({ method: 'SHIFTED' }) },
    { name: 'cost, ROLLING, by month', ask: costBy({ method: 'ROLLING', rollingDays: 90, grain: 'MONTH' }) },
    { name: 'cost, KERNEL, with intervals', ask: costBy({ method: 'KERNEL' }) },
    { name: 'diagnosis', ask: asking(diagnosis, quarter) },
    { name: 'standard metrics', ask: asking(standardMetrics, quarter) },
  ];
}
