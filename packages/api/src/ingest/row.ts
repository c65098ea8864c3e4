/** One row while it is being mapped: its fields, and what is found wrong with it. */
export interface Row {
  readonly fields: readonly string[];
  readonly problems: RowProblem[];
}

/** Why a row is not imported. `code` is stable: `INVALID_DATE`, `UNMAPPED_VALUE`, `MISSING_VALUE`… */
export interface RowProblem {
  /** The column's name; empty where it is about the row as a whole. */
  readonly column: string;
  readonly code: string;
  readonly reason: string;
  /** The text without a meaning, for UNMAPPED_VALUE. */
  readonly value?: string;
}

/** Reads something from a row; null stands for a blank, and also for a cell whose problem has been noted. */
export type Reader<T> = (row: Row) => T | null;

export function refuse(row: Row, column: string, code: string, reason: string): null {
  // Two sections may read the same cell; one complaint is enough.
  const known = row.problems.some((problem) => problem.column === column && problem.reason === reason);
  if (!known) row.problems.push({ column, code, reason });
  return null;
}

export function refuseUnmapped(row: Row, column: string, value: string): null {
  const reason = `${quoted(value)} is not among the values of the mapping`;
  row.problems.push({ column, code: 'UNMAPPED_VALUE', reason, value });
  return null;
}

export function refuseBlank(row: Row, column: string): null {
  return refuse(row, column, 'MISSING_VALUE', 'is blank');
}

/** A cell's text as a message shows it: `"31.02.2018"`, cut after 60 letters. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 57)}...` : text);
}
