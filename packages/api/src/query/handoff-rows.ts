import { startOfDate } from '@leadstage/core';
import type { Asked } from './asked.js';
import { HANDOFF_FACT } from './facts.js';
import { bucketStarts, dimensions, filterConditions, keyColumns } from './lead-rows.js';
import { conjunction, empty, instantParameter, instantsParameter, raw, type Sql, sql } from './sql.js';

/** Name of the CTE that stands for the handoff fact when the record is asked. */
export const HANDOFF_FACT_AS_KNOWN = raw('handoff_fact_as_known');

/**
 * Handoffs `f` of the fact (or of the record) that opened in the period and by `asOf`, and pass the filter. What came of
 * them is what had come of them by `asOf`. Attributes are the lead's, but for the owner, who is the handoff's.
 * @param columns what the row yields besides `bucket` and the keys `k0` …
 * @param joins what to join to `f`
 */
export function handoffRows(
  { frame, workspace, source }: Pick<Asked, 'frame' | 'workspace' | 'source'>,
  columns: Sql,
  { joins = empty, conditions = [] }: { readonly joins?: Sql; readonly conditions?: readonly Sql[] } = {},
): Sql {
  const starts = bucketStarts(frame);
  const end = startOfDate(frame.period.end, frame.calendar.timeZone);
  return sql`
    SELECT width_bucket(f.opened_at, ${instantsParameter(starts)}) - 1 AS bucket${keyColumns(frame)}, ${columns}
    FROM ${source === 'RECORD' ? HANDOFF_FACT_AS_KNOWN : HANDOFF_FACT} f
    ${dimensions(frame, 'f')}
    ${joins}
    WHERE f.workspace_id = ${workspace.id}::uuid ${source === 'RECORD' ? empty : sql`AND f.generation = ${workspace.generation}`}
      AND f.opened_at >= ${instantParameter(starts[0] as number)} AND f.opened_at < ${instantParameter(end)}
      AND f.opened_at <= ${instantParameter(frame.asOf)}
      AND ${conjunction([...filterConditions(frame), ...conditions])}`;
}
