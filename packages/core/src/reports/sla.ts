import type { LeadFilter, ReportQuestion } from '../question.js';
import type { Rate } from '../rate.js';
import type { Report, ReportBody } from '../report.js';

/** A target as proposed for a replay. */
export interface ProposedTarget {
  readonly clock: 'CALENDAR' | 'BUSINESS';
  /** ISO 8601, as a policy takes it: `PT1H`, `P2D` (days on the CALENDAR clock alone). */
  readonly within: string;
}

export interface ProposedPolicy {
  /** Which handoffs it judges; default all. */
  readonly filter?: LeadFilter | undefined;
  readonly firstResponse?: ProposedTarget | undefined;
  readonly decision?: ProposedTarget | undefined;
  /** Key of the business calendar behind BUSINESS targets; default the first that was defined. */
  readonly calendar?: string | undefined;
}

export interface SlaQuestion extends ReportQuestion {
  /** Upper bounds of the bands of time to first response, milliseconds, ascending; default 1 h and 24 h. */
  readonly responseBands?: readonly number[] | undefined;
  /** Judge the same handoffs under these policies too; a handoff comes under the first whose filter it meets. */
  readonly replay?: readonly ProposedPolicy[] | undefined;
}

export type Verdict = 'HOLDING' | 'SLIPPING';

/** Handoffs with a target on one of the two clocks. */
export interface SlaClockFigures {
  readonly met: number;
  readonly breached: number;
  readonly overdue: number;
  readonly pending: number;
  /** met / (met + breached + overdue). */
  readonly complianceRate: Rate;
  /** Of those done and those overdue at their age: seconds on the target's own clock. */
  readonly meanDuration: number | null;
  /** Mean of duration ÷ target. */
  readonly meanRatio: number | null;
  /** SLIPPING where `meanRatio` is above 1; null where there is none. */
  readonly verdict: Verdict | null;
}

/** Handoffs by time to first response on the wall clock. */
export interface ResponseOutcome {
  /** LATER: after the last bound; NEVER: not by `asOf`. */
  readonly band: 'WITHIN' | 'LATER' | 'NEVER';
  /** Seconds; null for LATER and NEVER. */
  readonly within: number | null;
  readonly handoffs: number;
  readonly sqlRate: Rate;
  readonly customerRate: Rate;
}

export interface SlaFigures {
  /** Opened in the period, with a policy or without. */
  readonly handoffs: number;
  readonly firstResponse: SlaClockFigures;
  readonly decision: SlaClockFigures;
  /** First response BREACHED or OVERDUE. */
  readonly wasted: number;
  /** First response OVERDUE. */
  readonly neverWorked: number;
  /** wasted × SIMPLE cost per MQL of the same period and filter; decimal text. Null without that cost. */
  readonly wastedCost: string | null;
  readonly outcomes: readonly ResponseOutcome[];
  /** Null where no replay was asked for. */
  readonly replay: {
    readonly firstResponse: SlaClockFigures;
    readonly decision: SlaClockFigures;
    readonly wasted: number;
    readonly neverWorked: number;
  } | null;
}

/** Whether sales follows up in the agreed time. */
export const sla: Report<SlaQuestion, ReportBody<SlaFigures>> = {
  name: 'sla',
  async answer() {
    throw new Error('not yet');
  },
};
