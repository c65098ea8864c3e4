import {
  type DueInstants,
  dueInstants,
  type Instant,
  InvalidInput,
  policyFor,
  type SlaPolicy,
  versionInForce,
} from '@leadstage/core';
import { clockOf } from './holidays.js';
import type { Sla } from './load-sla.js';

/** Under which policy a handoff comes, and when it is due. All null: no policy applies to it. */
export interface Judgement extends DueInstants {
  readonly policyId: number | null;
  readonly policyVersion: number | null;
  /** Of the calendar behind a BUSINESS target; null where there is none. */
  readonly calendarVersion: number | null;
}

const NO_POLICY: Judgement = {
  policyId: null,
  policyVersion: null,
  calendarVersion: null,
  responseDueAt: null,
  responseDueSoonAt: null,
  decisionDueAt: null,
  decisionDueSoonAt: null,
};

/** Handoffs that opened before have never had a policy, and are not judged; null while there is none at all. */
export function firstPolicyFrom({ policies }: Sla): Instant | null {
  return policies.reduce<Instant | null>(
    (first, { effectiveFrom }) => Math.min(first ?? effectiveFrom, effectiveFrom),
    null,
  );
}

/**
 * Judges a handoff by the policy and the calendar in force when it opened. A target whose working time is never used
 * up has no due instant.
 * @param attributes the lead's, standard ones and its own by name
 */
export function judge(sla: Sla, openedAt: Instant, attributes: Readonly<Record<string, string | null>>): Judgement {
  const policy = policyFor(sla.policies, openedAt, attributes);
  if (policy === null) return NO_POLICY;
  const { firstResponse, decision, calendarId } = policy;
  const isBusiness = [firstResponse, decision].some((target) => target?.clock === 'BUSINESS');
  const calendar = isBusiness && calendarId !== null ? versionInForce(sla.calendars, calendarId, openedAt) : null;
  const clock = calendar && clockOf(calendar);
  const dueOf = (target: Partial<Pick<SlaPolicy, 'firstResponse' | 'decision'>>) =>
    unlessNeverUsedUp(() => dueInstants({ firstResponse: null, decision: null, ...target }, clock, openedAt));
  const response = dueOf({ firstResponse });
  const decided = dueOf({ decision });
  return {
    policyId: policy.id,
    policyVersion: policy.version,
    calendarVersion: calendar?.version ?? null,
    responseDueAt: response?.responseDueAt ?? null,
    responseDueSoonAt: response?.responseDueSoonAt ?? null,
    decisionDueAt: decided?.decisionDueAt ?? null,
    decisionDueSoonAt: decided?.decisionDueSoonAt ?? null,
  };
}

/** A calendar that was corrected can leave a policy without enough working time; that must not stop a write. */
function unlessNeverUsedUp<Result>(due: () => Result): Result | null {
  try {
    return due();
  } catch (error) {
    if (error instanceof InvalidInput && error.code === 'NO_WORKING_TIME') return null;
    throw error;
  }
}
