import type { StageDefinition } from './ladder.js';
import type { DurationBasis } from './measure.js';
import type { Instant, LadderMode, LeadFilter, Period } from './question.js';
import type { FunnelQuestion } from './reports/funnel.js';
import { stagesOf, type VelocityQuestion } from './reports/velocity.js';

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
export type Counted = CountedReached | CountedEntered | CountedDuration | CountedHandoffs;

/** Of the leads that entered `base` in the period, those that entered `stage`. */
export interface CountedReached {
  readonly kind: 'reached';
  readonly base: string;
  readonly stage: string;
  readonly within: number | null;
  readonly watchedFor: number | null;
  readonly explicitOnly: boolean;
}

export interface CountedEntered {
  readonly kind: 'entered';
  readonly stage: string;
  readonly explicitOnly: boolean;
}

export interface CountedDuration {
  readonly kind: 'duration';
  readonly from: string;
  readonly to: string;
  readonly basis: DurationBasis;
}

export const HANDOFF_STATES = ['ACCEPTED', 'REJECTED', 'RECYCLED', 'DISQUALIFIED', 'OPEN'] as const;
export type HandoffState = (typeof HANDOFF_STATES)[number];

export interface CountedHandoffs {
  readonly kind: 'handoffs';
  /** Null: all that opened. */
  readonly state: HandoffState | null;
  /** Only those decided for this reason, null: for none; absent: whatever the reason. */
  readonly reason?: string | null;
}

/** What a stage of a funnel counts; null where it counts accounts, which no list of leads can show. */
export function countedInFunnel(
  question: FunnelQuestion,
  base: StageDefinition,
  stage: StageDefinition,
): CountedReached | CountedEntered | null {
  if (question.unit === 'ACCOUNT') return null;
  const explicitOnly = question.includeImplied === false;
  if (question.mode === 'THROUGHPUT') return { kind: 'entered', stage: stage.key, explicitOnly };
  const within = question.conversionWindow ?? null;
  return { kind: 'reached', base: base.key, stage: stage.key, within, watchedFor: null, explicitOnly };
}

/** Whose time a velocity tells. */
export function countedInVelocity(question: VelocityQuestion, ladder: readonly StageDefinition[]): CountedDuration {
  const { from, to } = stagesOf(question, ladder);
  return { kind: 'duration', from: from.key, to: to.key, basis: question.basis ?? 'TO' };
}
