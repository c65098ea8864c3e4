import type { Course } from '../aalen-johansen.js';
import { InvalidInput } from '../invalid-input.js';
import { resolveStage, type StageDefinition, stagesFrom } from '../ladder.js';
import type { Measure, Unit } from '../measure.js';
import { fatesOf } from '../metrics/fates.js';
import { matureShareOf } from '../metrics/mature-share.js';
import { overallRateOf } from '../metrics/overall-rate.js';
import { periodRatioOf, type Ratio } from '../metrics/period-ratio.js';
import { type Projection, projectedRateOf } from '../metrics/projected-rate.js';
import { stepRateOf } from '../metrics/step-rate.js';
import type { ReportQuestion } from '../question.js';
import type { Rate } from '../rate.js';
import { type Cell, type Layout, layOut, type Report, type ReportBody } from '../report.js';

export type FunnelMode = 'COHORT' | 'THROUGHPUT';

export interface FunnelQuestion extends ReportQuestion {
  /** COHORT (default) follows the leads that entered the base stage; THROUGHPUT counts entries into each stage. */
  readonly mode?: FunnelMode | undefined;
  /** What is counted: leads (default), or the accounts that their leads bring along. */
  readonly unit?: Unit | undefined;
  /** The first stage shown; default LEAD. */
  readonly base?: string | undefined;
  /** How long after its entry into the base stage a lead may take, milliseconds. COHORT only. */
  readonly conversionWindow?: number | undefined;
  /** Count a skipped stage as entered with the next one; default true. */
  readonly includeImplied?: boolean | undefined;
}

/** What does not belong to the question's mode is null. */
export interface FunnelStage {
  readonly stage: StageDefinition;
  /** COHORT: leads (accounts) of the cohort that reached the stage. */
  readonly reached: number | null;
  readonly stepRate: Rate | null;
  readonly overallRate: Rate | null;
  /** COHORT with a conversion window, above the base stage: the share about which nothing can change any more. */
  readonly matureShare: Rate | null;
  /** Likewise: the share that will have reached the stage within the window; null also with nobody at risk. */
  readonly projected: Projection | null;
  /** THROUGHPUT: leads (accounts) that first entered the stage in the period. */
  readonly entered: number | null;
  readonly periodRatio: Ratio | null;
  /** With unit ACCOUNT: leads left out for want of an account. COHORT: at the base stage only. */
  readonly unassigned: number | null;
}

export interface FunnelFigures {
  readonly stages: readonly FunnelStage[];
}

/** Per stage from the base up: how many reach it, and which share of those before. */
export const funnel: Report<FunnelQuestion, ReportBody<FunnelFigures>> = {
  name: 'funnel',
  async answer(question, frame, desk) {
    const base = resolveStage(frame.ladder, question.base ?? 'LEAD', ['base']);
    const stages = stagesFrom(frame.ladder, base);
    const { measures, ...layout } =
      (question.mode ?? 'COHORT') === 'COHORT' ? cohort(question, stages) : throughput(question, stages);
    return layOut(await desk.ask(measures, frame), frame, layout);
  },
};

interface Plan extends Layout<FunnelFigures> {
  readonly measures: readonly Measure[];
}

const NOTHING = {
  reached: null,
  stepRate: null,
  overallRate: null,
  matureShare: null,
  projected: null,
  entered: null,
  periodRatio: null,
  unassigned: null,
} as const;

function cohort(question: FunnelQuestion, stages: readonly StageDefinition[]): Plan {
  const { unit = 'LEAD', includeImplied = true } = question;
  const explicitOnly = !includeImplied;
  const within = checkedWindow(question.conversionWindow);
  const ids = stages.map((stage) => stage.id);
  const base = ids[0] as number;
  const incidences =
    within === null
      ? []
      : ids.slice(1).map((stage) => ({ kind: 'incidence', unit, base, stage, within, explicitOnly }) as const);
  const leftOut = unit === 'ACCOUNT' ? [{ kind: 'unassigned', stage: base, explicitOnly } as const] : [];
  return {
    measures: [
      { kind: 'reached', unit, base, stages: ids, within, watchedFor: null, explicitOnly },
      ...incidences,
      ...leftOut,
    ],
    figures(cell) {
      const counts = cell.values(0).map(Number);
      return {
        stages: stages.map((stage, index) => {
          const reached = counts[index] as number;
          const fromPrevious = explicitOnly ? (counts[stages.length + index] as number) : reached;
          const course = index > 0 && within !== null ? courseOf(cell, index) : null;
          return {
            ...NOTHING,
            stage,
            reached,
            stepRate: index === 0 ? null : stepRateOf(fromPrevious, counts[index - 1] as number),
            overallRate: overallRateOf(reached, counts[0] as number),
            matureShare: course && matureShareOf(fatesOf(course)),
            projected: course && projectedRateOf(course),
            unassigned: index === 0 && unit === 'ACCOUNT' ? Number(cell.values(1 + incidences.length)[0]) : null,
          };
        }),
      };
    },
    weight: (cell) => Number(cell.values(0)[0]),
  };
}

function courseOf(cell: Cell, measure: number): Course {
  const [letters, watched] = cell.values(measure);
  return { letters: String(letters), watched: Number(watched) };
}

function throughput(question: FunnelQuestion, stages: readonly StageDefinition[]): Plan {
  if (question.conversionWindow !== undefined) {
    throw new InvalidInput(
      'INVALID_WINDOW',
      ['conversionWindow'],
      'A conversion window belongs to a cohort; with mode THROUGHPUT leave it out.',
    );
  }
  const { unit = 'LEAD', includeImplied = true } = question;
  const explicitOnly = !includeImplied;
  const enteredAt = (cell: Cell, index: number) => Number(cell.values(index)[0]);
  const entries = stages.map((stage) => ({ kind: 'entered', unit, stage: stage.id, explicitOnly }) as const);
  const leftOut = stages.map((stage) => ({ kind: 'unassigned', stage: stage.id, explicitOnly }) as const);
  return {
    measures: unit === 'ACCOUNT' ? [...entries, ...leftOut] : entries,
    figures: (cell) => ({
      stages: stages.map((stage, index) => ({
        ...NOTHING,
        stage,
        entered: enteredAt(cell, index),
        periodRatio: index === 0 ? null : periodRatioOf(enteredAt(cell, index), enteredAt(cell, index - 1)),
        unassigned: unit === 'ACCOUNT' ? enteredAt(cell, stages.length + index) : null,
      })),
    }),
    weight: (cell) => enteredAt(cell, 0),
  };
}

const LONGEST_WINDOW = 100 * 366 * 86_400_000;

function checkedWindow(window: number | undefined): number | null {
  if (window === undefined) return null;
  if (Number.isInteger(window) && window >= 0 && window <= LONGEST_WINDOW) return window;
  throw new InvalidInput(
    'INVALID_WINDOW',
    ['conversionWindow'],
    'A conversion window is at most 100 years, in hours or days of 24 hours: P30D, PT72H.',
  );
}
