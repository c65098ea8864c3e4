import { findStage, type StageDefinition, type StandardStage } from '../../ladder.js';

/** The stages that every pack is about, lowest first. */
const PACK_STAGES = ['LEAD', 'MQL', 'SQL', 'QSO', 'CUSTOMER'] as const satisfies readonly StandardStage[];

/** A standard stage with the stage of the ladder that stands for it. */
export interface Rung {
  readonly standard: StandardStage;
  /** Null where the ladder has none. */
  readonly stage: StageDefinition | null;
  /** Key of the stage; where there is none, the standard's name. */
  readonly key: string;
}

/** One rung, and the rung below that the way to it is measured from. */
export interface Step {
  readonly from: Rung;
  readonly to: Rung;
}

/** The standard stages as a ladder has them, and what a reader should know of them. */
export function rungsOf(ladder: readonly StageDefinition[]): { rungs: Rung[]; notes: string[] } {
  const rungs = PACK_STAGES.map((standard): Rung => {
    const stage = findStage(ladder, standard) ?? null;
    return { standard, stage, key: stage?.key ?? standard };
  });
  const notes = rungs.flatMap(({ standard, stage }) => {
    if (!stage) return [`The ladder has no ${standard}: what is measured there is null, and the steps pass over it.`];
    return stage.key === standard ? [] : [`${stage.key} stands for ${standard}.`];
  });
  return { rungs, notes };
}

/** The rungs that the ladder has. */
export function presentOf(rungs: readonly Rung[]): (Rung & { readonly stage: StageDefinition })[] {
  return rungs.filter((rung): rung is Rung & { readonly stage: StageDefinition } => rung.stage !== null);
}

/**
 * From each rung to the next. One that the ladder lacks is passed over: without QSO the steps are SQL to QSO, which is
 * null, and SQL to CUSTOMER.
 */
export function stepsOf(rungs: readonly Rung[]): Step[] {
  return rungs.slice(1).map((to, index) => {
    const below = rungs.slice(0, index + 1);
    return { from: below.findLast(({ stage }) => stage !== null) ?? (below.at(-1) as Rung), to };
  });
}

/** Whether the way can be measured: both are there, and the one comes after the other. */
export function isMeasurable({ from, to }: Step): boolean {
  return from.stage !== null && to.stage !== null && from.stage.position < to.stage.position;
}
