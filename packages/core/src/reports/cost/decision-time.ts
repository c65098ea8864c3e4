import { InvalidInput } from '../../invalid-input.js';
import type { ExactTime } from '../../metrics/lag.js';
import type { Instant } from '../../question.js';
import { type BusinessCalendar, type SlaPolicy, versionInForce } from '../../sla.js';
import { millisecondsOfTime } from '../../working-hours.js';

const WEEK = 7 * 86_400_000;

/**
 * Within what calendar time a policy in force wants a decision; null where none does. Working hours count at the
 * average of an ordinary week: 8 h of a week of 40 h are 33.6 h.
 * @param key of the policy; null: the first by position and id that has a decision target
 * @throws InvalidInput UNKNOWN_POLICY, NO_DECISION_TARGET
 */
export function decisionTime(
  policies: readonly SlaPolicy[],
  calendars: readonly BusinessCalendar[],
  at: Instant,
  key: string | null,
): ExactTime | null {
  const inForce = [...new Set(policies.map(({ id }) => id))]
    .flatMap((id) => versionInForce(policies, id, at) ?? [])
    .filter((policy) => !policy.retired)
    .sort((a, b) => a.position - b.position || a.id - b.id);
  const policy = key === null ? inForce.find(({ decision }) => decision !== null) : named(inForce, key);
  if (!policy?.decision) return null;
  const milliseconds = BigInt(policy.decision.milliseconds);
  if (policy.decision.clock === 'CALENDAR') return { milliseconds, per: 1n };
  const calendar = policy.calendarId === null ? null : versionInForce(calendars, policy.calendarId, at);
  const perWeek = calendar === null ? 0 : workOfWeek(calendar);
  return perWeek === 0 ? null : { milliseconds: milliseconds * BigInt(WEEK), per: BigInt(perWeek) };
}

function named(inForce: readonly SlaPolicy[], key: string): SlaPolicy {
  const policy = inForce.find((each) => each.key === key);
  const withTarget = inForce.filter(({ decision }) => decision !== null).map((each) => each.key);
  const expected = withTarget.length === 0 ? 'a policy with a decision target' : withTarget.join(', ');
  if (!policy) {
    const message = `There is no policy "${key}" in force; with a decision target: ${expected}.`;
    throw new InvalidInput('UNKNOWN_POLICY', ['policy'], message, expected);
  }
  if (policy.decision) return policy;
  const message = `The policy "${key}" says nothing of decisions, so no lag can be made of it; name ${expected}.`;
  throw new InvalidInput('NO_DECISION_TARGET', ['policy'], message, expected);
}

/** Milliseconds by the wall clock. */
function workOfWeek({ hours }: BusinessCalendar): number {
  return Object.values(hours)
    .flat()
    .reduce((sum, { from, to }) => sum + millisecondsOfTime(to) - millisecondsOfTime(from), 0);
}
