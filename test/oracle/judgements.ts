import type { Instant } from '../../packages/core/src/question.js';
import { passes } from './cells.js';
import { fold } from './fold.js';
import { type Handoff, handoffsOf } from './handoffs.js';
import { definitionsKnownAt } from './ladder.js';
import type { CalendarVersion, History, PolicyVersion, Target } from './model.js';
import { calendarVersions, usedUpAt, versionAt } from './working-time.js';

/** What was recorded of a handoff: under which policy it came, and when it was due. */
export interface Judgement {
  readonly handoff: string;
  readonly recordedAt: Instant;
  readonly policy: PolicyVersion | null;
  /** Null where the policy asks for nothing on this clock, or its time is never used up. */
  readonly responseDue: Instant | null;
  readonly decisionDue: Instant | null;
}

/** What a handoff is told by: the event that opened it, or its lead's creation. */
export function nameOf({ openedBy }: Handoff, lead: string): string {
  return openedBy ?? `creation of ${lead}`;
}

const judged = new WeakMap<History, readonly Judgement[]>();

/**
 * All judgements, in the order of recording: of each handoff when it is first known, unless it opened before any policy,
 * and again when a version of a policy or a calendar is recorded in whose time it opened. By what is then known of
 * the lead, and by the policy and the calendar in force when it opened.
 */
export function judgements(history: History): readonly Judgement[] {
  const known = judged.get(history) ?? judgeAll(history);
  judged.set(history, known);
  return known;
}

/** The one that holds at `knownAt`. */
export function judgementOf(history: History, handoff: string, knownAt: Instant): Judgement | undefined {
  return judgements(history).findLast((each) => each.handoff === handoff && each.recordedAt <= knownAt);
}

function judgeAll(history: History): Judgement[] {
  const { batches, commands, voids, policies = [], calendars = [] } = history;
  if (policies.length === 0) return [];
  const records = [...batches, ...commands, ...voids, ...policies, ...calendars].map((record) => record.recordedAt);
  const found: Judgement[] = [];
  for (const now of [...new Set(records)].sort((a, b) => a - b)) {
    const known = policies.filter((policy) => policy.recordedAt <= now);
    const first = Math.min(...known.map((policy) => policy.effectiveFrom));
    const definitions = definitionsKnownAt(history, now);
    for (const lead of fold(history, now).leads) {
      for (const handoff of handoffsOf(lead, definitions)) {
        const name = nameOf(handoff, lead.externalId);
        const isNew = !found.some((each) => each.handoff === name);
        if (handoff.openedAt < first || !(isNew || isReopened(history, handoff.openedAt, now))) continue;
        const attributes = new Map(lead.attributes);
        attributes.delete('owner');
        if (handoff.owner !== null) attributes.set('owner', handoff.owner);
        const policy = policyFor(known, handoff.openedAt, attributes);
        found.push({ handoff: name, recordedAt: now, ...judge(history, policy, handoff.openedAt, now) });
      }
    }
  }
  return found;
}

/** Whether a version is recorded now in whose time a handoff that opened then lies. */
function isReopened({ policies = [], calendars = [] }: History, openedAt: Instant, now: Instant): boolean {
  return [policies, calendars].some((all) =>
    all.some((version) => {
      if (version.recordedAt !== now) return false;
      const known = all.filter((each) => each.key === version.key && each.recordedAt <= now);
      return versionAt<PolicyVersion | CalendarVersion>(known, openedAt) === version;
    }),
  );
}

/** Of the policies in force at an instant the first, by position and then by age, whose filter the lead passes. */
function policyFor(
  known: readonly PolicyVersion[],
  at: Instant,
  attributes: ReadonlyMap<string, string>,
): PolicyVersion | null {
  const inForce = policiesAt(known, at).filter((policy) => passes(attributes, policy.filter));
  return inForce[0] ?? null;
}

/** The policies in force at an instant, in order. */
export function policiesAt(known: readonly PolicyVersion[], at: Instant): PolicyVersion[] {
  const keys = [...new Set(known.map((policy) => policy.key))];
  return keys
    .flatMap(
      (key) =>
        versionAt(
          known.filter((policy) => policy.key === key),
          at,
        ) ?? [],
    )
    .filter((policy) => !policy.retired)
    .sort((a, b) => a.position - b.position);
}

function judge(history: History, policy: PolicyVersion | null, openedAt: Instant, now: Instant) {
  const due = (target: Target | null | undefined) =>
    target ? dueAt(target, versionAt(calendarVersions(history, policy?.calendar, now), openedAt), openedAt) : null;
  return { policy, responseDue: due(policy?.response), decisionDue: due(policy?.decision) };
}

/** The earliest instant at which the time of a target is used up; null where it never is. */
export function dueAt(target: Target, calendar: CalendarVersion | undefined, openedAt: Instant): Instant | null {
  if (target.clock === 'CALENDAR') return openedAt + target.ms;
  return calendar ? usedUpAt(calendar, openedAt, target.ms) : null;
}
