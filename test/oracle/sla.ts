import type { Instant } from '../../packages/core/src/question.js';
import { handoffsSeenBy, type SeenHandoff } from './acceptance.js';
import { gather, passes } from './cells.js';
import { cost } from './cost.js';
import { type Fraction, fraction, plus, ZERO } from './fractions.js';
import { dueAt, judgementOf, nameOf } from './judgements.js';
import { handoffStageOf, reportLadder } from './ladder.js';
import type { CalendarVersion, Cell, History, SlaQuestion, Target } from './model.js';
import { calendarVersions, versionAt, workedBetween } from './working-time.js';

export interface SlaRow extends Cell {
  readonly judged: 'IN_FORCE' | 'REPLAY';
  readonly clock: 'RESPONSE' | 'DECISION';
  readonly met: number;
  readonly breached: number;
  readonly overdue: number;
  readonly pending: number;
  /** Done, or overdue at their age. */
  readonly timed: number;
  /** Of those, milliseconds on the target's own clock. */
  readonly sumMs: bigint;
  readonly sumRatio: Fraction;
}

/** A promise to keep: when, on which clock. */
interface Promised {
  readonly target: Target;
  readonly dueAt: Instant | null;
  /** Behind a BUSINESS target. */
  readonly calendar: CalendarVersion | undefined;
}

/** Whether a replay asks for working time while no calendar is known: such a question has no answer. */
export function lacksCalendar(history: History, { replay, knownAt = Infinity }: SlaQuestion): boolean {
  return (replay ?? []).some(
    ({ response, decision, calendar }) =>
      [response, decision].some((target) => target?.clock === 'BUSINESS') &&
      calendarVersions(history, calendar, knownAt).length === 0,
  );
}

/** Whether sales kept its promises, over the handoffs that opened in the period and have a target. */
export function sla(history: History, question: SlaQuestion): SlaRow[] {
  if (lacksCalendar(history, question)) return [];
  const seen = handoffsSeenBy(history, question);
  const judged = question.replay === null ? (['IN_FORCE'] as const) : (['IN_FORCE', 'REPLAY'] as const);
  const found = judged.flatMap((way) =>
    (['RESPONSE', 'DECISION'] as const).flatMap((clock) =>
      seen.flatMap((each) => {
        const promised =
          way === 'REPLAY' ? proposedFor(history, question, each, clock) : dueOf(history, question, each, clock);
        if (promised === null) return [];
        const doneAt = clock === 'RESPONSE' ? each.handoff.firstResponseAt : each.handoff.closedAt;
        const item = judgedAt(each.handoff.openedAt, doneAt, promised, question.asOf);
        return each.cells.map((cell) => ({ label: { ...cell, judged: way, clock }, item }));
      }),
    ),
  );
  return gather(found).map(({ label, items }) => {
    const of = (status: string) => items.filter((item) => item.status === status).length;
    const timed = items.filter((item) => item.status !== 'PENDING');
    return {
      ...label,
      met: of('MET'),
      breached: of('BREACHED'),
      overdue: of('OVERDUE'),
      pending: of('PENDING'),
      timed: timed.length,
      sumMs: timed.reduce((sum, item) => sum + BigInt(item.duration), 0n),
      sumRatio: timed.reduce((sum, item) => plus(sum, fraction(item.duration, item.target)), ZERO),
    };
  });
}

/** As it was recorded; null where the handoff has no target on this clock. */
function dueOf(
  history: History,
  { knownAt = Infinity }: SlaQuestion,
  { handoff, lead }: SeenHandoff,
  clock: SlaRow['clock'],
): Promised | null {
  const judgement = judgementOf(history, nameOf(handoff, lead), knownAt);
  const due = clock === 'RESPONSE' ? judgement?.responseDue : judgement?.decisionDue;
  const target = clock === 'RESPONSE' ? judgement?.policy?.response : judgement?.policy?.decision;
  if (due == null || !target) return null;
  const calendars = calendarVersions(history, judgement?.policy?.calendar, knownAt);
  return { target, dueAt: due, calendar: versionAt(calendars, handoff.openedAt) };
}

/** Under the first proposal that the handoff comes under. */
function proposedFor(
  history: History,
  { knownAt = Infinity, replay }: SlaQuestion,
  { handoff, attributes }: SeenHandoff,
  clock: SlaRow['clock'],
): Promised | null {
  const proposal = replay?.find(({ filter }) => passes(attributes, filter));
  const target = clock === 'RESPONSE' ? proposal?.response : proposal?.decision;
  if (!target) return null;
  const calendar = versionAt(calendarVersions(history, proposal?.calendar, knownAt), handoff.openedAt);
  return { target, dueAt: dueAt(target, calendar, handoff.openedAt), calendar };
}

function judgedAt(
  openedAt: Instant,
  doneAt: Instant | null,
  { target, dueAt: due, calendar }: Promised,
  asOf: Instant,
) {
  const end = doneAt ?? asOf;
  const duration = target.clock === 'CALENDAR' ? end - openedAt : workedBetween(calendar!, openedAt, end);
  const late = due !== null && end > due;
  const done = doneAt !== null;
  const status = done ? (late ? 'BREACHED' : 'MET') : late ? 'OVERDUE' : 'PENDING';
  return { status, duration, target: target.ms };
}

export interface WastedRow extends Cell {
  readonly judged: SlaRow['judged'];
  readonly wasted: number;
  readonly neverWorked: number;
  /** Of what is in force. Minor units, not rounded; null where an MQL has no cost. */
  readonly wastedCost: Fraction | null;
}

/** What cost entries can say of what they were for. */
const CARRIED = ['source', 'leadType', 'campaign'];

/**
 * Handoffs responded to too late or never, and what as many MQLs cost, by SIMPLE, in the same cell. Nobody can say what
 * those of a group cost, or those that pass a filter, where cost carries no such attribute.
 */
export function wasted(history: History, question: SlaQuestion): WastedRow[] {
  const { asOf, knownAt, ladder, period, grain, filter = {}, by = [] } = question;
  const isCarried = (names: readonly string[]) => names.every((name) => CARRIED.includes(name));
  const stage = isCarried(Object.keys(filter)) ? handoffStageOf(reportLadder(history, question))?.key : undefined;
  const common = { period, grain, filter, by, asOf, knownAt, ladder };
  const simple = { ...common, method: { kind: 'SIMPLE' }, includeImplied: true } as const;
  const costs = stage ? cost(history, { ...simple, stages: [stage] }).rows : [];
  const known = costs.filter((row) => row.keys.length === 0 || isCarried(by));
  return sla(history, question)
    .filter(({ clock }) => clock === 'RESPONSE')
    .map(({ keys, bucket, judged, breached, overdue }) => {
      const name = JSON.stringify([keys, bucket]);
      const perMql = known.find((row) => JSON.stringify([row.keys, row.bucket]) === name)?.cost ?? null;
      const count = breached + overdue;
      const wastedCost =
        judged === 'IN_FORCE' && perMql ? { ...perMql, numerator: perMql.numerator * BigInt(count) } : null;
      return { keys, bucket, judged, wasted: count, neverWorked: overdue, wastedCost };
    });
}
