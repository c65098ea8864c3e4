import type { Lag } from '../../kernel.js';
import type { StageDefinition } from '../../ladder.js';
import type { CostScope } from '../../measure.js';
import type { Frame } from '../../report.js';
import type { StageLags } from './lags.js';
import type { AskedCost } from './question.js';
import { type Cuts, cutsAt, daysOf } from './stretches.js';

/** Which spend belongs to the entries into a stage. */
export interface Line {
  readonly scopes: readonly CostScope[];
  /** Empty: nobody can say. */
  readonly lags: readonly Lag[];
  /** Length of the windows that roll; null: the dates of the cell. */
  readonly rollingDays: number | null;
  /** Its spend is cut by every lag, not by one. */
  readonly isKernel: boolean;
}

export interface Lines {
  /** In the order of the stages shown. */
  readonly stages: readonly Line[];
  readonly cac: Line | null;
  readonly roi: Line | null;
}

export const BOTH_SCOPES: readonly CostScope[] = ['MARKETING', 'SALES'];

export function linesOf({ method, stages, scopes, rollingDays, customer }: AskedCost, lags: StageLags): Lines {
  const isKernel = method === 'KERNEL';
  const lagsBy = (stage: StageDefinition): readonly Lag[] => {
    if (method === 'SIMPLE') return [{ days: 0, leads: 1 }];
    return isKernel ? lags.kernel(stage) : lags.shifted(stage);
  };
  const lineOf = (stage: StageDefinition, of: readonly CostScope[]): Line => {
    return { scopes: inOrder(of), lags: lagsBy(stage), rollingDays, isKernel };
  };
  return {
    stages: stages.map((stage) => lineOf(stage, scopes)),
    cac: customer ? { scopes: BOTH_SCOPES, lags: lags.shifted(customer), rollingDays: null, isKernel: false } : null,
    roi: customer ? lineOf(customer, BOTH_SCOPES) : null,
  };
}

function inOrder(scopes: readonly CostScope[]): readonly CostScope[] {
  return BOTH_SCOPES.filter((scope) => scopes.includes(scope));
}

/** Spend that is asked for by one measure, or by one for each part. */
export interface RunPlan {
  readonly scopes: readonly CostScope[];
  /** What the measure moves the frame's stretches back by. */
  readonly lagDays: number;
  /** The days between which its spend is told. */
  readonly cuts: Cuts;
}

export interface RunPlans {
  /** In the frame of the entries. */
  readonly shifted: readonly RunPlan[];
  /** In a frame of their own, cut as every lag needs. */
  readonly kernel: readonly RunPlan[];
}

/** What must be asked so that every line can be answered, each thing once. */
export function runPlans({ stages, cac, roi }: Lines, frame: Frame, entryCuts: Cuts): RunPlans {
  const lines = [...stages, cac ?? [], roi ?? []].flat().filter(({ lags }) => lags.length > 0);
  const bounds = [frame.period, ...frame.buckets].flatMap(daysOf);
  const ofKernel = lines.filter(({ isKernel }) => isKernel);
  const cuts = cutsAt(ofKernel.flatMap(({ lags }) => lags.flatMap(({ days }) => bounds.map((day) => day - days))));
  const shifted = lines
    .filter(({ isKernel }) => !isKernel)
    .map(({ scopes, lags }) => {
      const lagDays = lags[0]?.days ?? 0;
      return { scopes, lagDays, cuts: entryCuts.map((day) => day - lagDays) };
    });
  return {
    shifted: distinct(shifted),
    kernel: distinct(ofKernel.map(({ scopes }) => ({ scopes, lagDays: 0, cuts }))),
  };
}

function distinct(plans: readonly RunPlan[]): RunPlan[] {
  return [...new Map(plans.map((plan) => [nameOf(plan), plan])).values()];
}

/** Plans of one name in one frame ask the same. */
export function nameOf({ scopes, lagDays }: Pick<RunPlan, 'scopes' | 'lagDays'>): string {
  return `${scopes.join(' ')} ${lagDays}`;
}
