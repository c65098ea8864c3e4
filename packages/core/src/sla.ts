import { addBusinessTime, type BusinessClock } from './business-clock.js';
import { InvalidInput } from './invalid-input.js';
import type { AttributeCondition, Instant, LeadFilter, LocalDate } from './question.js';
import type { WorkingHours } from './working-hours.js';

/** CALENDAR: time as it passes, a day being 24 h. BUSINESS: working hours of a calendar. */
export type SlaClock = 'CALENDAR' | 'BUSINESS';

/** What is done, besides saying so, with a handoff that is overdue. */
export type OverdueAction = 'NOTIFY' | 'REASSIGN' | 'RECALL';

/** Within what time something must be done, from when the handoff opened. */
export interface SlaTarget {
  readonly clock: SlaClock;
  /** ISO 8601 as given: `PT1H`, `P2D`. */
  readonly within: string;
  /** The same, on the clock of the target. */
  readonly milliseconds: number;
  /** How long before it is due, on the same clock, due-soon is raised; null: never. */
  readonly dueSoonMilliseconds: number | null;
  readonly onOverdue: OverdueAction;
  /** Whom an overdue handoff is reassigned to. */
  readonly assignTo: string | null;
}

/** One version of a policy, in force from `effectiveFrom` until the policy's next version. */
export interface SlaPolicy {
  readonly id: number;
  readonly key: string;
  readonly version: number;
  readonly effectiveFrom: Instant;
  readonly recordedAt: Instant;
  readonly name: string;
  /** Policies are tried in this order, ascending. */
  readonly position: number;
  readonly filter: LeadFilter;
  readonly firstResponse: SlaTarget | null;
  readonly decision: SlaTarget | null;
  /** Of the calendar behind its BUSINESS targets. */
  readonly calendarId: number | null;
  readonly retired: boolean;
}

/** One version of a calendar of working hours, in force from `effectiveFrom` until the calendar's next version. */
export interface BusinessCalendar {
  readonly id: number;
  readonly key: string;
  readonly version: number;
  readonly effectiveFrom: Instant;
  readonly recordedAt: Instant;
  readonly name: string;
  readonly timeZone: string;
  readonly hours: BusinessClock['hours'];
  /** Whose public holidays are days off, ISO 3166: `DE`, and within it `BY`. */
  readonly country: string | null;
  readonly region: string | null;
  /** Own days, which win over public holidays and weekdays; without hours: a day off. */
  readonly days: readonly {
    readonly date: LocalDate;
    readonly name: string;
    readonly hours: readonly WorkingHours[];
  }[];
}

/** What has versions, each in force from an instant until the next. */
interface Versioned {
  readonly id: number;
  readonly version: number;
  readonly effectiveFrom: Instant;
}

/**
 * Of the versions of one id with `effectiveFrom <= at`, the one with the latest `effectiveFrom`, and of equal ones the
 * highest version: the rule of stage definitions. Null before the first. It may be retired.
 */
export function versionInForce<V extends Versioned>(versions: readonly V[], id: number, at: Instant): V | null {
  return versionsInForce(versions, at).get(id) ?? null;
}

function versionsInForce<V extends Versioned>(versions: readonly V[], at: Instant): Map<number, V> {
  const inForce = new Map<number, V>();
  for (const each of versions) {
    const latest = inForce.get(each.id);
    if (each.effectiveFrom <= at && (!latest || comesAfter(each, latest))) inForce.set(each.id, each);
  }
  return inForce;
}

function comesAfter(a: Versioned, b: Versioned): boolean {
  return a.effectiveFrom > b.effectiveFrom || (a.effectiveFrom === b.effectiveFrom && a.version > b.version);
}

/**
 * The policy that a handoff comes under: of those in force when it opened, by position and id, the first whose filter
 * matches the lead's attributes. An attribute that is not given is missing, as null is.
 */
export function policyFor(
  policies: readonly SlaPolicy[],
  openedAt: Instant,
  attributes: Readonly<Record<string, string | null>>,
): SlaPolicy | null {
  const applies = [...versionsInForce(policies, openedAt).values()]
    .filter((policy) => !policy.retired && matches(policy.filter, attributes))
    .sort((a, b) => a.position - b.position || a.id - b.id);
  return applies[0] ?? null;
}

function matches(filter: LeadFilter, attributes: Readonly<Record<string, string | null>>): boolean {
  return Object.entries(filter).every(([name, condition]) =>
    meets(Object.hasOwn(attributes, name) ? (attributes[name] ?? null) : null, condition),
  );
}

/** As a report's filter does in SQL: null in a list stands for the missing value, and for nothing else. */
function meets(value: string | null, { in: included, notIn }: AttributeCondition): boolean {
  return (included === undefined || included.includes(value)) && (notIn === undefined || !notIn.includes(value));
}

