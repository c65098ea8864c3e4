import type { DurationBasis, SlaMeasure, Unit } from './measure.js';
import type { Instant, LadderMode, LeadFilter, Period } from './question.js';
import type { SlaStatus } from './sla.js';

/**
 * One number of a report, as a question that can be asked again for what was counted: with `asOf`, `knownAt` and all
 * dates settled, so that it means the same for ever. It says nothing that whoever got the number did not know.
 */
export interface CellReference {
  /** Of the cell: the report's period, or one bucket. */
  readonly period: Period;
  /** In which the dates are told. */
  readonly timeZone: string;
  readonly asOf: Instant;
  readonly knownAt: Instant;
  readonly ladder: LadderMode;
  readonly filter: LeadFilter;
  /** The group's attributes and their values, null where one is missing; none in a total. */
  readonly group: readonly (readonly [attribute: string, value: string | null])[];
  readonly counted: Counted;
}

/** What a number counts, in the words of the measures. Stages are named by key. */
export type Counted =
  | CountedReached
  | CountedEntered
  | CountedUnassigned
  | CountedMature
  | CountedDuration
  | CountedStay
  | CountedValue
  | CountedStanding
  | CountedHandoffs
  | CountedSla
  | CountedResponses;

/** Of the leads (accounts) that entered `base` in the period, those that entered `stage`. */
export interface CountedReached {
  readonly kind: 'reached';
  readonly unit: Unit;
  readonly base: string;
  readonly stage: string;
  /** Only those that are counted at this stage too. */
  readonly also?: string;
  readonly within: number | null;
  readonly watchedFor: number | null;
  readonly explicitOnly: boolean;
}

export interface CountedEntered {
  readonly kind: 'entered';
  readonly unit: Unit;
  readonly stage: string;
  readonly explicitOnly: boolean;
}

/** Leads without an account that entered the stage in the period. */
export interface CountedUnassigned {
  readonly kind: 'unassigned';
  readonly stage: string;
  readonly explicitOnly: boolean;
}

/** Of those that entered `base` in the period, those about which nothing can change any more. */
export interface CountedMature {
  readonly kind: 'mature';
  readonly unit: Unit;
  readonly base: string;
  readonly stage: string;
  readonly within: number;
  readonly explicitOnly: boolean;
}

export interface CountedDuration {
  readonly kind: 'duration';
  readonly from: string;
  readonly to: string;
  readonly basis: DurationBasis;
}

/** Open stays in the stage that began in the period: a lead has one at most. Of ended ones it may have several. */
export interface CountedStay {
  readonly kind: 'stay';
  readonly stage: string;
}

/** Leads that entered the stage in the period and carry a value. */
export interface CountedValue {
  readonly kind: 'value';
  readonly stage: string;
}

/** Leads that stand in one of the stages and carry a value, whenever they came there. */
export interface CountedStanding {
  readonly kind: 'standing';
  readonly stages: readonly string[];
}

export const HANDOFF_STATES = ['ACCEPTED', 'REJECTED', 'RECYCLED', 'DISQUALIFIED', 'DECIDED', 'OPEN'] as const;
export type HandoffState = (typeof HANDOFF_STATES)[number];

export interface CountedHandoffs {
  readonly kind: 'handoffs';
  /** Null: all that opened. */
  readonly state: HandoffState | null;
  /** Only those rejected for this reason, null: for none; absent: whatever the reason. */
  readonly reason?: string | null;
}

/** Handoffs with a target on the clock, by the policy in force, that stand in one of these ways. */
export interface CountedSla {
  readonly kind: 'sla';
  readonly clock: SlaMeasure['clock'];
  readonly statuses: readonly SlaStatus[];
}

/** Milliseconds to the first response, `(over, within]`; null: no bound. */
export interface ResponseBand {
  readonly over: number | null;
  readonly within: number | null;
}

export interface CountedResponses {
  readonly kind: 'responses';
  /** Null: not responded to. */
  readonly band: ResponseBand | null;
  /** Null: whatever became of them. */
  readonly became: 'SQL' | 'CUSTOMER' | null;
}

/** What the two numbers of a rate count. */
export interface CountedRate {
  readonly numerator: Counted;
  readonly denominator: Counted;
}

/** The entries of leads into a stage, as cost, goals and standard metrics count them. */
export function entriesInto(stage: string): CountedEntered {
  return { kind: 'entered', unit: 'LEAD', stage, explicitOnly: false };
}
