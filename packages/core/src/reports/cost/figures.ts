import type { StageDefinition } from '../../ladder.js';
import type { Period } from '../../question.js';

/** Money is decimal text in the workspace's currency. */
export interface CostStage {
  readonly stage: StageDefinition;
  /** Days between spend window and entries; null where it could not be derived, and for KERNEL above LEAD. */
  readonly lagDays: number | null;
  /** KERNEL above LEAD: on how many leads the lags were measured; null otherwise. */
  readonly lagLeads: number | null;
  /** The dates whose spend counts; for KERNEL from the longest lag to the shortest. */
  readonly spendWindow: Period | null;
  /** The dates whose entries count: ROLLING the last days of the bucket, otherwise all of it. */
  readonly entryWindow: Period;
  readonly spend: string | null;
  /** Of the total's spend, what lacks an attribute of `by` and was not spread; null in groups and without `by`. */
  readonly unallocated: string | null;
  /** Spend that lacks an attribute of the filter and was not spread, in no total; null in groups, without a filter and under a lock. */
  readonly outsideFilter: string | null;
  readonly entered: number;
  readonly costPerEntry: string | null;
  /** KERNEL above LEAD, total and largest groups over the whole period: 95 % interval of `costPerEntry`. */
  readonly interval: CostInterval | null;
  /** Of the spend window; null without one, where no cost is known at all, and under a lock. */
  readonly beforeFirstCost: BeforeFirstCost | null;
}

export interface CostInterval {
  readonly low: string;
  readonly high: string;
}

/** How much of a window lies before the first date on which any cost accrues. */
export interface BeforeFirstCost {
  readonly days: number;
  /** Of the days of the window, 0 to 1. */
  readonly share: number;
}

/** SHIFTED cost per CUSTOMER over both cost scopes. */
export interface Cac {
  readonly lagDays: number | null;
  readonly spendWindow: Period | null;
  readonly spend: string | null;
  readonly entered: number;
  readonly cost: string | null;
}

export interface Roi {
  /** Leads that entered CUSTOMER and carry a value. */
  readonly won: number;
  readonly valueWon: string;
  /** Over both cost scopes, by the method asked for. */
  readonly spend: string | null;
  /** (valueWon − spend) / spend. */
  readonly roi: number | null;
}

export interface PipelineValue {
  /** Leads that stand in QSO or beyond, not won, and carry a value. */
  readonly leads: number;
  readonly value: string;
}

export interface CostFigures {
  readonly stages: readonly CostStage[];
  /** Null where the ladder has no CUSTOMER. */
  readonly cac: Cac | null;
  /** Null where the ladder has no CUSTOMER. */
  readonly roi: Roi | null;
  /** At `asOf`, so none of a bucket: null there, and where the ladder has no QSO. */
  readonly pipelineValue: PipelineValue | null;
}
