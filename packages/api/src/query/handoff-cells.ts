import type { HandoffsMeasure, ReasonsMeasure } from '@leadstage/core';
import type { Asked, Counting } from './asked.js';
import { selectCells, selectTallies } from './cells.js';
import { handoffRows } from './handoff-rows.js';
import { raw, type Sql, sql } from './sql.js';

const OUTCOMES = ['ACCEPTED', 'REJECTED', 'RECYCLED', 'DISQUALIFIED'] as const;

/** Of a row of handoffs: whether it ended so, whether it ended, and whether it has not. */
export const HAS_OUTCOME = {
  ...Object.fromEntries(OUTCOMES.map((outcome) => [outcome, raw(`outcome = '${outcome}'`)])),
  DECIDED: raw('outcome IS NOT NULL'),
  OPEN: raw('outcome IS NULL'),
} as Readonly<Record<(typeof OUTCOMES)[number] | 'DECIDED' | 'OPEN', Sql>>;

/** All handoffs that opened, then those that ended in each way; what is left of them is open. */
export function handoffCells(asked: Asked<HandoffsMeasure>): Sql {
  const { position, frame } = asked;
  return selectCells({
    measure: position,
    frame,
    keys: frame.by.length,
    rows: openedRows(asked, raw('f.outcome')),
    values: [raw('count(*)'), ...OUTCOMES.map((outcome) => sql`count(*) FILTER (WHERE ${HAS_OUTCOME[outcome]})`)],
  });
}

export function openedRows(asked: Counting<HandoffsMeasure>, columns: Sql): Sql {
  return handoffRows(asked, columns);
}

export function reasonCells(asked: Asked<ReasonsMeasure>): Sql {
  const { position, frame } = asked;
  return selectTallies({
    measure: position,
    frame,
    keys: frame.by.length,
    rows: reasonRows(asked, raw('f.reason AS label')),
    counts: [raw('count(*)')],
  });
}

/** Those that were rejected. */
export function reasonRows(asked: Counting<ReasonsMeasure>, columns: Sql): Sql {
  return handoffRows(asked, columns, { conditions: [sql`f.outcome = 'REJECTED'`] });
}
