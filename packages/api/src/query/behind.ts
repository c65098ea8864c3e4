import { type CellReference, type Instant, InvalidInput } from '@leadstage/core';
import type { Counting } from './asked.js';
import { meets } from './attributes.js';
import { decodeCell, invalidCell } from './cell-token.js';
import { fromRecord, recordScope } from './compile.js';
import { keyName } from './lead-rows.js';
import { frameOf } from './run-report.js';
import { sourceOf } from './source.js';
import { conjunction, type Sql, sql } from './sql.js';
import { type Subject, toldOf } from './told.js';
import type { WorkspaceState } from './workspace-state.js';

/**
 * What is behind a number, row by row: the query that counted it, at its own `asOf` and `knownAt`, without the counting.
 * So there are as many rows as the number says, whatever has been recorded since.
 * @param token as a report gave it beside the number
 * @param path where it was given
 * @throws InvalidInput INVALID_CELL
 */
export function rowsBehind(
  token: string,
  of: Subject,
  state: WorkspaceState,
  now: Instant,
  path: readonly string[],
): Sql {
  const cell = decodeCell(token, path);
  const workspace = asKnown(state, cell);
  const told = toldOf(cell.counted, (key) => {
    const stage = workspace.definitions.find((each) => each.key === key);
    if (!stage) throw invalidCell(path, `There is no stage "${key}".`);
    return stage.id;
  });
  if (told.of !== of) throw invalidCell(path, `The number counts ${told.of.toLowerCase()}, not ${of.toLowerCase()}.`);
  if (cell.knownAt > Math.max(state.lastRecordedAt, now)) throw invalidCell(path, 'Its knownAt is in the future.');

  const frame = refusedAs(path, () => frameOf(questionOf(cell), workspace, now));
  const asked: Counting = {
    measure: told.measure,
    frame,
    workspace,
    // A rollup counts, and has no rows to show.
    source: sourceOf(told.measure, frame, workspace) === 'RECORD' ? 'RECORD' : 'FACT',
    asKnown: frame.knownAt < workspace.lastRecordedAt,
  };
  const conditions = cell.group.map(([, value], index) => meets(keyName(index), { in: [value] }));
  if (told.counts) conditions.push(told.counts(asked));
  const rows = sql`SELECT * FROM (${told.rows(asked)}) counted WHERE ${conjunction(conditions)}`;
  return sql`${fromRecord([rows], recordScope(frame, workspace), frame)}${rows}`;
}

/** The workspace as the report saw it: in its time zone, with the stages that were defined by then. */
function asKnown(state: WorkspaceState, { timeZone, knownAt }: CellReference): WorkspaceState {
  return { ...state, timeZone, definitions: state.definitions.filter(({ recordedAt }) => recordedAt <= knownAt) };
}

function questionOf({ period, filter, group, asOf, knownAt, ladder }: CellReference) {
  return { period, filter, by: group.map(([name]) => name), asOf, knownAt, ladder };
}

/** What a report would refuse, in a text that no report of this workspace gave. */
function refusedAs<Result>(path: readonly string[], work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw error instanceof InvalidInput ? invalidCell(path, error.message) : error;
  }
}
