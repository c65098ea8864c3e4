import { addDays, type LocalDate } from '@leadstage/core';
import type { CostEntry } from './mapping-schema.js';
import { labelOf, type Readers } from './readers.js';
import { type Reader, type Row, refuse, refuseBlank } from './row.js';

/** Local dates `[from, to)`. */
export interface CostPeriod {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Reads the dates that a cost covers, in whichever of the three ways the entry says them. */
export function costPeriodReader(entry: CostEntry, readers: Readers): Reader<CostPeriod> {
  if (entry.month !== undefined) {
    const month = datePresent(entry.month, 'month', readers);
    return (row) => {
      const from = month(row);
      // The first of a month and 31 days is always in the next month.
      return from === null
        ? null
        : { from: `${from.slice(0, 7)}-01`, to: `${addDays(`${from.slice(0, 7)}-01`, 31).slice(0, 7)}-01` };
    };
  }
  const first = datePresent(entry.from!, 'day', readers);
  if (entry.days !== undefined) {
    const { days } = entry;
    return (row) => {
      const from = first(row);
      return from === null ? null : { from, to: addDays(from, days) };
    };
  }
  const last = datePresent(entry.to!, 'day', readers);
  return (row) => {
    const from = first(row);
    const end = last(row);
    if (from === null || end === null) return null;
    const to = entry.toInclusive === true ? addDays(end, 1) : end;
    if (from < to) return { from, to };
    const hint = from === end ? '; set toInclusive: true if that day is part of it' : '';
    return refuse(row, labelOf(entry.to!), 'INVALID_PERIOD', `${end} is not after ${from}${hint}`);
  };
}

function datePresent(
  source: NonNullable<CostEntry['from']>,
  needs: 'day' | 'month',
  readers: Readers,
): Reader<LocalDate> {
  const read = readers.localDate(source, needs);
  return (row: Row) => {
    const before = row.problems.length;
    const date = read(row);
    if (date === null && row.problems.length === before) return refuseBlank(row, labelOf(source));
    return date;
  };
}
