import type { Frame, Measure } from '@leadstage/core';
import { accountFactName, accountFacts, accountReads } from './account-facts.js';
import type { Asked } from './asked.js';
import { durationCells } from './duration-cells.js';
import { handoffCells, reasonCells } from './handoff-cells.js';
import { HANDOFF_FACT_AS_KNOWN } from './handoff-rows.js';
import { handoffsFromRecord } from './handoffs-from-record.js';
import { incidenceCells } from './incidence-cells.js';
import { lagCells } from './lag-cells.js';
import { enteredCells, reachedCells, unassignedCells } from './lead-cells.js';
import { leadFactsFromRecord } from './lead-facts-from-record.js';
import { LEAD_FACT_AS_KNOWN } from './lead-rows.js';
import type { RecordScope } from './record-scope.js';
import { responseCells, slaCells } from './sla-cells.js';
import { type LeadSource, sourceOf } from './source.js';
import { firstCostCells, spendCells } from './spend-cells.js';
import { empty, join, type Sql, sql } from './sql.js';
import { stayCells } from './stay-cells.js';
import { standingCells, valueCells } from './value-cells.js';
import type { WorkspaceState } from './workspace-state.js';

export interface Compiled {
  readonly statement: Sql;
  /** Where each measure is read, in the order of the measures; null for cost. */
  readonly sources: readonly (LeadSource | null)[];
}

type Kind = Measure['kind'];
type Of<K extends Kind> = Extract<Measure, { readonly kind: K }>;

/** The one place that knows how each kind of measure is asked. */
const CELLS: { readonly [K in Kind]: (asked: Asked<Of<K>>) => Sql } = {
  reached: reachedCells,
  entered: enteredCells,
  unassigned: unassignedCells,
  incidence: incidenceCells,
  duration: durationCells,
  stay: stayCells,
  lag: lagCells,
  value: valueCells,
  standing: standingCells,
  handoffs: handoffCells,
  reasons: reasonCells,
  sla: slaCells,
  responses: responseCells,
  spend: spendCells,
  firstCost: firstCostCells,
};

/** One statement that answers all measures of a question, each from one fact, stacked on one another. */
export function compile(measures: readonly Measure[], frame: Frame, workspace: WorkspaceState): Compiled {
  const asKnown = frame.knownAt < workspace.lastRecordedAt;
  const sources = measures.map((measure) => sourceOf(measure, frame, workspace));
  const parts = measures.map((measure, position) => {
    const cells = CELLS[measure.kind] as (asked: Asked) => Sql;
    const source = sources[position] ?? 'FACT';
    return sql`(${cells({ position, measure, frame, workspace, source, accounts: accountFactName(source), asKnown })})`;
  });
  const accounts = sharedAccounts(measures, sources, { frame, workspace });
  const facts = recordFacts([...accounts, ...parts], recordScope(frame, workspace), frame);
  return { statement: sql`${withAll([...facts, ...accounts])}${join(parts, ' UNION ALL ')}`, sources };
}

/** The accounts that measures read, made up once for all of them that read leads of one source. */
function sharedAccounts(
  measures: readonly Measure[],
  sources: Compiled['sources'],
  asked: Pick<Asked, 'frame' | 'workspace'>,
): Sql[] {
  return (['FACT', 'RECORD'] as const).flatMap((source) => {
    const reads = measures.flatMap((measure, index) =>
      sources[index] === source ? (accountReads(measure) ?? []) : [],
    );
    if (reads.length === 0) return [];
    return sql`${accountFactName(source)} AS MATERIALIZED (${accountFacts({ ...asked, source }, reads)})`;
  });
}

/** The record as a frame reads it. */
export function recordScope(frame: Frame, { id, hasMerges, lastRecordedAt }: WorkspaceState): RecordScope {
  const knownAt = frame.knownAt < lastRecordedAt ? frame.knownAt : undefined;
  return { workspaceId: id, definitions: frame.definitions, hasMerges, knownAt };
}

/** The facts that the parts name, as the record gives them for the frame. */
export function fromRecord(parts: readonly Sql[], scope: RecordScope, frame: Frame): Sql {
  return withAll(recordFacts(parts, scope, frame));
}

function withAll(tables: readonly Sql[]): Sql {
  return tables.length === 0 ? empty : sql`WITH ${join(tables)} `;
}

function recordFacts(parts: readonly Sql[], scope: RecordScope, { asOf }: Frame): Sql[] {
  const facts = [
    { name: LEAD_FACT_AS_KNOWN, from: leadFactsFromRecord },
    { name: HANDOFF_FACT_AS_KNOWN, from: handoffsFromRecord },
  ].filter(({ name }) => parts.some((part) => part.text.includes(name.text)));
  return facts.map(({ name, from }) => sql`${name} AS MATERIALIZED (${from(scope, asOf)})`);
}
