import { InvalidInput } from '../invalid-input.js';
import { resolveStage, type StageDefinition, stagesFrom } from '../ladder.js';
import type { Measure } from '../measure.js';
import { overallRateOf } from '../metrics/overall-rate.js';
import { periodRatioOf, type Ratio } from '../metrics/period-ratio.js';
import { stepRateOf } from '../metrics/step-rate.js';
import type { ReportQuestion } from '../question.js';
import type { Rate } from '../rate.js';
import { type Cell, type Layout, layOut, type Report, type ReportBody } from '../report.js';

export type FunnelMode = 'COHORT' | 'THROUGHPUT';

export interface FunnelQuestion extends ReportQuestion {
  /** COHORT (default) follows the leads that entered the base stage; THROUGHPUT counts entries into each stage. */
  readonly mode?: FunnelMode | undefined;
  /** The first stage shown; default LEAD. */
  readonly base?: string | undefined;
  /** How long after its entry into the base stage a lead may take, milliseconds. COHORT only. */
  readonly conversionWindow?: number | undefined;
  /** Count a skipped stage as entered with the next one; default true. */
  readonly includeImplied?: boolean | undefined;
}

export interface FunnelStage {
  readonly stage: StageDefinition;
  /** COHORT: leads of the cohort that reached the stage. */
  readonly reached: number | null;
  readonly stepRate: Rate | null;
  readonly overallRate: Rate | null;
  /** THROUGHPUT: leads that first entered the stage in the period. */
  readonly entered: number | null;
  readonly periodRatio: Ratio | null;
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

function cohort(question: FunnelQuestion, stages: readonly StageDefinition[]): Plan {
  const explicitOnly = question.includeImplied === false;
  const ids = stages.map((stage) => stage.id);
  return {
    measures: [
      {
        kind: 'reached',
        unit: 'LEAD',
        base: ids[0] as number,
        stages: ids,
        within: checkedWindow(question.conversionWindow),
        watchedFor: null,
        explicitOnly,
      },
    ],
    figures(cell) {
      const counts = cell.values(0).map(Number);
      return {
        stages: stages.map((stage, index) => {
          const reached = counts[index] as number;
          const fromPrevious = explicitOnly ? (counts[stages.length + index] as number) : reached;
          return {
            stage,
            reached,
            stepRate: index === 0 ? null : stepRateOf(fromPrevious, counts[index - 1] as number),
            overallRate: overallRateOf(reached, counts[0] as number),
            entered: null,
            periodRatio: null,
          };
        }),
      };
    },
    weight: (cell) => Number(cell.values(0)[0]),
  };
}

function throughput(question: FunnelQuestion, stages: readonly StageDefinition[]): Plan {
  if (question.conversionWindow !== undefined) {
    throw new InvalidInput(
      'INVALID_WINDOW',
      ['conversionWindow'],
      'A conversion window belongs to a cohort; with mode THROUGHPUT leave it out.',
    );
  }
  const explicitOnly = question.includeImplied === false;
  const enteredAt = (cell: Cell, index: number) => Number(cell.values(index)[0]);
  return {
    measures: stages.map((stage) => ({ kind: 'entered', unit: 'LEAD', stage: stage.id, explicitOnly })),
    figures: (cell) => ({
      stages: stages.map((stage, index) => ({
        stage,
        reached: null,
        stepRate: null,
        overallRate: null,
        entered: enteredAt(cell, index),
        periodRatio: index === 0 ? null : periodRatioOf(enteredAt(cell, index), enteredAt(cell, index - 1)),
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
