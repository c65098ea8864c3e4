import { InvalidInput } from '../invalid-input.js';
import type { SlaProposal, SlaTime } from '../measure.js';
import type { Instant } from '../question.js';
import { type BusinessCalendar, parseSlaDuration, versionInForce } from '../sla.js';
import type { ProposedPolicy, ProposedTarget } from './sla.js';

const MOST_PROPOSALS = 20;

/**
 * The proposed policies as they judge.
 * @param calendars every version of every business calendar
 * @throws InvalidInput INVALID_REPLAY, NO_TARGET, INVALID_DURATION, DAYS_ON_BUSINESS_CLOCK, UNKNOWN_CALENDAR, NO_CALENDAR
 */
export function proposalsOf(
  proposed: readonly ProposedPolicy[],
  calendars: readonly BusinessCalendar[],
  asOf: Instant,
): SlaProposal[] {
  if (proposed.length < 1 || proposed.length > MOST_PROPOSALS) {
    const expected = `1 to ${MOST_PROPOSALS} policies`;
    const message = `A replay takes ${expected}, not ${proposed.length}; for none leave \`replay\` out.`;
    throw new InvalidInput('INVALID_REPLAY', ['replay'], message, expected);
  }
  return proposed.map(({ filter = {}, firstResponse, decision, calendar }, index) => {
    const path = ['replay', index];
    const targets = {
      response: timeOf(firstResponse, [...path, 'firstResponse']),
      decision: timeOf(decision, [...path, 'decision']),
    };
    if (targets.response === null && targets.decision === null) {
      const expected = 'firstResponse, decision or both';
      throw new InvalidInput('NO_TARGET', path, `A policy promises something; give ${expected}.`, expected);
    }
    const isBusiness = [targets.response, targets.decision].some((target) => target?.business);
    const chosen = calendarOf(calendar, isBusiness, calendars, asOf, [...path, 'calendar']);
    return { filter, ...targets, calendarId: isBusiness ? chosen : null };
  });
}

function timeOf(target: ProposedTarget | undefined, path: readonly (string | number)[]): SlaTime | null {
  if (!target) return null;
  const milliseconds = parseSlaDuration(target.within, target.clock, [...path, 'within']);
  return { business: target.clock === 'BUSINESS', milliseconds };
}

/** The calendar of the key, else the first that was defined, of those in force at `asOf`. */
function calendarOf(
  key: string | undefined,
  isNeeded: boolean,
  versions: readonly BusinessCalendar[],
  asOf: Instant,
  path: readonly (string | number)[],
): number | null {
  const ids = [...new Set(versions.map(({ id }) => id))].sort((a, b) => a - b);
  const inForce = ids.flatMap((id) => versionInForce(versions, id, asOf) ?? []);
  if (key === undefined) {
    const first = inForce[0];
    if (first || !isNeeded) return first?.id ?? null;
    const expected = 'a calendar, made by setBusinessCalendar, or the CALENDAR clock';
    const message = `A target on the BUSINESS clock needs a calendar, and none is in force at asOf; give ${expected}.`;
    throw new InvalidInput('NO_CALENDAR', path, message, expected);
  }
  const named = inForce.find((each) => each.key === key);
  if (named) return named.id;
  const known = inForce.map((each) => each.key).join(', ');
  const expected = known === '' ? 'a calendar, made by setBusinessCalendar' : `one of ${known}`;
  const message = `No calendar ${JSON.stringify(key)} is in force at asOf; give ${expected}.`;
  throw new InvalidInput('UNKNOWN_CALENDAR', path, message, expected);
}
