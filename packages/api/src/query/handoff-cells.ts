import type { HandoffsMeasure, ReasonsMeasure } from '@leadstage/core';
import type { Asked } from './asked.js';
import { selectCells, selectTallies } from './cells.js';
import { handoffRows } from './handoff-rows.js';
import { raw, type Sql, sql } from './sql.js';

const OUTCOMES = ['ACCEPTED', 'REJECTED', 'RECYCLED', 'DISQUALIFIED'];

/** All handoffs that opened, then those that ended in each way; what is left of them is open. */
export function handoffCells(asked: Asked<HandoffsMeasure>): Sql {
  const { position, frame } = asked;
  return selectCells({
    measure: position,
    frame,
    keys: frame.by.length,
    rows: handoffRows(asked, raw('f.outcome')),
    values: [raw('count(*)'), ...OUTCOMES.map((outcome) => raw(`count(*) FILTER (WHERE outcome = '${outcome}')`))],
  });
}

export function reasonCells(asked: Asked<ReasonsMeasure>): Sql {
  const { position, frame } = asked;
  return selectTallies({
    measure: position,
    frame,
    keys: frame.by.length,
    rows: handoffRows(asked, raw('f.reason AS label'), { conditions: [sql`f.outcome = 'REJECTED'`] }),
    counts: [raw('count(*)')],
  });
}
