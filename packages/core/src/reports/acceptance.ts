import { type GoalStanding, goalStandings } from '../goal-standing.js';
import { acceptanceRateOf } from '../metrics/acceptance-rate.js';
import { acceptanceRateOfDecidedOf } from '../metrics/acceptance-rate-of-decided.js';
import { type HandoffCounts, handoffCountsOf } from '../metrics/handoff-counts.js';
import { type Rejection, rejectionsOf } from '../metrics/rejections.js';
import type { ReportQuestion } from '../question.js';
import type { Rate } from '../rate.js';
import { type Cell, type Desk, type Frame, layOut, type Report, type ReportBody } from '../report.js';

export type { GoalStanding };

/** Handoffs opened in the period. */
export interface AcceptanceFigures extends HandoffCounts {
  /** accepted / handedOver. */
  readonly acceptanceRate: Rate;
  /** accepted / (handedOver − open). */
  readonly acceptanceRateOfDecided: Rate;
  /** By reason, most frequent first, then by text, null (no reason was kept) last; they add up to `rejected`. */
  readonly rejections: readonly Rejection[];
}

export interface AcceptanceBody extends ReportBody<AcceptanceFigures> {
  /** Every goal that is pursued and whose period overlaps the report's, by period and key. */
  readonly goals: readonly GoalStanding[];
}

export type AcceptanceQuestion = ReportQuestion;

/** Whether sales accepts what marketing hands over. */
export const acceptance: Report<AcceptanceQuestion, AcceptanceBody> = {
  name: 'acceptance',
  async answer(_question, frame, desk) {
    const answers = await desk.ask([{ kind: 'handoffs' }, { kind: 'reasons' }], frame);
    const body = layOut(answers, frame, { figures, weight: (cell) => Number(cell.values(0)[0]) });
    return { ...body, goals: await overlappingGoals(frame, desk) };
  },
};

function figures(cell: Cell): AcceptanceFigures {
  const counts = handoffCountsOf(cell.values(0));
  return {
    ...counts,
    acceptanceRate: acceptanceRateOf(counts),
    acceptanceRateOfDecided: acceptanceRateOfDecidedOf(counts),
    rejections: rejectionsOf(cell.values(1)),
  };
}

async function overlappingGoals(frame: Frame, desk: Desk): Promise<readonly GoalStanding[]> {
  const { start, end } = frame.period;
  const pursued = (await desk.goals()).filter((goal) => !goal.retired && goal.start < end && start < goal.end);
  return goalStandings(pursued, frame, desk);
}
