import type { StageDefinition } from '../ladder.js';
import type { LocalDate, ReportQuestion } from '../question.js';
import type { Rate } from '../rate.js';
import type { Report, ReportBody } from '../report.js';

/** Handoffs opened in the period. */
export interface AcceptanceFigures {
  readonly handedOver: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly recycled: number;
  readonly disqualified: number;
  /** Not decided by `asOf`. */
  readonly open: number;
  /** accepted / handedOver. */
  readonly acceptanceRate: Rate;
  /** accepted / (handedOver − open). */
  readonly acceptanceRateOfDecided: Rate;
  /** By reason, most frequent first, then by text, null (no reason was kept) last; they add up to `rejected`. */
  readonly rejections: readonly { readonly reason: string | null; readonly handoffs: number }[];
}

/** A goal whose period overlaps the report's, by `asOf`. */
export interface GoalStanding {
  readonly key: string;
  readonly name: string;
  /** Null where the stage is not in force at `asOf`; the counts are null with it. */
  readonly stage: StageDefinition | null;
  readonly period: { readonly start: LocalDate; readonly end: LocalDate };
  readonly target: number;
  readonly entered: number | null;
  readonly attainment: number | null;
  readonly pace: number | null;
  /** 0 to 1. */
  readonly elapsedShare: number;
}

export interface AcceptanceBody extends ReportBody<AcceptanceFigures> {
  readonly goals: readonly GoalStanding[];
}

export type AcceptanceQuestion = ReportQuestion;

/** Whether sales accepts what marketing hands over. */
export const acceptance: Report<AcceptanceQuestion, AcceptanceBody> = {
  name: 'acceptance',
  async answer() {
    throw new Error('not yet');
  },
};
