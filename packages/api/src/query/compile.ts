import type { Frame, Measure } from '@leadstage/core';
import { durationCells, enteredCells, LEAD_FACT_AS_KNOWN, reachedCells } from './lead-cells.js';
import { leadFactsFromRecord } from './lead-facts-from-record.js';
import { type LeadSource, sourceOf } from './source.js';
import { spendCells } from './spend-cells.js';
import { join, type Sql, sql } from './sql.js';
import type { WorkspaceState } from './workspace-state.js';

export interface Compiled {
  readonly statement: Sql;
  /** Where each measure of leads is read, in the order of the measures; null for cost. */
  readonly sources: readonly (LeadSource | null)[];
}

/** One statement that answers all measures of a question, each from one fact, stacked on one another. */
export function compile(measures: readonly Measure[], frame: Frame, workspace: WorkspaceState): Compiled {
  const asKnown = frame.knownAt < workspace.lastRecordedAt;
  const sources = measures.map((measure) => (measure.kind === 'spend' ? null : sourceOf(measure, frame, workspace)));
  const parts = measures.map((measure, position) => {
    const source = sources[position] ?? 'FACT';
    return cellsFor(measure, { position, frame, workspace, source, asKnown });
  });
  const { id: workspaceId, definitions, hasMerges } = workspace;
  const record = sql`WITH ${LEAD_FACT_AS_KNOWN} AS MATERIALIZED (
    ${leadFactsFromRecord({ workspaceId, definitions, hasMerges, knownAt: frame.knownAt })}
  )`;
  const stacked = join(
    parts.map((part) => sql`(${part})`),
    ' UNION ALL ',
  );
  return { statement: sources.includes('RECORD') ? sql`${record} ${stacked}` : stacked, sources };
}

interface Asked {
  readonly position: number;
  readonly frame: Frame;
  readonly workspace: WorkspaceState;
  readonly source: LeadSource;
  readonly asKnown: boolean;
}

function cellsFor(measure: Measure, asked: Asked): Sql {
  switch (measure.kind) {
    case 'reached':
      return reachedCells({ ...asked, measure });
    case 'entered':
      return enteredCells({ ...asked, measure });
    case 'duration':
      return durationCells({ ...asked, measure });
    case 'spend':
      return spendCells({ ...asked, measure });
  }
}
