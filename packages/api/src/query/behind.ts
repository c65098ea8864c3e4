import { type CellReference, type Counted, type Instant, InvalidInput, type Measure } from '@leadstage/core';
import type { Asked } from './asked.js';
import { leadAttribute, meets } from './attributes.js';
import { decodeCell, invalidCell } from './cell-token.js';
import { fromRecord, recordScope } from './compile.js';
import { entered, isExplicit } from './facts.js';
import { handoffRows } from './handoff-rows.js';
import { leadRows } from './lead-rows.js';
import { frameOf } from './run-report.js';
import { sourceOf } from './source.js';
import { instantParameter, raw, type Sql, sql } from './sql.js';
import type { WorkspaceState } from './workspace-state.js';

type Subject = 'LEADS' | 'HANDOFFS';
type Place = Pick<Asked, 'frame' | 'workspace' | 'source'>;

/** How one kind of count is told row by row: the rows that its measure adds up. */
interface Told {
  readonly of: Subject;
  /** As it was asked: where it is read depends on it. */
  readonly measure: Measure;
  readonly rows: (place: Place, inGroup: readonly Sql[]) => Sql;
}

type Of<K extends Counted['kind']> = Extract<Counted, { readonly kind: K }>;
type StageId = (key: string) => number;

const LEAD_ID = raw('f.lead_id');

/** The one place that knows what is behind each kind of count. A list of LEADS needs `lead_id`, of HANDOFFS all of `f`. */
const TOLD: { readonly [K in Counted['kind']]: (counted: Of<K>, stageId: StageId) => Told } = {
  reached(counted, stageId) {
    const { within, watchedFor, explicitOnly } = counted;
    const [base, stage] = [stageId(counted.base), stageId(counted.stage)];
    return {
      of: 'LEADS',
      measure: { kind: 'reached', unit: 'LEAD', base, stages: [stage], within, watchedFor, explicitOnly },
      rows(place, inGroup) {
        const { asOf } = place.frame;
        const at = entered('f', stage);
        const since = entered('f', base);
        const conditions = [...inGroup, sql`${at} <= ${instantParameter(asOf)}`];
        if (within !== null) conditions.push(sql`${at} - ${since} <= ${within}::bigint * interval '1 millisecond'`);
        if (watchedFor !== null) conditions.push(sql`${since} <= ${instantParameter(asOf - watchedFor)}`);
        if (explicitOnly) conditions.push(isExplicit('f', base), isExplicit('f', stage));
        return leadRows(place, { stage: base, columns: LEAD_ID, conditions });
      },
    };
  },
  entered({ explicitOnly, ...counted }, stageId) {
    const stage = stageId(counted.stage);
    return {
      of: 'LEADS',
      measure: { kind: 'entered', unit: 'LEAD', stage, explicitOnly },
      rows(place, inGroup) {
        const conditions = explicitOnly ? [...inGroup, isExplicit('f', stage)] : inGroup;
        return leadRows(place, { stage, columns: LEAD_ID, conditions });
      },
    };
  },
  duration({ basis, ...counted }, stageId) {
    const [from, to] = [stageId(counted.from), stageId(counted.to)];
    return {
      of: 'LEADS',
      measure: { kind: 'duration', from, to, basis, bounds: [], clock: null },
      rows(place, inGroup) {
        const both = [from, to].flatMap((stage) => [
          isExplicit('f', stage),
          sql`${entered('f', stage)} <= ${instantParameter(place.frame.asOf)}`,
        ]);
        return leadRows(place, {
          stage: basis === 'TO' ? to : from,
          columns: LEAD_ID,
          conditions: [...inGroup, ...both],
        });
      },
    };
  },
  handoffs({ state, reason }) {
    return {
      of: 'HANDOFFS',
      measure: { kind: 'handoffs' },
      rows(place, inGroup) {
        const conditions = [...inGroup];
        if (state === 'OPEN') conditions.push(raw('f.outcome IS NULL'));
        else if (state !== null) conditions.push(sql`f.outcome = ${state}::transition_kind`);
        if (reason !== undefined) conditions.push(meets(raw('f.reason'), { in: [reason] }));
        return handoffRows(place, raw('f.*'), { conditions });
      },
    };
  },
};

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
  const stageId: StageId = (key) => {
    const stage = workspace.definitions.find((each) => each.key === key);
    if (!stage) throw invalidCell(path, `There is no stage "${key}".`);
    return stage.id;
  };
  const told = (TOLD[cell.counted.kind] as (counted: Counted, stageId: StageId) => Told)(cell.counted, stageId);
  if (told.of !== of) throw invalidCell(path, `The number counts ${told.of.toLowerCase()}, not ${of.toLowerCase()}.`);
  if (cell.knownAt > Math.max(state.lastRecordedAt, now)) throw invalidCell(path, 'Its knownAt is in the future.');

  const frame = refusedAs(path, () => frameOf(questionOf(cell), workspace, now));
  const source = sourceOf(told.measure, frame, workspace) === 'RECORD' ? 'RECORD' : 'FACT';
  const inGroup = cell.group.map(([name, value]) => meets(leadAttribute(name), { in: [value] }));
  const rows = told.rows({ frame, workspace, source }, inGroup);
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