/** When something must be done; null where the policy asks for nothing, or raises no due-soon. */
export interface DueInstants {
  readonly responseDueAt: Instant | null;
  readonly responseDueSoonAt: Instant | null;
  readonly decisionDueAt: Instant | null;
  readonly decisionDueSoonAt: Instant | null;
}

/**
 * When a handoff that opened then is due. Due-soon is the instant at which all but `dueSoonMilliseconds` of the target
 * is used up, at the earliest when the handoff opens.
 * @param clock of the policy's calendar, as in force at `openedAt`; null where the policy has none
 * @throws InvalidInput NO_CALENDAR where a BUSINESS target has no clock, NO_WORKING_TIME where it is never used up
 */
export function dueInstants(
  policy: Pick<SlaPolicy, 'firstResponse' | 'decision'>,
  clock: BusinessClock | null,
  openedAt: Instant,
): DueInstants {
  const response = dueOf(policy.firstResponse, clock, openedAt);
  const decision = dueOf(policy.decision, clock, openedAt);
  return {
    responseDueAt: response.dueAt,
    responseDueSoonAt: response.dueSoonAt,
    decisionDueAt: decision.dueAt,
    decisionDueSoonAt: decision.dueSoonAt,
  };
}

function dueOf(target: SlaTarget | null, clock: BusinessClock | null, openedAt: Instant) {
  if (target === null) return { dueAt: null, dueSoonAt: null };
  const { milliseconds, dueSoonMilliseconds } = target;
  const after = (time: number) => elapsed(target.clock, clock, openedAt, time);
  return {
    dueAt: after(milliseconds),
    dueSoonAt: dueSoonMilliseconds === null ? null : after(Math.max(0, milliseconds - dueSoonMilliseconds)),
  };
}

function elapsed(kind: SlaClock, clock: BusinessClock | null, openedAt: Instant, milliseconds: number): Instant {
  if (kind === 'CALENDAR') return openedAt + milliseconds;
  if (clock === null) {
    const expected = 'a calendar, or the CALENDAR clock';
    throw new InvalidInput('NO_CALENDAR', [], `A target on the BUSINESS clock needs ${expected}.`, expected);
  }
  return addBusinessTime(clock, openedAt, milliseconds);
}

export const SLA_STATUSES = ['MET', 'BREACHED', 'OVERDUE', 'PENDING'] as const;
export type SlaStatus = (typeof SLA_STATUSES)[number];

/**
 * MET: done by the due instant, that instant included. BREACHED: done later. OVERDUE: not done, and `asOf` is after the
 * due instant. PENDING: not done, and it is not. What is done after `asOf` is not done.
 */
export function slaStatus(doneAt: Instant | null, dueAt: Instant, asOf: Instant): SlaStatus {
  if (doneAt !== null && doneAt <= asOf) return doneAt <= dueAt ? 'MET' : 'BREACHED';
  return asOf > dueAt ? 'OVERDUE' : 'PENDING';
}

const DURATION = /^P(?=.)(?:(\d{1,9})W)?(?:(\d{1,9})D)?(?:T(?=.)(?:(\d{1,9})H)?(?:(\d{1,9})M)?)?$/;
const UNITS = [7 * 86_400_000, 86_400_000, 3_600_000, 60_000];

/** Ten years, as long as the business clock looks ahead. */
const LONGEST = 3_660 * 86_400_000;

/**
 * The time that a target or its due-soon gives, in milliseconds, in ISO 8601 with whole hours and minutes, and on the
 * CALENDAR clock weeks and days of 24 h: `PT1H` is 3,600,000, `P1DT12H` 129,600,000. More than none, at most 3,660 days.
 * @throws InvalidInput DAYS_ON_BUSINESS_CLOCK, INVALID_DURATION
 */
export function parseSlaDuration(text: string, clock: SlaClock, path: readonly (string | number)[]): number {
  const parts = DURATION.exec(text)?.slice(1) ?? [];
  if (clock === 'BUSINESS' && (parts[0] !== undefined || parts[1] !== undefined)) {
    const message = `${text} counts days, and a working day has no fixed length: give working hours, such as PT8H.`;
    throw new InvalidInput('DAYS_ON_BUSINESS_CLOCK', path, message, 'working hours and minutes, such as PT8H');
  }
  const milliseconds = parts.reduce((sum, part, index) => sum + Number(part ?? 0) * (UNITS[index] ?? 0), 0);
  if (milliseconds > 0 && milliseconds <= LONGEST) return milliseconds;
  const expected =
    clock === 'BUSINESS'
      ? 'working hours and minutes in ISO 8601, such as PT1H or PT90M'
      : 'weeks, days, hours and minutes in ISO 8601, such as P2D, PT1H or P1DT12H';
  const message = `${JSON.stringify(text)} is no duration from one minute to 3660 days; give ${expected}.`;
  throw new InvalidInput('INVALID_DURATION', path, message, expected);
}
