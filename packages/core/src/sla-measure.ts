import type { LeadFilter } from './question.js';
import type { WorkingTime } from './working-time.js';

/**
 * One of the two clocks of the SLA, over handoffs that opened in the period and have a target on it:
 * met, breached, overdue, pending at `asOf`; then, of those done (decided or responded) and those overdue at their age:
 * how many, the sum of their durations in milliseconds on the target's own clock, the sum of duration ÷ target, both sums
 * as decimal text. A handoff whose due instant is not known has no target.
 */
export interface SlaMeasure {
  readonly kind: 'sla';
  readonly clock: 'RESPONSE' | 'DECISION';
  /** The targets of each version of each policy. */
  readonly targets: readonly SlaTargets[];
  /** The working time of the calendars behind the targets, by version; handoffs come under the one they opened in. */
  readonly calendars: readonly SlaCalendar[];
  /**
   * null: each handoff by the policy and the due instant that are recorded for it. Else it is judged anew by these
   * versions, in this order, the first whose filter it meets; due instants are worked out by its calendar.
   */
  readonly replay: readonly SlaProposal[] | null;
}

export interface SlaTargets {
  readonly policyId: number;
  readonly policyVersion: number;
  readonly calendarId: number | null;
  /** Milliseconds on the clock; null: no target. */
  readonly response: SlaTime | null;
  readonly decision: SlaTime | null;
}

export interface SlaTime {
  readonly business: boolean;
  readonly milliseconds: number;
}

export interface SlaCalendar {
  readonly calendarId: number;
  /** Handoffs that opened in `[from, until)`. */
  readonly from: number;
  readonly until: number;
  /** From `from` to `asOf` at least, and in a replay until all its targets are used up, where they ever are. */
  readonly time: WorkingTime;
}

export interface SlaProposal extends Omit<SlaTargets, 'policyId' | 'policyVersion'> {
  readonly filter: LeadFilter;
}
