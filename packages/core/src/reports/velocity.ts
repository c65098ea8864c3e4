import { InvalidInput } from '../invalid-input.js';
import { resolveStage } from '../ladder.js';
import type { DurationBasis } from '../measure.js';
import { type DurationFigures, HISTOGRAM_BOUNDS, timeToReachOf } from '../metrics/time-to-reach.js';
import type { ReportQuestion } from '../question.js';
import { layOut, type Report, type ReportBody } from '../report.js';

export interface VelocityQuestion extends ReportQuestion {
  readonly from: string;
  readonly to: string;
  /** Which of the two entries lies in the period; default TO. */
  readonly basis?: DurationBasis | undefined;
}

/** How long leads take from one stage to a later one. */
export const velocity: Report<VelocityQuestion, ReportBody<DurationFigures>> = {
  name: 'velocity',
  async answer(question, frame, desk) {
    const from = resolveStage(frame.ladder, question.from, ['from']);
    const to = resolveStage(frame.ladder, question.to, ['to']);
    if (from.position >= to.position) {
      throw new InvalidInput(
        'INVALID_STAGES',
        ['to'],
        `${to.key} does not come after ${from.key}; time is measured up the ladder.`,
        `a stage after ${from.key}`,
      );
    }
    const basis = question.basis ?? 'TO';
    const answers = await desk.ask(
      [{ kind: 'duration', from: from.id, to: to.id, basis, bounds: HISTOGRAM_BOUNDS, clock: null }],
      frame,
    );
    return layOut(answers, frame, {
      figures: (cell) => timeToReachOf(cell.values(0)),
      weight: (cell) => Number(cell.values(0)[0]),
    });
  },
};
