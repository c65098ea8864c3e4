import { handoffStage, isLater } from '../handoff-stage.js';
import { erasOf, findStage, type StageDefinition, stagesFrom, type Team } from '../ladder.js';
import type { Instant } from '../question.js';

/** A step of the ladder, from a stage to the next. */
export interface Step {
  readonly from: StageDefinition;
  readonly to: StageDefinition;
}

/** What a drop of a step is a question of. */
export type Trouble = 'TARGETING' | 'QUALIFICATION' | 'SALES_QUALIFICATION' | 'CLOSING' | 'FOLLOW_UP';

/** Which rate of a step is judged; each is a metric of that name. */
export type JudgedMetric = 'stepRate' | 'acceptanceRate' | 'complianceRate';

/** One rate that is judged, over all leads and over groups of them. */
export interface Subject {
  readonly metric: JudgedMetric;
  readonly step: Step;
  readonly trouble: Trouble;
  /** Who owns the step: the team of the stage that it leads to, whose criteria decide. */
  readonly team: Team;
}

/** Every step of the ladder from LEAD up; of the whole ladder where it has no LEAD. */
export function stepsOf(ladder: readonly StageDefinition[]): Subject[] {
  const lead = findStage(ladder, 'LEAD');
  const stages = lead ? stagesFrom(ladder, lead) : ladder;
  return stages.slice(1).map((to, index) => {
    const step = { from: stages[index] as StageDefinition, to };
    return { metric: 'stepRate', step, trouble: troubleOf(ladder, to), team: to.team };
  });
}

/** The step by which sales takes what marketing hands over; null where the ladder has none. */
export function handoffStep(ladder: readonly StageDefinition[]): Step | null {
  const from = handoffStage(ladder);
  const to = from && ladder.find((each) => isLater(ladder, each, from));
  return from && to ? { from, to } : null;
}

/** Up to MQL it is targeting, up to SQL qualification, up to QSO sales qualification, beyond it closing. */
function troubleOf(ladder: readonly StageDefinition[], to: StageDefinition): Trouble {
  const isUpTo = (name: string) => {
    const stage = findStage(ladder, name);
    return stage !== undefined && !isLater(ladder, to, stage);
  };
  if (isUpTo('MQL') || (handoffStage(ladder) === null && to.team === 'MARKETING')) return 'TARGETING';
  if (isUpTo('SQL')) return 'QUALIFICATION';
  return isUpTo('QSO') ? 'SALES_QUALIFICATION' : 'CLOSING';
}

/** Whether both stages of a step were in the ladder at every instant of `[from, until]`. */
export function wasThere(
  { from: first, to: second }: Step,
  definitions: readonly StageDefinition[],
  from: Instant,
  until: Instant,
): boolean {
  return erasOf(definitions)
    .filter((era) => era.from <= until && (era.until ?? Number.POSITIVE_INFINITY) > from)
    .every(({ stages }) => [first, second].every(({ id }) => stages.some((stage) => stage.id === id)));
}

/** Versions of the step's stages that came into force in `(from, until]`, earliest first: what they changed, a rate may show. */
export function redefinitionsOf(
  { from: first, to: second }: Step,
  definitions: readonly StageDefinition[],
  from: Instant,
  until: Instant,
): StageDefinition[] {
  return definitions
    .filter(
      ({ id, effectiveFrom }) =>
        (id === first.id || id === second.id) && effectiveFrom > from && effectiveFrom <= until,
    )
    .sort((a, b) => a.effectiveFrom - b.effectiveFrom || a.id - b.id || a.version - b.version);
}
