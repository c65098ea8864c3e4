import { InvalidInput } from '../invalid-input.js';
import { findStage, resolveStage, type StageDefinition } from '../ladder.js';
import type { DurationBasis } from '../measure.js';
import { type TimeInStage, timeInStageOf } from '../metrics/time-in-stage.js';
import { type DurationFigures, HISTOGRAM_BOUNDS, timeToReachOf } from '../metrics/time-to-reach.js';
import type { ReportQuestion } from '../question.js';
import { type Frame, layOut, type Report, type ReportBody } from '../report.js';
import type { SlaClock } from '../sla.js';
import { velocityClock } from './velocity-clock.js';

export interface VelocityQuestion extends ReportQuestion {
  /** Where the time to reach begins; default LEAD, the first stage of a ladder that has none. */
  readonly from?: string | undefined;
  /** Where it ends; default CUSTOMER, the last stage of a ladder that has none. */
  readonly to?: string | undefined;
  /** Which of the two entries lies in the period; default TO. */
  readonly basis?: DurationBasis | undefined;
  /** Default CALENDAR, time as it passes. */
  readonly clock?: SlaClock | undefined;
  /** BUSINESS: key of the business calendar; default the first that was defined. */
  readonly calendar?: string | undefined;
  /** Stages whose stays are wanted too; default none: they are read from the log, which takes longer. */
  readonly timeInStage?: readonly string[] | undefined;
}

/** Time to reach; and time in stage, in the order of the question. */
export interface VelocityFigures extends DurationFigures {
  readonly timeInStage: readonly TimeInStage[];
}

export interface VelocityBody extends ReportBody<VelocityFigures> {
  /** Keys of the stages between which time was measured. */
  readonly from: string;
  readonly to: string;
  /** Key of the calendar whose working time was counted; null on the CALENDAR clock. */
  readonly businessCalendar: string | null;
}

/** How long leads take from one stage to a later one, and how long they stay in stages. */
export const velocity: Report<VelocityQuestion, VelocityBody> = {
  name: 'velocity',
  async answer(question, frame, desk) {
    const { from, to } = stagesOf(question, frame.ladder);
    const stages = stagesStayedIn(question, frame);
    const { calendar, clock } = await velocityClock(question, frame, desk);
    const answers = await desk.ask(
      [
        {
          kind: 'duration',
          from: from.id,
          to: to.id,
          basis: question.basis ?? 'TO',
          bounds: HISTOGRAM_BOUNDS,
          clock,
        },
        ...stages.map((stage) => ({ kind: 'stay', stage: stage.id, clock }) as const),
      ],
      frame,
    );
    const body = layOut(answers, frame, {
      figures: (cell) => ({
        ...timeToReachOf(cell.values(0)),
        timeInStage: stages.map((stage, index) => timeInStageOf(stage, cell.values(1 + index))),
      }),
      weight: (cell) => Number(cell.values(0)[0]),
    });
    return { ...body, from: from.key, to: to.key, businessCalendar: calendar };
  },
};

/**
 * Between which stages time is measured.
 * @throws InvalidInput UNKNOWN_STAGE, INVALID_STAGES
 */
export function stagesOf(question: VelocityQuestion, ladder: readonly StageDefinition[]) {
  const standard = (name: string, end: StageDefinition | undefined) => findStage(ladder, name)?.key ?? end?.key ?? name;
  const from = resolveStage(ladder, question.from ?? standard('LEAD', ladder[0]), ['from']);
  const to = resolveStage(ladder, question.to ?? standard('CUSTOMER', ladder.at(-1)), ['to']);
  if (from.position < to.position) return { from, to };
  throw new InvalidInput(
    'INVALID_STAGES',
    [question.to === undefined && question.from !== undefined ? 'from' : 'to'],
    `${to.key} does not come after ${from.key}; time is measured up the ladder.`,
    `a stage after ${from.key}`,
  );
}

function stagesStayedIn({ timeInStage = [] }: VelocityQuestion, { ladder }: Frame): StageDefinition[] {
  return [...new Set(timeInStage.map((name, index) => resolveStage(ladder, name, ['timeInStage', index])))];
}
