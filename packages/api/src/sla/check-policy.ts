import {
  dueInstants,
  type Instant,
  InvalidInput,
  type LeadFilter,
  type OverdueAction,
  parseSlaDuration,
  type SlaClock,
  type SlaPolicy,
  type SlaTarget,
  versionInForce,
} from '@leadstage/core';
import { checkAttributes } from '../query/attributes.js';
import { checkName } from './check-names.js';
import { clockOf } from './holidays.js';
import type { Sla } from './load-sla.js';

/** What is promised, as somebody gives it. */
export interface TargetInput {
  /** ISO 8601: `PT1H`, `P2D`. */
  readonly within: string;
  readonly clock: SlaClock;
  /** How long before it is due, on the same clock, due-soon is raised; never where it is left out. */
  readonly dueSoon?: string | null | undefined;
  /** Default NOTIFY. */
  readonly onOverdue?: OverdueAction | null | undefined;
  /** Required with REASSIGN, and refused otherwise. */
  readonly assignTo?: string | null | undefined;
}

/** A policy as somebody gives it. */
export interface PolicyInput {
  /** Upper snake case. */
  readonly key: string;
  /** Required unless it is retired. */
  readonly name?: string | null | undefined;
  /** Policies are tried in this order, ascending. Default: where it was; a new one comes after the last. */
  readonly position?: number | null | undefined;
  /** Default: all handoffs. */
  readonly filter?: LeadFilter | null | undefined;
  readonly firstResponseWithin?: TargetInput | null | undefined;
  readonly decisionWithin?: TargetInput | null | undefined;
  /** Key of the calendar behind BUSINESS targets. */
  readonly calendar?: string | null | undefined;
  /** Default: when it is recorded. */
  readonly effectiveFrom?: Instant;
  /** From then on it applies to nothing; all else stays as it was. */
  readonly retired?: boolean | null | undefined;
}

/** What a policy says, apart from which version it is. */
export type PolicyContent = Pick<
  SlaPolicy,
  'name' | 'position' | 'filter' | 'firstResponse' | 'decision' | 'calendarId' | 'retired'
>;

const TARGETS = { firstResponse: 'firstResponseWithin', decision: 'decisionWithin' } as const;

/**
 * The policy that somebody gives, for a workspace with these calendars and attributes.
 * @param position where it stands unless the input says so
 * @throws InvalidInput INVALID_TEXT, INVALID_POSITION, UNKNOWN_ATTRIBUTE, INVALID_FILTER, INVALID_DURATION,
 *   DAYS_ON_BUSINESS_CLOCK, MISSING_ASSIGNEE, NEEDLESS_ASSIGNEE, NO_TARGET, UNKNOWN_CALENDAR, NO_WORKING_TIME
 */
export function checkPolicy(
  input: PolicyInput,
  {
    calendars,
    attributeKeys,
    effectiveFrom,
    position,
  }: {
    readonly calendars: Sla['calendars'];
    readonly attributeKeys: readonly string[];
    readonly effectiveFrom: Instant;
    readonly position: number;
  },
): PolicyContent {
  const filter = input.filter ?? {};
  checkName(input.name ?? '', ['name']);
  checkPosition(input.position ?? position);
  checkAttributes([], filter, attributeKeys);
  const firstResponse = target(input.firstResponseWithin, TARGETS.firstResponse);
  const decision = target(input.decisionWithin, TARGETS.decision);
  if (!firstResponse && !decision) {
    const expected = 'firstResponseWithin, decisionWithin or both';
    throw new InvalidInput('NO_TARGET', [], `A policy promises something; give ${expected}.`, expected);
  }
  const isBusiness = [firstResponse, decision].some((each) => each?.clock === 'BUSINESS');
  const calendar = calendarOf(input.calendar ?? null, isBusiness, calendars, effectiveFrom);
  const content = {
    name: input.name ?? '',
    position: input.position ?? position,
    filter,
    firstResponse,
    decision,
    calendarId: calendar?.id ?? null,
    retired: false,
  };
  checkItEnds(content, calendar, effectiveFrom);
  return content;
}

