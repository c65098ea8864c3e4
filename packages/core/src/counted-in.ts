import type { Counted, CountedDuration, CountedHandoffs, CountedResponses, CountedSla } from './cell-reference.js';
import type { StageDefinition } from './ladder.js';
import type { FunnelQuestion } from './reports/funnel.js';
import type { ResponseOutcome } from './reports/sla.js';
import { stagesOf, type VelocityQuestion } from './reports/velocity.js';
import type { SlaStatus } from './sla.js';

/** The counts of a stage of a funnel. */
export type FunnelCount = 'COUNTED' | 'STEP' | 'MATURE' | 'UNASSIGNED';

/**
 * What a stage of a funnel counts; null where it does not have the count.
 * @param stages those of the funnel, from the base up
 */
export function countedInFunnel(
  question: FunnelQuestion,
  stages: readonly StageDefinition[],
  { id, key: stage }: StageDefinition,
  count: FunnelCount,
): Counted | null {
  const { unit = 'LEAD', mode = 'COHORT', includeImplied = true, conversionWindow: within = null } = question;
  const explicitOnly = !includeImplied;
  const index = stages.findIndex((each) => each.id === id);
  const isCohort = mode === 'COHORT';
  const base = stages[0]?.key ?? stage;
  const reached = { kind: 'reached', unit, base, stage, within, watchedFor: null, explicitOnly } as const;
  switch (count) {
    case 'COUNTED':
      return isCohort ? reached : { kind: 'entered', unit, stage, explicitOnly };
    case 'STEP': {
      const previous = stages[index - 1];
      if (!isCohort || !previous) return null;
      return explicitOnly ? { ...reached, also: previous.key } : reached;
    }
    case 'MATURE':
      if (!isCohort || within === null || index <= 0) return null;
      return { kind: 'mature', unit, base, stage, within, explicitOnly };
    case 'UNASSIGNED':
      if (unit === 'LEAD' || (isCohort && index > 0)) return null;
      return { kind: 'unassigned', stage, explicitOnly };
  }
}

/** Whose time a velocity tells. */
export function countedInVelocity(question: VelocityQuestion, ladder: readonly StageDefinition[]): CountedDuration {
  const { from, to } = stagesOf(question, ladder);
  return { kind: 'duration', from: from.key, to: to.key, basis: question.basis ?? 'TO' };
}

/** The counts of an SLA that are not of one clock. */
export type SlaCount = 'HANDOFFS' | 'WASTED' | 'NEVER_WORKED';

export function countedInSla(count: SlaCount): CountedHandoffs | CountedSla {
  switch (count) {
    case 'HANDOFFS':
      return { kind: 'handoffs', state: null };
    case 'WASTED':
      return { kind: 'sla', clock: 'RESPONSE', statuses: ['BREACHED', 'OVERDUE'] };
    case 'NEVER_WORKED':
      return { kind: 'sla', clock: 'RESPONSE', statuses: ['OVERDUE'] };
  }
}

/** What `complianceRate` is made of: pending handoffs are on neither side. */
export const IN_COMPLIANCE: { readonly numerator: readonly SlaStatus[]; readonly denominator: readonly SlaStatus[] } = {
  numerator: ['MET'],
  denominator: ['MET', 'BREACHED', 'OVERDUE'],
};

/** @param outcomes every band of the cell, in order */
export function countedInBand(
  { band, within }: ResponseOutcome,
  outcomes: readonly ResponseOutcome[],
  became: CountedResponses['became'],
): CountedResponses {
  if (band === 'NEVER') return { kind: 'responses', band: null, became };
  const bounds = outcomes.flatMap((each) => (each.within === null ? [] : [each.within]));
  const over = within === null ? bounds.at(-1) : bounds[bounds.indexOf(within) - 1];
  return { kind: 'responses', band: { over: milliseconds(over), within: milliseconds(within) }, became };
}

function milliseconds(seconds: number | null | undefined): number | null {
  return seconds == null ? null : Math.round(seconds * 1_000);
}
