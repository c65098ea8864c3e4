import { dateOf, type LagMeasure, startOfDate, startsOfDates } from '@leadstage/core';
import type { Asked } from './asked.js';
import { selectTallies } from './cells.js';
import { entered, isExplicit } from './facts.js';
import { leadRows } from './lead-rows.js';
import { instantParameter, instantsParameter, raw, type Sql, sql } from './sql.js';

/** Differences of local dates, told by the first instants of all dates that entries may lie in. */
export function lagCells(asked: Asked<LagMeasure>): Sql {
  const { position, measure, frame } = asked;
  const { from, to } = measure;
  const [began, came] = [entered('f', from), entered('f', to)];
  const entries = leadRows(asked, {
    stage: to,
    columns: sql`${began} AS began, ${came} AS came`,
    conditions: [isExplicit('f', from), isExplicit('f', to), sql`${began} <= ${instantParameter(frame.asOf)}`],
  });
  const keys = raw(frame.by.map((_, index) => `, k${index}`).join(''));
  return selectTallies({
    measure: position,
    frame,
    keys: frame.by.length,
    rows: sql`
      SELECT bucket${keys}, width_bucket(came, date.starts) - width_bucket(began, date.starts) AS label
      FROM (${entries}) entry CROSS JOIN (SELECT ${instantsParameter(dateStarts(asked))} AS starts) date`,
    counts: [sql`count(*)`],
  });
}

/** From the date of the first event of the workspace to that of the last that can count. */
function dateStarts({ frame, workspace }: Asked<LagMeasure>): number[] {
  const { earliestOccurredAt, latestOccurredAt } = workspace;
  const { timeZone } = frame.calendar;
  if (earliestOccurredAt === null || latestOccurredAt === null) return [startOfDate(frame.period.start, timeZone)];
  const last = Math.max(earliestOccurredAt, Math.min(latestOccurredAt, frame.asOf));
  return startsOfDates(dateOf(earliestOccurredAt, timeZone), dateOf(last, timeZone), timeZone);
}