function checkPosition(position: number): void {
  if (Number.isInteger(position) && Math.abs(position) < 2 ** 31) return;
  throw new InvalidInput('INVALID_POSITION', ['position'], `${position} is no position; give a whole number.`);
}

function target(input: TargetInput | null | undefined, field: string): SlaTarget | null {
  if (!input) return null;
  const { within, clock, dueSoon, assignTo } = input;
  const onOverdue = input.onOverdue ?? 'NOTIFY';
  const milliseconds = parseSlaDuration(within, clock, [field, 'within']);
  const dueSoonMilliseconds = dueSoon == null ? null : parseSlaDuration(dueSoon, clock, [field, 'dueSoon']);
  if (dueSoonMilliseconds !== null && dueSoonMilliseconds >= milliseconds) {
    const expected = `a time shorter than ${within}`;
    const message = `Due-soon is raised ${dueSoon} before the end of ${within}; give ${expected}.`;
    throw new InvalidInput('INVALID_DURATION', [field, 'dueSoon'], message, expected);
  }
  checkAssignee(onOverdue, assignTo ?? null, [field, 'assignTo']);
  return { clock, within, milliseconds, dueSoonMilliseconds, onOverdue, assignTo: assignTo ?? null };
}

function checkAssignee(onOverdue: OverdueAction, assignTo: string | null, path: readonly string[]): void {
  if (onOverdue === 'REASSIGN' && assignTo === null) {
    throw new InvalidInput('MISSING_ASSIGNEE', path, 'REASSIGN needs to know to whom: give assignTo.', 'an owner');
  }
  if (onOverdue !== 'REASSIGN' && assignTo !== null) {
    const message = `${onOverdue} assigns the lead to nobody: leave assignTo out, or give REASSIGN.`;
    throw new InvalidInput('NEEDLESS_ASSIGNEE', path, message, 'no assignTo');
  }
  if (assignTo !== null) checkName(assignTo, path);
}

function calendarOf(key: string | null, needed: boolean, calendars: Sla['calendars'], effectiveFrom: Instant) {
  if (key === null && !needed) return null;
  const versions = calendars.filter((each) => each.key === key);
  const known = [...new Set(calendars.map((each) => each.key))].join(', ');
  const expected = known === '' ? 'a calendar, made by setBusinessCalendar' : `one of ${known}`;
  const refuse = (message: string) => new InvalidInput('UNKNOWN_CALENDAR', ['calendar'], message, expected);
  if (key === null) throw refuse(`A target on the BUSINESS clock needs a calendar; give ${expected}.`);
  if (versions.length === 0) throw refuse(`There is no calendar ${JSON.stringify(key)}; give ${expected}.`);
  const calendar = versionInForce(versions, versions[0]?.id ?? 0, effectiveFrom);
  if (calendar) return calendar;
  const begins = new Date(Math.min(...versions.map((each) => each.effectiveFrom))).toISOString();
  const message = `The calendar ${key} begins on ${begins}, after the policy. Set it with an earlier effectiveFrom first, or let the policy begin later.`;
  throw refuse(message);
}

/** With the calendar in force when the policy begins, each target's time must be used up some day. */
function checkItEnds(
  policy: Pick<SlaPolicy, 'firstResponse' | 'decision'>,
  calendar: Sla['calendars'][number] | null,
  effectiveFrom: Instant,
): void {
  for (const name of ['firstResponse', 'decision'] as const) {
    const only = { firstResponse: null, decision: null, [name]: policy[name] };
    try {
      dueInstants(only, calendar && clockOf(calendar), effectiveFrom);
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      throw new InvalidInput(error.code, [TARGETS[name], 'within'], error.message, error.expected);
    }
  }
}
