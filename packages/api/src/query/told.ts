import type { Counted, Measure, Unit } from '@leadstage/core';
import type { Counting } from './asked.js';
import { meets } from './attributes.js';
import { durationRows } from './duration-cells.js';
import { HAS_OUTCOME, openedRows, reasonRows } from './handoff-cells.js';
import { IS_MATURE, incidenceRows } from './incidence-cells.js';
import { enteredRows, isReached, reachedRows, unassignedRows } from './lead-cells.js';
import { dueRows, HAS_BECOME, hasStatus, isInBand, responseRows } from './sla-cells.js';
import { conjunction, join, raw, type Sql, sql } from './sql.js';
import { IS_OPEN, stayRows } from './stay-cells.js';
import { IS_WORTH, standingRows, valueRows } from './value-cells.js';

/** What a list is of. Rows behind LEADS have a `lead_id`, behind ACCOUNTS an `account_id`, behind HANDOFFS all of the fact. */
export type Subject = 'LEADS' | 'ACCOUNTS' | 'HANDOFFS';

/** How a count is told row by row: the rows that its measure adds up, and which of them it counts. */
export interface Told<M extends Measure = Measure> {
  readonly of: Subject;
  readonly measure: M;
  /** Yields the keys `k0` … too. */
  readonly rows: (asked: Counting<M>) => Sql;
  /** About such a row, in the words of the measure's own file; absent: all count. */
  readonly counts?: (asked: Counting<M>) => Sql;
}

type Of<K extends Counted['kind']> = Extract<Counted, { readonly kind: K }>;
type StageId = (key: string) => number;

/** The one place that knows what is behind each kind of count. */
const TOLD: { readonly [K in Counted['kind']]: (counted: Of<K>, stageId: StageId) => Told } = {
  reached({ unit, also, within, watchedFor, explicitOnly, ...counted }, stageId) {
    const stages = [counted.stage, ...(also === undefined ? [] : [also])].map(stageId);
    return told({
      of: LISTED[unit],
      measure: { kind: 'reached', unit, base: stageId(counted.base), stages, within, watchedFor, explicitOnly },
      rows: (asked) => reachedRows(asked, [ID[unit]]),
      counts: () => conjunction(stages.map((_, index) => isReached(index))),
    });
  },
  entered: ({ unit, stage, explicitOnly }, stageId) =>
    told({
      of: LISTED[unit],
      measure: { kind: 'entered', unit, stage: stageId(stage), explicitOnly },
      rows: (asked) => enteredRows(asked, ID[unit]),
    }),
  unassigned: ({ stage, explicitOnly }, stageId) =>
    told({
      of: 'LEADS',
      measure: { kind: 'unassigned', stage: stageId(stage), explicitOnly },
      rows: (asked) => unassignedRows(asked, ID.LEAD),
    }),
  mature: ({ unit, base, stage, within, explicitOnly }, stageId) =>
    told({
      of: LISTED[unit],
      measure: { kind: 'incidence', unit, base: stageId(base), stage: stageId(stage), within, explicitOnly },
      rows: (asked) => incidenceRows(asked, [ID[unit]]),
      counts: () => IS_MATURE,
    }),
  duration: ({ from, to, basis }, stageId) =>
    told({
      of: 'LEADS',
      measure: { kind: 'duration', from: stageId(from), to: stageId(to), basis, bounds: [], clock: null },
      rows: (asked) => durationRows(asked, [ID.LEAD]),
    }),
  stay: ({ stage }, stageId) =>
    told({
      of: 'LEADS',
      measure: { kind: 'stay', stage: stageId(stage), clock: null },
      rows: stayRows,
      counts: () => IS_OPEN,
    }),
  value: ({ stage }, stageId) =>
    told({
      of: 'LEADS',
      measure: { kind: 'value', stage: stageId(stage) },
      rows: (asked) => valueRows(asked, [ID.LEAD]),
      counts: () => IS_WORTH,
    }),
  standing: ({ stages }, stageId) =>
    told({
      of: 'LEADS',
      measure: { kind: 'standing', stages: stages.map(stageId) },
      rows: (asked) => standingRows(asked, [ID.LEAD]),
      counts: () => IS_WORTH,
    }),
  handoffs({ state, reason }) {
    if (reason !== undefined) {
      const isIt = meets(raw('reason'), { in: [reason] });
      const counts = state === null || state === 'REJECTED' ? isIt : sql`${HAS_OUTCOME[state]} AND ${isIt}`;
      return told({
        of: 'HANDOFFS',
        measure: { kind: 'reasons' },
        rows: (asked) => reasonRows(asked, HANDOFF),
        counts: () => counts,
      });
    }
    return told({
      of: 'HANDOFFS',
      measure: { kind: 'handoffs' },
      rows: (asked) => openedRows(asked, HANDOFF),
      ...(state === null ? {} : { counts: () => HAS_OUTCOME[state] }),
    });
  },
  sla: ({ clock, statuses }) =>
    told({
      of: 'HANDOFFS',
      measure: { kind: 'sla', clock, targets: [], calendars: [], replay: null },
      rows: (asked) => dueRows(asked, HANDOFF),
      counts: ({ frame }) =>
        sql`(${join(
          statuses.map((status) => hasStatus(status, frame)),
          ' OR ',
        )})`,
    }),
  responses: ({ band, became }) =>
    told({
      of: 'HANDOFFS',
      measure: { kind: 'responses', bounds: [] },
      rows: (asked) => responseRows(asked, [HANDOFF]),
      counts: () => conjunction([isInBand(band), ...(became === null ? [] : [HAS_BECOME[became]])]),
    }),
};

/** How what a number counts is told. @param stageId of a stage's key */
export function toldOf(counted: Counted, stageId: StageId): Told {
  return (TOLD[counted.kind] as (counted: Counted, stageId: StageId) => Told)(counted, stageId);
}

const LISTED: Readonly<Record<Unit, Subject>> = { LEAD: 'LEADS', ACCOUNT: 'ACCOUNTS' };
const ID: Readonly<Record<Unit, Sql>> = { LEAD: raw('f.lead_id'), ACCOUNT: raw('f.account_id') };
const HANDOFF = raw('f.*');

/** A row of the table knows its own kind of measure; who reads the table need not. */
function told<M extends Measure>(each: Told<M>): Told {
  return each as unknown as Told;
}
