import type { Grain, Instant, LadderMode, LeadFilter, Period } from '../../packages/core/src/question.js';

export type Unit = 'LEAD' | 'ACCOUNT';

export interface CommonQuestion {
  readonly period: Period;
  readonly grain?: Grain | undefined;
  readonly filter?: LeadFilter | undefined;
  readonly by?: readonly string[] | undefined;
  readonly asOf?: Instant | undefined;
  readonly knownAt?: Instant | undefined;
  /** Default AS_THEN. */
  readonly ladder?: LadderMode | undefined;
}

export interface CohortQuestion extends CommonQuestion {
  readonly base: string;
  readonly conversionWindowMs?: number | undefined;
  readonly includeImplied: boolean;
  readonly unit?: Unit | undefined;
  /** Only those that entered the base at least so long before `asOf`. */
  readonly watchedForMs?: number | undefined;
}

export interface ThroughputQuestion extends CommonQuestion {
  readonly base: string;
  readonly includeImplied: boolean;
  readonly unit?: Unit | undefined;
}

export interface MaturityQuestion extends CommonQuestion {
  readonly base: string;
  readonly conversionWindowMs: number;
  readonly includeImplied: boolean;
  readonly unit?: Unit | undefined;
  readonly asOf: Instant;
}

export type Clock = 'CALENDAR' | 'BUSINESS';

export interface VelocityQuestion extends CommonQuestion {
  readonly from: string;
  readonly to: string;
  readonly basis: 'TO' | 'FROM';
  /** Default CALENDAR. */
  readonly clock?: Clock | undefined;
  /** Key of the calendar behind BUSINESS; default the one that was defined first. */
  readonly calendar?: string | undefined;
}

export interface StaysQuestion extends CommonQuestion {
  readonly stage: string;
  readonly clock?: Clock | undefined;
  readonly calendar?: string | undefined;
  readonly asOf: Instant;
}

export type AcceptanceQuestion = CommonQuestion & { readonly asOf: Instant };

export interface Target {
  readonly clock: Clock;
  /** On that clock, whole minutes. */
  readonly ms: number;
}

export interface Proposal {
  readonly filter: LeadFilter;
  readonly response: Target | null;
  readonly decision: Target | null;
  /** Key of the calendar behind BUSINESS; null: the one that was defined first. */
  readonly calendar: string | null;
}

export interface SlaQuestion extends CommonQuestion {
  /** Upper bounds of the bands of time to first response, ascending. */
  readonly bandsMs: readonly number[];
  readonly replay: readonly Proposal[] | null;
  readonly asOf: Instant;
}

export type CostScope = 'MARKETING' | 'SALES';
export type Allocation = 'UNALLOCATED' | 'BY_ENTRIES';

export interface SpendQuestion extends CommonQuestion {
  /** Default: MARKETING alone. */
  readonly costScopes?: readonly CostScope[] | undefined;
  /** The period and each bucket are moved back by so many days, on below 0; default 0. */
  readonly lagDays?: number | undefined;
  /** Default UNALLOCATED. */
  readonly allocation?: Allocation | undefined;
}

/** Whole days, or what they are derived from. */
export type Lag =
  | { readonly lagDays: number }
  | { readonly lagDays: 'OBSERVED'; readonly roundLagToDays: number }
  | {
      readonly lagDays: 'MQL_TIME_PLUS_SLA';
      readonly roundLagToDays: number;
      /** Default: the first in order in force at `asOf` that has a decision target. */
      readonly policy?: string | undefined;
    };

export type CostMethod =
  | { readonly kind: 'SIMPLE' }
  | ({ readonly kind: 'SHIFTED' } & Lag)
  | ({ readonly kind: 'ROLLING'; readonly rollingDays: number } & Lag)
  | { readonly kind: 'KERNEL' };

export interface CostQuestion extends CommonQuestion {
  readonly costScopes?: readonly CostScope[] | undefined;
  readonly method: CostMethod;
  readonly includeImplied: boolean;
  readonly allocation?: Allocation | undefined;
  /** Default: the whole ladder. */
  readonly stages?: readonly string[] | undefined;
}

export interface NeededQuestion extends CommonQuestion {
  readonly asOf: Instant;
  /** Default: the twelve complete months before `asOf`. */
  readonly ratesOver?: Period | undefined;
  readonly conversionWindowMs?: number | undefined;
}

export interface StandardQuestion extends CommonQuestion {
  readonly asOf: Instant;
  readonly conversionWindowMs?: number | undefined;
}

export interface DiagnosisQuestion extends CommonQuestion {
  readonly asOf: Instant;
  readonly conversionWindowMs: number;
  readonly baselinePeriods: number;
}

export type Question =
  | { readonly report: 'COHORT'; readonly question: CohortQuestion }
  | { readonly report: 'THROUGHPUT'; readonly question: ThroughputQuestion }
  | { readonly report: 'MATURITY'; readonly question: MaturityQuestion }
  | { readonly report: 'VELOCITY'; readonly question: VelocityQuestion }
  | { readonly report: 'STAYS'; readonly question: StaysQuestion }
  | { readonly report: 'ACCEPTANCE'; readonly question: AcceptanceQuestion }
  | { readonly report: 'SLA'; readonly question: SlaQuestion }
  | { readonly report: 'SPEND'; readonly question: SpendQuestion }
  | { readonly report: 'COST'; readonly question: CostQuestion }
  | { readonly report: 'NEEDED'; readonly question: NeededQuestion }
  | { readonly report: 'STANDARD'; readonly question: StandardQuestion }
  | { readonly report: 'DIAGNOSIS'; readonly question: DiagnosisQuestion }
  /** CAC, ROI and the pipeline: what a cost report says beside its stages. */
  | { readonly report: 'WORTH'; readonly question: CostQuestion };

/** Where a number stands: in the total or a group, in the whole period or one bucket. */
export interface Cell {
  readonly keys: readonly (string | null)[];
  readonly bucket: number | null;
}
