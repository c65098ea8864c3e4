// Generated from src/operations/*.graphql by `npm run generate -w @leadstage/sdk`. Do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** A question about handoffs. The attribute `owner` is that of the handoff: at the decision, or at asOf. */
export type AcceptanceInput = {
  /** Only events that occurred by then count; default now. */
  readonly asOf?: string | null | undefined;
  /** Break down by up to three attributes, such as `source`. See `workspace { attributes }`. */
  readonly by?: ReadonlyArray<string> | null | undefined;
  /** Which leads. */
  readonly filter?: LeadFilterInput | null | undefined;
  /** Also answer a series of such buckets. */
  readonly grain?: Grain | null | undefined;
  /** Only what had been recorded by then counts; default all. */
  readonly knownAt?: string | null | undefined;
  /** Default AS_THEN. */
  readonly ladder?: LadderMode | null | undefined;
  /** Which dates. */
  readonly period: PeriodInput;
};

/** How a lead was worked. */
export type ActivityType =
  | 'CALL'
  | 'EMAIL'
  | 'MEETING';

/** Keeps leads by the value of an attribute; null in a list stands for a missing value. */
export type AttributeConditionInput = {
  /** One of these. */
  readonly in?: ReadonlyArray<string | null | undefined> | null | undefined;
  /** None of these. */
  readonly notIn?: ReadonlyArray<string | null | undefined> | null | undefined;
};

/** What a period is compared with. */
export type Comparison =
  /** The periods before it. */
  | 'BASELINE'
  /** A figure of others. */
  | 'BENCHMARK';

/** What becomes of cost that lacks an attribute of `by` or of the filter. */
export type CostAllocation =
  /** It is spread over the groups in proportion to their LEAD entries in the period. */
  | 'BY_ENTRIES'
  /** It is shown as `unallocated` and `outsideFilter`. */
  | 'UNALLOCATED';

/** A question about cost. */
export type CostInput = {
  /** Default UNALLOCATED. */
  readonly allocation?: CostAllocation | null | undefined;
  /** Only events that occurred by then count; default now. */
  readonly asOf?: string | null | undefined;
  /** Break down by up to three attributes, such as `source`. See `workspace { attributes }`. */
  readonly by?: ReadonlyArray<string> | null | undefined;
  /** Default MARKETING only. */
  readonly costScopes?: ReadonlyArray<CostScope> | null | undefined;
  /** Which leads. */
  readonly filter?: LeadFilterInput | null | undefined;
  /** Also answer a series of such buckets. */
  readonly grain?: Grain | null | undefined;
  /** Only what had been recorded by then counts; default all. */
  readonly knownAt?: string | null | undefined;
  /** Default AS_THEN. */
  readonly ladder?: LadderMode | null | undefined;
  /** SHIFTED, ROLLING, and CAC with any method: days to look back, 0–3650; default derived by `lagFrom`. */
  readonly lagDays?: number | null | undefined;
  /** What a lag is derived from; default OBSERVED. */
  readonly lagFrom?: LagSource | null | undefined;
  /** Default SIMPLE. */
  readonly method?: CostMethod | null | undefined;
  /** Which dates. */
  readonly period: PeriodInput;
  /** MQL_TIME_PLUS_SLA: key of the SLA policy; default the first in force at asOf that has a decision target. */
  readonly policy?: string | null | undefined;
  /** ROLLING, required: days in a window, 1–3650. */
  readonly rollingDays?: number | null | undefined;
  /** Round a derived lag to a multiple of so many days, 1–366; default 1. */
  readonly roundLagToDays?: number | null | undefined;
  /** Default every stage from LEAD up. */
  readonly stages?: ReadonlyArray<string> | null | undefined;
};

/** Which spend is set against the entries of a period. */
export type CostMethod =
  /** The spend of earlier days, weighed by how long the leads of the period took. */
  | 'KERNEL'
  /** For a series: the spend of the last `rollingDays` before the end of each bucket, moved back by the lag, over the entries of these days. */
  | 'ROLLING'
  /** The spend of the period moved back by the lag of the stage. */
  | 'SHIFTED'
  /** The spend of the same period. */
  | 'SIMPLE';

/** Whose cost it is. */
export type CostScope =
  | 'MARKETING'
  | 'SALES';

/** A question for what is wrong. Here `by` names attributes to look at each on its own (default `source` and `leadType`), and `grain` the buckets of the change point (default WEEK). */
export type DiagnosisInput = {
  /** Only events that occurred by then count; default now. */
  readonly asOf?: string | null | undefined;
  /** How many periods before the period are the baseline, 1–24; default 3. */
  readonly baselinePeriods?: number | null | undefined;
  /** Which to compare with; default every one of our own definition. */
  readonly benchmarks?: ReadonlyArray<string> | null | undefined;
  /** Break down by up to three attributes, such as `source`. See `workspace { attributes }`. */
  readonly by?: ReadonlyArray<string> | null | undefined;
  /** How long a lead may take to the next stage; only leads watched for so long count. Default P30D. */
  readonly conversionWindow?: string | null | undefined;
  /** Which leads. */
  readonly filter?: LeadFilterInput | null | undefined;
  /** Also answer a series of such buckets. */
  readonly grain?: Grain | null | undefined;
  /** Only what had been recorded by then counts; default all. */
  readonly knownAt?: string | null | undefined;
  /** Default AS_THEN. */
  readonly ladder?: LadderMode | null | undefined;
  /** Which dates. */
  readonly period: PeriodInput;
};

/** Which of the two entries lies in the period. */
export type DurationBasis =
  | 'FROM'
  | 'TO';

/** A question about the funnel. */
export type FunnelInput = {
  /** Only events that occurred by then count; default now. */
  readonly asOf?: string | null | undefined;
  /** The first stage shown; default LEAD. */
  readonly base?: string | null | undefined;
  /** Break down by up to three attributes, such as `source`. See `workspace { attributes }`. */
  readonly by?: ReadonlyArray<string> | null | undefined;
  /** COHORT: how long after its entry into the base stage a lead may take; exactly so long is in. */
  readonly conversionWindow?: string | null | undefined;
  /** Which leads. */
  readonly filter?: LeadFilterInput | null | undefined;
  /** Also answer a series of such buckets. */
  readonly grain?: Grain | null | undefined;
  /** Count a skipped stage as entered with the next one; default true. */
  readonly includeImplied?: boolean | null | undefined;
  /** Only what had been recorded by then counts; default all. */
  readonly knownAt?: string | null | undefined;
  /** Default AS_THEN. */
  readonly ladder?: LadderMode | null | undefined;
  /** Default COHORT. */
  readonly mode?: FunnelMode | null | undefined;
  /** Which dates. */
  readonly period: PeriodInput;
  /** Default LEAD. */
  readonly unit?: FunnelUnit | null | undefined;
};

/** What a funnel counts. */
export type FunnelMode =
  /** Follows the leads that entered the base stage in the period. */
  | 'COHORT'
  /** Counts entries into each stage in the period. */
  | 'THROUGHPUT';

/** What a funnel counts the entries of. */
export type FunnelUnit =
  /** Accounts: each enters a stage with the first of its leads that passes the filter. */
  | 'ACCOUNT'
  /** Leads. */
  | 'LEAD';

/** Length of a period. Weeks, quarters, halves and years follow the workspace’s calendar. */
export type Grain =
  | 'DAY'
  | 'HALF_YEAR'
  | 'MONTH'
  | 'QUARTER'
  | 'WEEK'
  | 'YEAR';

/** Which rate of a step is judged; see `metricDefinitions`. */
export type JudgedMetric =
  /** acceptanceRate, of handoffs. */
  | 'ACCEPTANCE_RATE'
  /** complianceRate of first responses. */
  | 'COMPLIANCE_RATE'
  /** stepRate, of leads watched for the conversion window. */
  | 'STEP_RATE';

/** Under which ladder the past is read. */
export type LadderMode =
  /** Each event counts under the ladder of its day: as defined then. */
  | 'AS_THEN'
  /** All events count as if the ladder in force at asOf had always been: restated under today’s. */
  | 'TODAY';

/** What a lag is derived from. */
export type LagSource =
  /** After MQL: the mean time from LEAD to MQL, and the decision target of an SLA policy on top of it. */
  | 'MQL_TIME_PLUS_SLA'
  /** The mean time from LEAD to the stage. */
  | 'OBSERVED';

/** The last complete periods before asOf. */
export type LastPeriodsInput = {
  /** 1–1000. */
  readonly count: number;
  /** Their length. */
  readonly grain: Grain;
};

/** Conditions on leads, all of which must hold. */
export type LeadFilterInput = {
  /** Its company, by the caller's own id. */
  readonly account?: AttributeConditionInput | null | undefined;
  /** Workspace-defined attributes. */
  readonly attributes?: ReadonlyArray<OwnAttributeConditionInput> | null | undefined;
  /** The campaign that won it. */
  readonly campaign?: AttributeConditionInput | null | undefined;
  /** What it answered. */
  readonly leadType?: AttributeConditionInput | null | undefined;
  /** Who works it. */
  readonly owner?: AttributeConditionInput | null | undefined;
  /** Where it is. */
  readonly region?: AttributeConditionInput | null | undefined;
  /** Where the lead came from. */
  readonly source?: AttributeConditionInput | null | undefined;
};

/** What a metric counts in. A RATE is a share of 1; a RATIO may pass 1. */
export type MetricUnit =
  | 'DATE'
  | 'DAYS'
  | 'HANDOFFS'
  | 'LEADS'
  | 'MONEY'
  | 'RATE'
  | 'RATIO'
  | 'SECONDS';

/** The same for a workspace-defined attribute. */
export type OwnAttributeConditionInput = {
  /** One of these. */
  readonly in?: ReadonlyArray<string | null | undefined> | null | undefined;
  /** Its key. */
  readonly name: string;
  /** None of these. */
  readonly notIn?: ReadonlyArray<string | null | undefined> | null | undefined;
};

/** Exactly one of: `start` and `end`; `grain` and `containing`; `last`. */
export type PeriodInput = {
  /** A date of that period. */
  readonly containing?: string | null | undefined;
  /** The date after the last. */
  readonly end?: string | null | undefined;
  /** The month, quarter … that holds `containing`. */
  readonly grain?: Grain | null | undefined;
  /** The last complete periods before asOf. */
  readonly last?: LastPeriodsInput | null | undefined;
  /** The first date. */
  readonly start?: string | null | undefined;
};

/** Which report a kept question is for. */
export type ReportKind =
  /** Answered by `acceptance`. */
  | 'ACCEPTANCE'
  /** Answered by `cost`. */
  | 'COST'
  /** Answered by `diagnosis`. */
  | 'DIAGNOSIS'
  /** Answered by `funnel`. */
  | 'FUNNEL'
  /** Answered by `sla`. */
  | 'SLA'
  /** Answered by `standardMetrics`. */
  | 'STANDARD_METRICS'
  /** Answered by `velocity`. */
  | 'VELOCITY';

/** Where counts of leads were read. All paths give the same numbers. */
export type ReportPath =
  /** One row per lead. */
  | 'FACT'
  /** The log as it was known at an earlier instant. */
  | 'RECORD'
  /** Counts by day. */
  | 'ROLLUP_DAY'
  /** Counts by month and segment. */
  | 'ROLLUP_MONTH';

/** What a credential may do. */
export type Scope =
  | 'ADMIN'
  | 'COSTS_WRITE'
  | 'LEADS_READ'
  | 'LEADS_WRITE'
  | 'REPORTS_READ';

/** How time is told. */
export type SlaClock =
  /** The working hours of the policy's calendar. */
  | 'BUSINESS'
  /** As it passes; a day is 24 hours. */
  | 'CALENDAR';

/** A question about what sales promised. */
export type SlaInput = {
  /** Only events that occurred by then count; default now. */
  readonly asOf?: string | null | undefined;
  /** Break down by up to three attributes, such as `source`. See `workspace { attributes }`. */
  readonly by?: ReadonlyArray<string> | null | undefined;
  /** Which leads. */
  readonly filter?: LeadFilterInput | null | undefined;
  /** Also answer a series of such buckets. */
  readonly grain?: Grain | null | undefined;
  /** Only what had been recorded by then counts; default all. */
  readonly knownAt?: string | null | undefined;
  /** Default AS_THEN. */
  readonly ladder?: LadderMode | null | undefined;
  /** Which dates. */
  readonly period: PeriodInput;
  /** Judge the same handoffs under these policies too, 1–20; a handoff comes under the first whose filter it meets. */
  readonly replay?: ReadonlyArray<SlaProposalInput> | null | undefined;
  /** Upper ends of the bands of time to first response, ascending, 1–20; default PT1H and PT24H. */
  readonly responseBands?: ReadonlyArray<string> | null | undefined;
};

/** A policy as proposed; it has one of the targets or both. */
export type SlaProposalInput = {
  /** Key of the business calendar behind BUSINESS targets; default the first that was defined. */
  readonly calendar?: string | null | undefined;
  /** For the decision. */
  readonly decision?: SlaProposedTargetInput | null | undefined;
  /** Which handoffs it judges; default all. */
  readonly filter?: LeadFilterInput | null | undefined;
  /** For the first response. */
  readonly firstResponse?: SlaProposedTargetInput | null | undefined;
};

/** Within what time something would be to be done, from when the handoff opened. */
export type SlaProposedTargetInput = {
  /** On which clock. */
  readonly clock: SlaClock;
  /** ISO 8601 with whole hours and minutes, and on the CALENDAR clock weeks and days of 24 h: `PT1H`, `P2D`. */
  readonly within: string;
};

/** How soon sales responded. */
export type SlaResponseBand =
  /** Later than the last band. */
  | 'LATER'
  /** Not by asOf. */
  | 'NEVER'
  /** Within the time given, and no sooner than the band before. */
  | 'WITHIN';

/** Whether what was promised is kept on the whole. */
export type SlaVerdict =
  /** On the mean, no longer than allowed. */
  | 'HOLDING'
  /** On the mean, longer than allowed. */
  | 'SLIPPING';

/** A question for the standard metrics. They are not broken down: `by` is refused. */
export type StandardMetricsInput = {
  /** Only events that occurred by then count; default now. */
  readonly asOf?: string | null | undefined;
  /** Break down by up to three attributes, such as `source`. See `workspace { attributes }`. */
  readonly by?: ReadonlyArray<string> | null | undefined;
  /** How long after its entry into LEAD a lead may take to reach a stage; default ever. */
  readonly conversionWindow?: string | null | undefined;
  /** Which leads. */
  readonly filter?: LeadFilterInput | null | undefined;
  /** Also answer a series of such buckets. */
  readonly grain?: Grain | null | undefined;
  /** Only what had been recorded by then counts; default all. */
  readonly knownAt?: string | null | undefined;
  /** Default AS_THEN. */
  readonly ladder?: LadderMode | null | undefined;
  /** Which dates. */
  readonly period: PeriodInput;
};

/** The stages that every funnel can be compared by. */
export type StandardStage =
  | 'CONTACT'
  | 'CUSTOMER'
  | 'LEAD'
  | 'MQL'
  | 'QSO'
  | 'SQL';

/** Who owns a stage. */
export type Team =
  | 'MARKETING'
  | 'SALES';

/** Why a comparison could not be made. */
export type ThinReason =
  /** All leads took the step, or none: there is nothing to test. */
  | 'ALL_ALIKE'
  /** A stage of the step was not in the ladder all the time. */
  | 'NEW_STAGE'
  /** Fewer than five leads would be expected to take the step, or not to take it. */
  | 'TOO_FEW';

/** What a transition was. */
export type TransitionKind =
  | 'ACCEPTED'
  | 'ADVANCED'
  | 'DISQUALIFIED'
  | 'ENTERED'
  | 'RECYCLED'
  | 'REJECTED'
  | 'REOPENED';

/** What a drop of a step is a question of. */
export type Trouble =
  /** Few customers per QSO. */
  | 'CLOSING'
  /** First responses later than promised. */
  | 'FOLLOW_UP'
  /** Few SQLs per MQL: what is handed over, or the lead type. */
  | 'QUALIFICATION'
  /** Few QSOs per SQL: how sales qualifies. */
  | 'SALES_QUALIFICATION'
  /** Few MQLs per lead: whom marketing reaches. */
  | 'TARGETING';

/** A question about time from stage to stage. */
export type VelocityInput = {
  /** Only events that occurred by then count; default now. */
  readonly asOf?: string | null | undefined;
  /** Default TO. */
  readonly basis?: DurationBasis | null | undefined;
  /** Break down by up to three attributes, such as `source`. See `workspace { attributes }`. */
  readonly by?: ReadonlyArray<string> | null | undefined;
  /** BUSINESS: key of the business calendar; default the first that was defined. */
  readonly calendar?: string | null | undefined;
  /** Default CALENDAR, time as it passes. */
  readonly clock?: SlaClock | null | undefined;
  /** Which leads. */
  readonly filter?: LeadFilterInput | null | undefined;
  /** The stage where the clock starts; default LEAD. */
  readonly from?: string | null | undefined;
  /** Also answer a series of such buckets. */
  readonly grain?: Grain | null | undefined;
  /** Only what had been recorded by then counts; default all. */
  readonly knownAt?: string | null | undefined;
  /** Default AS_THEN. */
  readonly ladder?: LadderMode | null | undefined;
  /** Which dates. */
  readonly period: PeriodInput;
  /** Also how long leads stay in these stages. Default none. */
  readonly timeInStage?: ReadonlyArray<string> | null | undefined;
  /** The later stage where it stops; default CUSTOMER. */
  readonly to?: string | null | undefined;
};

export type AcceptanceFiguresFragment = { readonly handedOver: number, readonly accepted: number, readonly rejected: number, readonly recycled: number, readonly disqualified: number, readonly open: number, readonly acceptanceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null }, readonly acceptanceRateOfDecided: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null }, readonly rejections: ReadonlyArray<{ readonly reason: string | null, readonly handoffs: number }> };

export type AcceptancePointFragment = { readonly period: { readonly start: string, readonly end: string }, readonly figures: { readonly handedOver: number, readonly accepted: number, readonly rejected: number, readonly recycled: number, readonly disqualified: number, readonly open: number, readonly acceptanceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null }, readonly acceptanceRateOfDecided: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null }, readonly rejections: ReadonlyArray<{ readonly reason: string | null, readonly handoffs: number }> } };

export type GoalStandingFragment = { readonly key: string, readonly version: number, readonly name: string, readonly target: number, readonly entered: number | null, readonly attainment: number | null, readonly pace: number | null, readonly elapsedShare: number, readonly stage: { readonly key: string, readonly name: string } | null, readonly period: { readonly start: string, readonly end: string } };

export type AcceptanceQueryVariables = Exact<{
  input: AcceptanceInput;
}>;


export type AcceptanceQuery = { readonly acceptance: { readonly asOf: string, readonly knownAt: string, readonly ladder: LadderMode, readonly total: { readonly handedOver: number, readonly accepted: number, readonly rejected: number, readonly recycled: number, readonly disqualified: number, readonly open: number, readonly acceptanceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null }, readonly acceptanceRateOfDecided: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null }, readonly rejections: ReadonlyArray<{ readonly reason: string | null, readonly handoffs: number }> }, readonly groups: ReadonlyArray<{ readonly keys: ReadonlyArray<{ readonly attribute: string, readonly value: string | null }>, readonly figures: { readonly handedOver: number, readonly accepted: number, readonly rejected: number, readonly recycled: number, readonly disqualified: number, readonly open: number, readonly acceptanceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null }, readonly acceptanceRateOfDecided: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null }, readonly rejections: ReadonlyArray<{ readonly reason: string | null, readonly handoffs: number }> }, readonly series: ReadonlyArray<{ readonly period: { readonly start: string, readonly end: string }, readonly figures: { readonly handedOver: number, readonly accepted: number, readonly rejected: number, readonly recycled: number, readonly disqualified: number, readonly open: number, readonly acceptanceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null }, readonly acceptanceRateOfDecided: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null }, readonly rejections: ReadonlyArray<{ readonly reason: string | null, readonly handoffs: number }> } }> }>, readonly series: ReadonlyArray<{ readonly period: { readonly start: string, readonly end: string }, readonly figures: { readonly handedOver: number, readonly accepted: number, readonly rejected: number, readonly recycled: number, readonly disqualified: number, readonly open: number, readonly acceptanceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null }, readonly acceptanceRateOfDecided: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null }, readonly rejections: ReadonlyArray<{ readonly reason: string | null, readonly handoffs: number }> } }>, readonly goals: ReadonlyArray<{ readonly key: string, readonly version: number, readonly name: string, readonly target: number, readonly entered: number | null, readonly attainment: number | null, readonly pace: number | null, readonly elapsedShare: number, readonly stage: { readonly key: string, readonly name: string } | null, readonly period: { readonly start: string, readonly end: string } }>, readonly period: { readonly start: string, readonly end: string }, readonly stageDefinitions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }>, readonly stageVersions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }>, readonly statistics: { readonly elapsedMs: number, readonly paths: ReadonlyArray<ReportPath>, readonly rowsRead: number } } };

export type MoneyFragment = { readonly amount: string, readonly currency: string };

export type CostFiguresFragment = { readonly stages: ReadonlyArray<{ readonly entered: number, readonly lagDays: number | null, readonly lagLeads: number | null, readonly stage: { readonly key: string, readonly name: string }, readonly spend: { readonly amount: string, readonly currency: string } | null, readonly costPerEntry: { readonly amount: string, readonly currency: string } | null, readonly interval: { readonly low: { readonly amount: string, readonly currency: string }, readonly high: { readonly amount: string, readonly currency: string } } | null, readonly spendWindow: { readonly start: string, readonly end: string } | null, readonly entryWindow: { readonly start: string, readonly end: string }, readonly beforeFirstCost: { readonly days: number, readonly share: number } | null, readonly unallocated: { readonly amount: string, readonly currency: string } | null, readonly outsideFilter: { readonly amount: string, readonly currency: string } | null }>, readonly cac: { readonly entered: number, readonly lagDays: number | null, readonly cost: { readonly amount: string, readonly currency: string } | null, readonly spend: { readonly amount: string, readonly currency: string } | null, readonly spendWindow: { readonly start: string, readonly end: string } | null } | null, readonly roi: { readonly roi: number | null, readonly won: number, readonly valueWon: { readonly amount: string, readonly currency: string }, readonly spend: { readonly amount: string, readonly currency: string } | null } | null, readonly pipelineValue: { readonly leads: number, readonly value: { readonly amount: string, readonly currency: string } } | null };

export type CostPointFragment = { readonly period: { readonly start: string, readonly end: string }, readonly figures: { readonly stages: ReadonlyArray<{ readonly entered: number, readonly lagDays: number | null, readonly lagLeads: number | null, readonly stage: { readonly key: string, readonly name: string }, readonly spend: { readonly amount: string, readonly currency: string } | null, readonly costPerEntry: { readonly amount: string, readonly currency: string } | null, readonly interval: { readonly low: { readonly amount: string, readonly currency: string }, readonly high: { readonly amount: string, readonly currency: string } } | null, readonly spendWindow: { readonly start: string, readonly end: string } | null, readonly entryWindow: { readonly start: string, readonly end: string }, readonly beforeFirstCost: { readonly days: number, readonly share: number } | null, readonly unallocated: { readonly amount: string, readonly currency: string } | null, readonly outsideFilter: { readonly amount: string, readonly currency: string } | null }>, readonly cac: { readonly entered: number, readonly lagDays: number | null, readonly cost: { readonly amount: string, readonly currency: string } | null, readonly spend: { readonly amount: string, readonly currency: string } | null, readonly spendWindow: { readonly start: string, readonly end: string } | null } | null, readonly roi: { readonly roi: number | null, readonly won: number, readonly valueWon: { readonly amount: string, readonly currency: string }, readonly spend: { readonly amount: string, readonly currency: string } | null } | null, readonly pipelineValue: { readonly leads: number, readonly value: { readonly amount: string, readonly currency: string } } | null } };

export type CostQueryVariables = Exact<{
  input: CostInput;
}>;


export type CostQuery = { readonly cost: { readonly asOf: string, readonly knownAt: string, readonly ladder: LadderMode, readonly total: { readonly stages: ReadonlyArray<{ readonly entered: number, readonly lagDays: number | null, readonly lagLeads: number | null, readonly stage: { readonly key: string, readonly name: string }, readonly spend: { readonly amount: string, readonly currency: string } | null, readonly costPerEntry: { readonly amount: string, readonly currency: string } | null, readonly interval: { readonly low: { readonly amount: string, readonly currency: string }, readonly high: { readonly amount: string, readonly currency: string } } | null, readonly spendWindow: { readonly start: string, readonly end: string } | null, readonly entryWindow: { readonly start: string, readonly end: string }, readonly beforeFirstCost: { readonly days: number, readonly share: number } | null, readonly unallocated: { readonly amount: string, readonly currency: string } | null, readonly outsideFilter: { readonly amount: string, readonly currency: string } | null }>, readonly cac: { readonly entered: number, readonly lagDays: number | null, readonly cost: { readonly amount: string, readonly currency: string } | null, readonly spend: { readonly amount: string, readonly currency: string } | null, readonly spendWindow: { readonly start: string, readonly end: string } | null } | null, readonly roi: { readonly roi: number | null, readonly won: number, readonly valueWon: { readonly amount: string, readonly currency: string }, readonly spend: { readonly amount: string, readonly currency: string } | null } | null, readonly pipelineValue: { readonly leads: number, readonly value: { readonly amount: string, readonly currency: string } } | null }, readonly groups: ReadonlyArray<{ readonly keys: ReadonlyArray<{ readonly attribute: string, readonly value: string | null }>, readonly figures: { readonly stages: ReadonlyArray<{ readonly entered: number, readonly lagDays: number | null, readonly lagLeads: number | null, readonly stage: { readonly key: string, readonly name: string }, readonly spend: { readonly amount: string, readonly currency: string } | null, readonly costPerEntry: { readonly amount: string, readonly currency: string } | null, readonly interval: { readonly low: { readonly amount: string, readonly currency: string }, readonly high: { readonly amount: string, readonly currency: string } } | null, readonly spendWindow: { readonly start: string, readonly end: string } | null, readonly entryWindow: { readonly start: string, readonly end: string }, readonly beforeFirstCost: { readonly days: number, readonly share: number } | null, readonly unallocated: { readonly amount: string, readonly currency: string } | null, readonly outsideFilter: { readonly amount: string, readonly currency: string } | null }>, readonly cac: { readonly entered: number, readonly lagDays: number | null, readonly cost: { readonly amount: string, readonly currency: string } | null, readonly spend: { readonly amount: string, readonly currency: string } | null, readonly spendWindow: { readonly start: string, readonly end: string } | null } | null, readonly roi: { readonly roi: number | null, readonly won: number, readonly valueWon: { readonly amount: string, readonly currency: string }, readonly spend: { readonly amount: string, readonly currency: string } | null } | null, readonly pipelineValue: { readonly leads: number, readonly value: { readonly amount: string, readonly currency: string } } | null }, readonly series: ReadonlyArray<{ readonly period: { readonly start: string, readonly end: string }, readonly figures: { readonly stages: ReadonlyArray<{ readonly entered: number, readonly lagDays: number | null, readonly lagLeads: number | null, readonly stage: { readonly key: string, readonly name: string }, readonly spend: { readonly amount: string, readonly currency: string } | null, readonly costPerEntry: { readonly amount: string, readonly currency: string } | null, readonly interval: { readonly low: { readonly amount: string, readonly currency: string }, readonly high: { readonly amount: string, readonly currency: string } } | null, readonly spendWindow: { readonly start: string, readonly end: string } | null, readonly entryWindow: { readonly start: string, readonly end: string }, readonly beforeFirstCost: { readonly days: number, readonly share: number } | null, readonly unallocated: { readonly amount: string, readonly currency: string } | null, readonly outsideFilter: { readonly amount: string, readonly currency: string } | null }>, readonly cac: { readonly entered: number, readonly lagDays: number | null, readonly cost: { readonly amount: string, readonly currency: string } | null, readonly spend: { readonly amount: string, readonly currency: string } | null, readonly spendWindow: { readonly start: string, readonly end: string } | null } | null, readonly roi: { readonly roi: number | null, readonly won: number, readonly valueWon: { readonly amount: string, readonly currency: string }, readonly spend: { readonly amount: string, readonly currency: string } | null } | null, readonly pipelineValue: { readonly leads: number, readonly value: { readonly amount: string, readonly currency: string } } | null } }> }>, readonly series: ReadonlyArray<{ readonly period: { readonly start: string, readonly end: string }, readonly figures: { readonly stages: ReadonlyArray<{ readonly entered: number, readonly lagDays: number | null, readonly lagLeads: number | null, readonly stage: { readonly key: string, readonly name: string }, readonly spend: { readonly amount: string, readonly currency: string } | null, readonly costPerEntry: { readonly amount: string, readonly currency: string } | null, readonly interval: { readonly low: { readonly amount: string, readonly currency: string }, readonly high: { readonly amount: string, readonly currency: string } } | null, readonly spendWindow: { readonly start: string, readonly end: string } | null, readonly entryWindow: { readonly start: string, readonly end: string }, readonly beforeFirstCost: { readonly days: number, readonly share: number } | null, readonly unallocated: { readonly amount: string, readonly currency: string } | null, readonly outsideFilter: { readonly amount: string, readonly currency: string } | null }>, readonly cac: { readonly entered: number, readonly lagDays: number | null, readonly cost: { readonly amount: string, readonly currency: string } | null, readonly spend: { readonly amount: string, readonly currency: string } | null, readonly spendWindow: { readonly start: string, readonly end: string } | null } | null, readonly roi: { readonly roi: number | null, readonly won: number, readonly valueWon: { readonly amount: string, readonly currency: string }, readonly spend: { readonly amount: string, readonly currency: string } | null } | null, readonly pipelineValue: { readonly leads: number, readonly value: { readonly amount: string, readonly currency: string } } | null } }>, readonly period: { readonly start: string, readonly end: string }, readonly stageDefinitions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }>, readonly stageVersions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }>, readonly statistics: { readonly elapsedMs: number, readonly paths: ReadonlyArray<ReportPath>, readonly rowsRead: number } } };

export type RateDifferenceFragment = { readonly value: number, readonly low: number, readonly high: number };

export type LadderStepFragment = { readonly from: { readonly key: string, readonly name: string }, readonly to: { readonly key: string, readonly name: string } };

export type ChangeSplitFragment = { readonly attribute: string, readonly change: number, readonly mixEffect: number, readonly rateEffect: number, readonly groups: ReadonlyArray<{ readonly value: string | null, readonly mixEffect: number, readonly rateEffect: number }> };

export type BenchmarkLabelFragment = { readonly id: string, readonly metric: string, readonly stage: string | null, readonly value: string, readonly source: string, readonly publishedOn: string };

export type DiagnosisFindingFragment = { readonly metric: JudgedMetric, readonly trouble: Trouble, readonly team: Team, readonly attribute: string | null, readonly value: string | null, readonly comparison: Comparison, readonly z: number, readonly p: number, readonly adjustedP: number, readonly leadsLost: number, readonly main: boolean, readonly reading: string, readonly step: { readonly from: { readonly key: string, readonly name: string }, readonly to: { readonly key: string, readonly name: string } }, readonly benchmark: { readonly id: string, readonly metric: string, readonly stage: string | null, readonly value: string, readonly source: string, readonly publishedOn: string } | null, readonly period: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null }, readonly baseline: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null, readonly difference: { readonly value: number, readonly low: number, readonly high: number }, readonly since: { readonly at: { readonly start: string, readonly end: string }, readonly from: { readonly start: string, readonly end: string }, readonly to: { readonly start: string, readonly end: string } } | null, readonly splits: ReadonlyArray<{ readonly attribute: string, readonly change: number, readonly mixEffect: number, readonly rateEffect: number, readonly groups: ReadonlyArray<{ readonly value: string | null, readonly mixEffect: number, readonly rateEffect: number }> }>, readonly redefined: ReadonlyArray<{ readonly version: number, readonly effectiveFrom: string, readonly key: string, readonly name: string }> };

export type DiagnosisQueryVariables = Exact<{
  input: DiagnosisInput;
}>;


export type DiagnosisQuery = { readonly diagnosis: { readonly watchedUntil: string, readonly conversionWindow: number, readonly attributes: ReadonlyArray<string>, readonly tested: number, readonly quiet: boolean, readonly summary: string, readonly asOf: string, readonly knownAt: string, readonly ladder: LadderMode, readonly baseline: { readonly start: string, readonly end: string }, readonly findings: ReadonlyArray<{ readonly metric: JudgedMetric, readonly trouble: Trouble, readonly team: Team, readonly attribute: string | null, readonly value: string | null, readonly comparison: Comparison, readonly z: number, readonly p: number, readonly adjustedP: number, readonly leadsLost: number, readonly main: boolean, readonly reading: string, readonly step: { readonly from: { readonly key: string, readonly name: string }, readonly to: { readonly key: string, readonly name: string } }, readonly benchmark: { readonly id: string, readonly metric: string, readonly stage: string | null, readonly value: string, readonly source: string, readonly publishedOn: string } | null, readonly period: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null }, readonly baseline: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null, readonly difference: { readonly value: number, readonly low: number, readonly high: number }, readonly since: { readonly at: { readonly start: string, readonly end: string }, readonly from: { readonly start: string, readonly end: string }, readonly to: { readonly start: string, readonly end: string } } | null, readonly splits: ReadonlyArray<{ readonly attribute: string, readonly change: number, readonly mixEffect: number, readonly rateEffect: number, readonly groups: ReadonlyArray<{ readonly value: string | null, readonly mixEffect: number, readonly rateEffect: number }> }>, readonly redefined: ReadonlyArray<{ readonly version: number, readonly effectiveFrom: string, readonly key: string, readonly name: string }> }>, readonly improvements: ReadonlyArray<{ readonly metric: JudgedMetric, readonly trouble: Trouble, readonly team: Team, readonly attribute: string | null, readonly value: string | null, readonly comparison: Comparison, readonly z: number, readonly p: number, readonly adjustedP: number, readonly leadsLost: number, readonly main: boolean, readonly reading: string, readonly step: { readonly from: { readonly key: string, readonly name: string }, readonly to: { readonly key: string, readonly name: string } }, readonly benchmark: { readonly id: string, readonly metric: string, readonly stage: string | null, readonly value: string, readonly source: string, readonly publishedOn: string } | null, readonly period: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null }, readonly baseline: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null, readonly difference: { readonly value: number, readonly low: number, readonly high: number }, readonly since: { readonly at: { readonly start: string, readonly end: string }, readonly from: { readonly start: string, readonly end: string }, readonly to: { readonly start: string, readonly end: string } } | null, readonly splits: ReadonlyArray<{ readonly attribute: string, readonly change: number, readonly mixEffect: number, readonly rateEffect: number, readonly groups: ReadonlyArray<{ readonly value: string | null, readonly mixEffect: number, readonly rateEffect: number }> }>, readonly redefined: ReadonlyArray<{ readonly version: number, readonly effectiveFrom: string, readonly key: string, readonly name: string }> }>, readonly steps: ReadonlyArray<{ readonly metric: JudgedMetric, readonly trouble: Trouble, readonly team: Team, readonly step: { readonly from: { readonly key: string, readonly name: string }, readonly to: { readonly key: string, readonly name: string } }, readonly period: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null }, readonly baseline: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null, readonly difference: { readonly value: number, readonly low: number, readonly high: number } | null, readonly splits: ReadonlyArray<{ readonly attribute: string, readonly change: number, readonly mixEffect: number, readonly rateEffect: number, readonly groups: ReadonlyArray<{ readonly value: string | null, readonly mixEffect: number, readonly rateEffect: number }> }> }>, readonly thin: ReadonlyArray<{ readonly metric: JudgedMetric, readonly attribute: string | null, readonly value: string | null, readonly comparison: Comparison, readonly reason: ThinReason, readonly needed: number | null, readonly reading: string, readonly step: { readonly from: { readonly key: string, readonly name: string }, readonly to: { readonly key: string, readonly name: string } }, readonly benchmark: { readonly id: string, readonly metric: string, readonly stage: string | null, readonly value: string, readonly source: string, readonly publishedOn: string } | null, readonly period: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null }, readonly baseline: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null }>, readonly benchmarksLeftOut: ReadonlyArray<{ readonly reason: string, readonly benchmark: { readonly id: string, readonly metric: string, readonly stage: string | null, readonly value: string, readonly source: string, readonly publishedOn: string } }>, readonly period: { readonly start: string, readonly end: string }, readonly stageDefinitions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }>, readonly stageVersions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }>, readonly statistics: { readonly elapsedMs: number, readonly paths: ReadonlyArray<ReportPath>, readonly rowsRead: number } } };

export type RateFragment = { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null };

export type FunnelFiguresFragment = { readonly stages: ReadonlyArray<{ readonly reached: number | null, readonly entered: number | null, readonly unassigned: number | null, readonly stage: { readonly key: string, readonly name: string }, readonly stepRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null, readonly overallRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null, readonly matureShare: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null, readonly projected: { readonly value: number, readonly low: number | null, readonly high: number | null } | null, readonly periodRatio: { readonly value: number | null, readonly numerator: number, readonly denominator: number } | null }> };

export type FunnelPointFragment = { readonly period: { readonly start: string, readonly end: string }, readonly figures: { readonly stages: ReadonlyArray<{ readonly reached: number | null, readonly entered: number | null, readonly unassigned: number | null, readonly stage: { readonly key: string, readonly name: string }, readonly stepRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null, readonly overallRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null, readonly matureShare: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null, readonly projected: { readonly value: number, readonly low: number | null, readonly high: number | null } | null, readonly periodRatio: { readonly value: number | null, readonly numerator: number, readonly denominator: number } | null }> } };

export type FunnelQueryVariables = Exact<{
  input: FunnelInput;
}>;


export type FunnelQuery = { readonly funnel: { readonly asOf: string, readonly knownAt: string, readonly ladder: LadderMode, readonly total: { readonly stages: ReadonlyArray<{ readonly reached: number | null, readonly entered: number | null, readonly unassigned: number | null, readonly stage: { readonly key: string, readonly name: string }, readonly stepRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null, readonly overallRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null, readonly matureShare: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null, readonly projected: { readonly value: number, readonly low: number | null, readonly high: number | null } | null, readonly periodRatio: { readonly value: number | null, readonly numerator: number, readonly denominator: number } | null }> }, readonly groups: ReadonlyArray<{ readonly keys: ReadonlyArray<{ readonly attribute: string, readonly value: string | null }>, readonly figures: { readonly stages: ReadonlyArray<{ readonly reached: number | null, readonly entered: number | null, readonly unassigned: number | null, readonly stage: { readonly key: string, readonly name: string }, readonly stepRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null, readonly overallRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null, readonly matureShare: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null, readonly projected: { readonly value: number, readonly low: number | null, readonly high: number | null } | null, readonly periodRatio: { readonly value: number | null, readonly numerator: number, readonly denominator: number } | null }> }, readonly series: ReadonlyArray<{ readonly period: { readonly start: string, readonly end: string }, readonly figures: { readonly stages: ReadonlyArray<{ readonly reached: number | null, readonly entered: number | null, readonly unassigned: number | null, readonly stage: { readonly key: string, readonly name: string }, readonly stepRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null, readonly overallRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null, readonly matureShare: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null, readonly projected: { readonly value: number, readonly low: number | null, readonly high: number | null } | null, readonly periodRatio: { readonly value: number | null, readonly numerator: number, readonly denominator: number } | null }> } }> }>, readonly series: ReadonlyArray<{ readonly period: { readonly start: string, readonly end: string }, readonly figures: { readonly stages: ReadonlyArray<{ readonly reached: number | null, readonly entered: number | null, readonly unassigned: number | null, readonly stage: { readonly key: string, readonly name: string }, readonly stepRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null, readonly overallRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null, readonly matureShare: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null, readonly projected: { readonly value: number, readonly low: number | null, readonly high: number | null } | null, readonly periodRatio: { readonly value: number | null, readonly numerator: number, readonly denominator: number } | null }> } }>, readonly period: { readonly start: string, readonly end: string }, readonly stageDefinitions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }>, readonly stageVersions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }>, readonly statistics: { readonly elapsedMs: number, readonly paths: ReadonlyArray<ReportPath>, readonly rowsRead: number } } };

export type LeadFragment = { readonly id: string, readonly externalId: string, readonly createdAt: string, readonly name: string | null, readonly email: string | null, readonly source: string | null, readonly leadType: string | null, readonly campaign: string | null, readonly region: string | null, readonly owner: string | null, readonly value: string | null, readonly stageSince: string | null, readonly account: { readonly externalId: string, readonly name: string | null } | null, readonly attributes: ReadonlyArray<{ readonly name: string, readonly value: string }>, readonly stage: { readonly key: string, readonly name: string } | null };

export type LeadQueryVariables = Exact<{
  id?: string | null | undefined;
  externalId?: string | null | undefined;
}>;


export type LeadQuery = { readonly lead: { readonly id: string, readonly externalId: string, readonly createdAt: string, readonly name: string | null, readonly email: string | null, readonly source: string | null, readonly leadType: string | null, readonly campaign: string | null, readonly region: string | null, readonly owner: string | null, readonly value: string | null, readonly stageSince: string | null, readonly transitions: ReadonlyArray<{ readonly externalId: string, readonly kind: TransitionKind, readonly occurredAt: string, readonly recordedAt: string, readonly actor: string | null, readonly reason: string | null, readonly from: { readonly key: string, readonly name: string } | null, readonly to: { readonly key: string, readonly name: string } | null }>, readonly activities: ReadonlyArray<{ readonly externalId: string, readonly type: ActivityType, readonly occurredAt: string, readonly actor: string | null }>, readonly account: { readonly externalId: string, readonly name: string | null } | null, readonly attributes: ReadonlyArray<{ readonly name: string, readonly value: string }>, readonly stage: { readonly key: string, readonly name: string } | null } | null };

export type LeadsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  withTotal: boolean;
}>;


export type LeadsQuery = { readonly leads: { readonly totalCount?: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly externalId: string, readonly createdAt: string, readonly name: string | null, readonly email: string | null, readonly source: string | null, readonly leadType: string | null, readonly campaign: string | null, readonly region: string | null, readonly owner: string | null, readonly value: string | null, readonly stageSince: string | null, readonly account: { readonly externalId: string, readonly name: string | null } | null, readonly attributes: ReadonlyArray<{ readonly name: string, readonly value: string }>, readonly stage: { readonly key: string, readonly name: string } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type MetricDefinitionsQueryVariables = Exact<{ [key: string]: never; }>;


export type MetricDefinitionsQuery = { readonly metricDefinitions: ReadonlyArray<{ readonly name: string, readonly title: string, readonly unit: MetricUnit, readonly description: string, readonly formula: string, readonly notes: ReadonlyArray<string> }> };

export type MetricPackHeadingFragment = { readonly id: string, readonly name: string, readonly publishedAt: string, readonly asOf: string, readonly knownAt: string, readonly sha256: string, readonly period: { readonly start: string, readonly end: string } };

export type MetricPackFragment = { readonly canonical: string, readonly id: string, readonly name: string, readonly publishedAt: string, readonly asOf: string, readonly knownAt: string, readonly sha256: string, readonly total: { readonly period: { readonly start: string, readonly end: string }, readonly metrics: ReadonlyArray<{ readonly metric: string, readonly stage: string | null, readonly variant: string | null, readonly unit: MetricUnit, readonly value: number | null, readonly numerator: number | null, readonly denominator: number | null, readonly low: number | null, readonly high: number | null, readonly amount: { readonly amount: string, readonly currency: string } | null }> }, readonly series: ReadonlyArray<{ readonly period: { readonly start: string, readonly end: string }, readonly metrics: ReadonlyArray<{ readonly metric: string, readonly stage: string | null, readonly variant: string | null, readonly unit: MetricUnit, readonly value: number | null, readonly numerator: number | null, readonly denominator: number | null, readonly low: number | null, readonly high: number | null, readonly amount: { readonly amount: string, readonly currency: string } | null }> }>, readonly period: { readonly start: string, readonly end: string } };

export type RestatementFragment = { readonly metric: string, readonly stage: string | null, readonly variant: string | null, readonly period: { readonly start: string, readonly end: string }, readonly published: { readonly metric: string, readonly stage: string | null, readonly variant: string | null, readonly unit: MetricUnit, readonly value: number | null, readonly numerator: number | null, readonly denominator: number | null, readonly low: number | null, readonly high: number | null, readonly amount: { readonly amount: string, readonly currency: string } | null } | null, readonly now: { readonly metric: string, readonly stage: string | null, readonly variant: string | null, readonly unit: MetricUnit, readonly value: number | null, readonly numerator: number | null, readonly denominator: number | null, readonly low: number | null, readonly high: number | null, readonly amount: { readonly amount: string, readonly currency: string } | null } | null };

export type MetricPacksQueryVariables = Exact<{ [key: string]: never; }>;


export type MetricPacksQuery = { readonly metricPacks: ReadonlyArray<{ readonly id: string, readonly name: string, readonly publishedAt: string, readonly asOf: string, readonly knownAt: string, readonly sha256: string, readonly period: { readonly start: string, readonly end: string } }> };

export type MetricPackQueryVariables = Exact<{
  id: string;
  again: boolean;
}>;


export type MetricPackQuery = { readonly metricPack: { readonly canonical: string, readonly id: string, readonly name: string, readonly publishedAt: string, readonly asOf: string, readonly knownAt: string, readonly sha256: string, readonly reproduction?: { readonly reproduces: boolean, readonly sha256: string, readonly changed: ReadonlyArray<string>, readonly differences: ReadonlyArray<{ readonly metric: string, readonly stage: string | null, readonly variant: string | null, readonly period: { readonly start: string, readonly end: string }, readonly published: { readonly metric: string, readonly stage: string | null, readonly variant: string | null, readonly unit: MetricUnit, readonly value: number | null, readonly numerator: number | null, readonly denominator: number | null, readonly low: number | null, readonly high: number | null, readonly amount: { readonly amount: string, readonly currency: string } | null } | null, readonly now: { readonly metric: string, readonly stage: string | null, readonly variant: string | null, readonly unit: MetricUnit, readonly value: number | null, readonly numerator: number | null, readonly denominator: number | null, readonly low: number | null, readonly high: number | null, readonly amount: { readonly amount: string, readonly currency: string } | null } | null }> }, readonly restatements?: ReadonlyArray<{ readonly metric: string, readonly stage: string | null, readonly variant: string | null, readonly period: { readonly start: string, readonly end: string }, readonly published: { readonly metric: string, readonly stage: string | null, readonly variant: string | null, readonly unit: MetricUnit, readonly value: number | null, readonly numerator: number | null, readonly denominator: number | null, readonly low: number | null, readonly high: number | null, readonly amount: { readonly amount: string, readonly currency: string } | null } | null, readonly now: { readonly metric: string, readonly stage: string | null, readonly variant: string | null, readonly unit: MetricUnit, readonly value: number | null, readonly numerator: number | null, readonly denominator: number | null, readonly low: number | null, readonly high: number | null, readonly amount: { readonly amount: string, readonly currency: string } | null } | null }>, readonly total: { readonly period: { readonly start: string, readonly end: string }, readonly metrics: ReadonlyArray<{ readonly metric: string, readonly stage: string | null, readonly variant: string | null, readonly unit: MetricUnit, readonly value: number | null, readonly numerator: number | null, readonly denominator: number | null, readonly low: number | null, readonly high: number | null, readonly amount: { readonly amount: string, readonly currency: string } | null }> }, readonly series: ReadonlyArray<{ readonly period: { readonly start: string, readonly end: string }, readonly metrics: ReadonlyArray<{ readonly metric: string, readonly stage: string | null, readonly variant: string | null, readonly unit: MetricUnit, readonly value: number | null, readonly numerator: number | null, readonly denominator: number | null, readonly low: number | null, readonly high: number | null, readonly amount: { readonly amount: string, readonly currency: string } | null }> }>, readonly period: { readonly start: string, readonly end: string } } | null };

export type DatesFragment = { readonly start: string, readonly end: string };

export type KeyFragment = { readonly attribute: string, readonly value: string | null };

export type StatisticsFragment = { readonly elapsedMs: number, readonly paths: ReadonlyArray<ReportPath>, readonly rowsRead: number };

type Answered_AcceptanceReport_Fragment = { readonly asOf: string, readonly knownAt: string, readonly ladder: LadderMode, readonly period: { readonly start: string, readonly end: string }, readonly stageDefinitions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }>, readonly stageVersions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }>, readonly statistics: { readonly elapsedMs: number, readonly paths: ReadonlyArray<ReportPath>, readonly rowsRead: number } };

type Answered_CostReport_Fragment = { readonly asOf: string, readonly knownAt: string, readonly ladder: LadderMode, readonly period: { readonly start: string, readonly end: string }, readonly stageDefinitions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }>, readonly stageVersions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }>, readonly statistics: { readonly elapsedMs: number, readonly paths: ReadonlyArray<ReportPath>, readonly rowsRead: number } };

type Answered_DiagnosisReport_Fragment = { readonly asOf: string, readonly knownAt: string, readonly ladder: LadderMode, readonly period: { readonly start: string, readonly end: string }, readonly stageDefinitions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }>, readonly stageVersions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }>, readonly statistics: { readonly elapsedMs: number, readonly paths: ReadonlyArray<ReportPath>, readonly rowsRead: number } };

type Answered_FunnelReport_Fragment = { readonly asOf: string, readonly knownAt: string, readonly ladder: LadderMode, readonly period: { readonly start: string, readonly end: string }, readonly stageDefinitions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }>, readonly stageVersions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }>, readonly statistics: { readonly elapsedMs: number, readonly paths: ReadonlyArray<ReportPath>, readonly rowsRead: number } };

type Answered_SlaReport_Fragment = { readonly asOf: string, readonly knownAt: string, readonly ladder: LadderMode, readonly period: { readonly start: string, readonly end: string }, readonly stageDefinitions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }>, readonly stageVersions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }>, readonly statistics: { readonly elapsedMs: number, readonly paths: ReadonlyArray<ReportPath>, readonly rowsRead: number } };

type Answered_StandardMetricsReport_Fragment = { readonly asOf: string, readonly knownAt: string, readonly ladder: LadderMode, readonly period: { readonly start: string, readonly end: string }, readonly stageDefinitions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }>, readonly stageVersions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }>, readonly statistics: { readonly elapsedMs: number, readonly paths: ReadonlyArray<ReportPath>, readonly rowsRead: number } };

type Answered_VelocityReport_Fragment = { readonly asOf: string, readonly knownAt: string, readonly ladder: LadderMode, readonly period: { readonly start: string, readonly end: string }, readonly stageDefinitions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }>, readonly stageVersions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }>, readonly statistics: { readonly elapsedMs: number, readonly paths: ReadonlyArray<ReportPath>, readonly rowsRead: number } };

export type AnsweredFragment =
  | Answered_AcceptanceReport_Fragment
  | Answered_CostReport_Fragment
  | Answered_DiagnosisReport_Fragment
  | Answered_FunnelReport_Fragment
  | Answered_SlaReport_Fragment
  | Answered_StandardMetricsReport_Fragment
  | Answered_VelocityReport_Fragment
;

export type SavedReportFragment = { readonly id: string, readonly name: string, readonly report: ReportKind, readonly question: unknown, readonly createdAt: string, readonly updatedAt: string };

export type SavedReportsQueryVariables = Exact<{ [key: string]: never; }>;


export type SavedReportsQuery = { readonly savedReports: ReadonlyArray<{ readonly id: string, readonly name: string, readonly report: ReportKind, readonly question: unknown, readonly createdAt: string, readonly updatedAt: string }> };

export type SavedReportQueryVariables = Exact<{
  id: string;
}>;


export type SavedReportQuery = { readonly savedReport: { readonly id: string, readonly name: string, readonly report: ReportKind, readonly question: unknown, readonly createdAt: string, readonly updatedAt: string } | null };

export type SlaClockFiguresFragment = { readonly met: number, readonly breached: number, readonly overdue: number, readonly pending: number, readonly meanDuration: number | null, readonly meanRatio: number | null, readonly verdict: SlaVerdict | null, readonly complianceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } };

export type SlaFiguresFragment = { readonly handoffs: number, readonly wasted: number, readonly neverWorked: number, readonly firstResponse: { readonly met: number, readonly breached: number, readonly overdue: number, readonly pending: number, readonly meanDuration: number | null, readonly meanRatio: number | null, readonly verdict: SlaVerdict | null, readonly complianceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } }, readonly decision: { readonly met: number, readonly breached: number, readonly overdue: number, readonly pending: number, readonly meanDuration: number | null, readonly meanRatio: number | null, readonly verdict: SlaVerdict | null, readonly complianceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } }, readonly wastedCost: { readonly amount: string, readonly currency: string } | null, readonly outcomes: ReadonlyArray<{ readonly band: SlaResponseBand, readonly within: number | null, readonly handoffs: number, readonly sqlRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null }, readonly customerRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } }>, readonly replay: { readonly wasted: number, readonly neverWorked: number, readonly firstResponse: { readonly met: number, readonly breached: number, readonly overdue: number, readonly pending: number, readonly meanDuration: number | null, readonly meanRatio: number | null, readonly verdict: SlaVerdict | null, readonly complianceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } }, readonly decision: { readonly met: number, readonly breached: number, readonly overdue: number, readonly pending: number, readonly meanDuration: number | null, readonly meanRatio: number | null, readonly verdict: SlaVerdict | null, readonly complianceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } } } | null };

export type SlaPointFragment = { readonly period: { readonly start: string, readonly end: string }, readonly figures: { readonly handoffs: number, readonly wasted: number, readonly neverWorked: number, readonly firstResponse: { readonly met: number, readonly breached: number, readonly overdue: number, readonly pending: number, readonly meanDuration: number | null, readonly meanRatio: number | null, readonly verdict: SlaVerdict | null, readonly complianceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } }, readonly decision: { readonly met: number, readonly breached: number, readonly overdue: number, readonly pending: number, readonly meanDuration: number | null, readonly meanRatio: number | null, readonly verdict: SlaVerdict | null, readonly complianceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } }, readonly wastedCost: { readonly amount: string, readonly currency: string } | null, readonly outcomes: ReadonlyArray<{ readonly band: SlaResponseBand, readonly within: number | null, readonly handoffs: number, readonly sqlRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null }, readonly customerRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } }>, readonly replay: { readonly wasted: number, readonly neverWorked: number, readonly firstResponse: { readonly met: number, readonly breached: number, readonly overdue: number, readonly pending: number, readonly meanDuration: number | null, readonly meanRatio: number | null, readonly verdict: SlaVerdict | null, readonly complianceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } }, readonly decision: { readonly met: number, readonly breached: number, readonly overdue: number, readonly pending: number, readonly meanDuration: number | null, readonly meanRatio: number | null, readonly verdict: SlaVerdict | null, readonly complianceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } } } | null } };

export type SlaQueryVariables = Exact<{
  input: SlaInput;
}>;


export type SlaQuery = { readonly sla: { readonly asOf: string, readonly knownAt: string, readonly ladder: LadderMode, readonly total: { readonly handoffs: number, readonly wasted: number, readonly neverWorked: number, readonly firstResponse: { readonly met: number, readonly breached: number, readonly overdue: number, readonly pending: number, readonly meanDuration: number | null, readonly meanRatio: number | null, readonly verdict: SlaVerdict | null, readonly complianceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } }, readonly decision: { readonly met: number, readonly breached: number, readonly overdue: number, readonly pending: number, readonly meanDuration: number | null, readonly meanRatio: number | null, readonly verdict: SlaVerdict | null, readonly complianceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } }, readonly wastedCost: { readonly amount: string, readonly currency: string } | null, readonly outcomes: ReadonlyArray<{ readonly band: SlaResponseBand, readonly within: number | null, readonly handoffs: number, readonly sqlRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null }, readonly customerRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } }>, readonly replay: { readonly wasted: number, readonly neverWorked: number, readonly firstResponse: { readonly met: number, readonly breached: number, readonly overdue: number, readonly pending: number, readonly meanDuration: number | null, readonly meanRatio: number | null, readonly verdict: SlaVerdict | null, readonly complianceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } }, readonly decision: { readonly met: number, readonly breached: number, readonly overdue: number, readonly pending: number, readonly meanDuration: number | null, readonly meanRatio: number | null, readonly verdict: SlaVerdict | null, readonly complianceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } } } | null }, readonly groups: ReadonlyArray<{ readonly keys: ReadonlyArray<{ readonly attribute: string, readonly value: string | null }>, readonly figures: { readonly handoffs: number, readonly wasted: number, readonly neverWorked: number, readonly firstResponse: { readonly met: number, readonly breached: number, readonly overdue: number, readonly pending: number, readonly meanDuration: number | null, readonly meanRatio: number | null, readonly verdict: SlaVerdict | null, readonly complianceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } }, readonly decision: { readonly met: number, readonly breached: number, readonly overdue: number, readonly pending: number, readonly meanDuration: number | null, readonly meanRatio: number | null, readonly verdict: SlaVerdict | null, readonly complianceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } }, readonly wastedCost: { readonly amount: string, readonly currency: string } | null, readonly outcomes: ReadonlyArray<{ readonly band: SlaResponseBand, readonly within: number | null, readonly handoffs: number, readonly sqlRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null }, readonly customerRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } }>, readonly replay: { readonly wasted: number, readonly neverWorked: number, readonly firstResponse: { readonly met: number, readonly breached: number, readonly overdue: number, readonly pending: number, readonly meanDuration: number | null, readonly meanRatio: number | null, readonly verdict: SlaVerdict | null, readonly complianceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } }, readonly decision: { readonly met: number, readonly breached: number, readonly overdue: number, readonly pending: number, readonly meanDuration: number | null, readonly meanRatio: number | null, readonly verdict: SlaVerdict | null, readonly complianceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } } } | null }, readonly series: ReadonlyArray<{ readonly period: { readonly start: string, readonly end: string }, readonly figures: { readonly handoffs: number, readonly wasted: number, readonly neverWorked: number, readonly firstResponse: { readonly met: number, readonly breached: number, readonly overdue: number, readonly pending: number, readonly meanDuration: number | null, readonly meanRatio: number | null, readonly verdict: SlaVerdict | null, readonly complianceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } }, readonly decision: { readonly met: number, readonly breached: number, readonly overdue: number, readonly pending: number, readonly meanDuration: number | null, readonly meanRatio: number | null, readonly verdict: SlaVerdict | null, readonly complianceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } }, readonly wastedCost: { readonly amount: string, readonly currency: string } | null, readonly outcomes: ReadonlyArray<{ readonly band: SlaResponseBand, readonly within: number | null, readonly handoffs: number, readonly sqlRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null }, readonly customerRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } }>, readonly replay: { readonly wasted: number, readonly neverWorked: number, readonly firstResponse: { readonly met: number, readonly breached: number, readonly overdue: number, readonly pending: number, readonly meanDuration: number | null, readonly meanRatio: number | null, readonly verdict: SlaVerdict | null, readonly complianceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } }, readonly decision: { readonly met: number, readonly breached: number, readonly overdue: number, readonly pending: number, readonly meanDuration: number | null, readonly meanRatio: number | null, readonly verdict: SlaVerdict | null, readonly complianceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } } } | null } }> }>, readonly series: ReadonlyArray<{ readonly period: { readonly start: string, readonly end: string }, readonly figures: { readonly handoffs: number, readonly wasted: number, readonly neverWorked: number, readonly firstResponse: { readonly met: number, readonly breached: number, readonly overdue: number, readonly pending: number, readonly meanDuration: number | null, readonly meanRatio: number | null, readonly verdict: SlaVerdict | null, readonly complianceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } }, readonly decision: { readonly met: number, readonly breached: number, readonly overdue: number, readonly pending: number, readonly meanDuration: number | null, readonly meanRatio: number | null, readonly verdict: SlaVerdict | null, readonly complianceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } }, readonly wastedCost: { readonly amount: string, readonly currency: string } | null, readonly outcomes: ReadonlyArray<{ readonly band: SlaResponseBand, readonly within: number | null, readonly handoffs: number, readonly sqlRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null }, readonly customerRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } }>, readonly replay: { readonly wasted: number, readonly neverWorked: number, readonly firstResponse: { readonly met: number, readonly breached: number, readonly overdue: number, readonly pending: number, readonly meanDuration: number | null, readonly meanRatio: number | null, readonly verdict: SlaVerdict | null, readonly complianceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } }, readonly decision: { readonly met: number, readonly breached: number, readonly overdue: number, readonly pending: number, readonly meanDuration: number | null, readonly meanRatio: number | null, readonly verdict: SlaVerdict | null, readonly complianceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } } } | null } }>, readonly period: { readonly start: string, readonly end: string }, readonly stageDefinitions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }>, readonly stageVersions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }>, readonly statistics: { readonly elapsedMs: number, readonly paths: ReadonlyArray<ReportPath>, readonly rowsRead: number } } };

export type StageLabelFragment = { readonly key: string, readonly name: string };

export type StageFragment = { readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> };

export type StagesQueryVariables = Exact<{
  at?: string | null | undefined;
}>;


export type StagesQuery = { readonly stages: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }> };

export type StandardMetricFragment = { readonly metric: string, readonly stage: string | null, readonly variant: string | null, readonly unit: MetricUnit, readonly value: number | null, readonly numerator: number | null, readonly denominator: number | null, readonly low: number | null, readonly high: number | null, readonly amount: { readonly amount: string, readonly currency: string } | null };

export type StandardPeriodFragment = { readonly period: { readonly start: string, readonly end: string }, readonly metrics: ReadonlyArray<{ readonly metric: string, readonly stage: string | null, readonly variant: string | null, readonly unit: MetricUnit, readonly value: number | null, readonly numerator: number | null, readonly denominator: number | null, readonly low: number | null, readonly high: number | null, readonly amount: { readonly amount: string, readonly currency: string } | null }> };

export type StandardMetricsQueryVariables = Exact<{
  input: StandardMetricsInput;
}>;


export type StandardMetricsQuery = { readonly standardMetrics: { readonly notes: ReadonlyArray<string>, readonly asOf: string, readonly knownAt: string, readonly ladder: LadderMode, readonly total: { readonly period: { readonly start: string, readonly end: string }, readonly metrics: ReadonlyArray<{ readonly metric: string, readonly stage: string | null, readonly variant: string | null, readonly unit: MetricUnit, readonly value: number | null, readonly numerator: number | null, readonly denominator: number | null, readonly low: number | null, readonly high: number | null, readonly amount: { readonly amount: string, readonly currency: string } | null }> }, readonly series: ReadonlyArray<{ readonly period: { readonly start: string, readonly end: string }, readonly metrics: ReadonlyArray<{ readonly metric: string, readonly stage: string | null, readonly variant: string | null, readonly unit: MetricUnit, readonly value: number | null, readonly numerator: number | null, readonly denominator: number | null, readonly low: number | null, readonly high: number | null, readonly amount: { readonly amount: string, readonly currency: string } | null }> }>, readonly period: { readonly start: string, readonly end: string }, readonly stageDefinitions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }>, readonly stageVersions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }>, readonly statistics: { readonly elapsedMs: number, readonly paths: ReadonlyArray<ReportPath>, readonly rowsRead: number } } };

export type VelocityFiguresFragment = { readonly count: number, readonly mean: number | null, readonly median: number | null, readonly p75: number | null, readonly p90: number | null, readonly histogram: ReadonlyArray<{ readonly from: number, readonly to: number | null, readonly count: number }>, readonly timeInStage: ReadonlyArray<{ readonly count: number, readonly ended: number, readonly open: number, readonly mean: number | null, readonly meanOfEnded: number | null, readonly median: number | null, readonly p75: number | null, readonly p90: number | null, readonly openMedian: number | null, readonly openLongest: number | null, readonly stage: { readonly key: string, readonly name: string }, readonly histogram: ReadonlyArray<{ readonly from: number, readonly to: number | null, readonly ended: number, readonly open: number }> }> };

export type VelocityPointFragment = { readonly period: { readonly start: string, readonly end: string }, readonly figures: { readonly count: number, readonly mean: number | null, readonly median: number | null, readonly p75: number | null, readonly p90: number | null, readonly histogram: ReadonlyArray<{ readonly from: number, readonly to: number | null, readonly count: number }>, readonly timeInStage: ReadonlyArray<{ readonly count: number, readonly ended: number, readonly open: number, readonly mean: number | null, readonly meanOfEnded: number | null, readonly median: number | null, readonly p75: number | null, readonly p90: number | null, readonly openMedian: number | null, readonly openLongest: number | null, readonly stage: { readonly key: string, readonly name: string }, readonly histogram: ReadonlyArray<{ readonly from: number, readonly to: number | null, readonly ended: number, readonly open: number }> }> } };

export type VelocityQueryVariables = Exact<{
  input: VelocityInput;
}>;


export type VelocityQuery = { readonly velocity: { readonly from: string, readonly to: string, readonly businessCalendar: string | null, readonly asOf: string, readonly knownAt: string, readonly ladder: LadderMode, readonly total: { readonly count: number, readonly mean: number | null, readonly median: number | null, readonly p75: number | null, readonly p90: number | null, readonly histogram: ReadonlyArray<{ readonly from: number, readonly to: number | null, readonly count: number }>, readonly timeInStage: ReadonlyArray<{ readonly count: number, readonly ended: number, readonly open: number, readonly mean: number | null, readonly meanOfEnded: number | null, readonly median: number | null, readonly p75: number | null, readonly p90: number | null, readonly openMedian: number | null, readonly openLongest: number | null, readonly stage: { readonly key: string, readonly name: string }, readonly histogram: ReadonlyArray<{ readonly from: number, readonly to: number | null, readonly ended: number, readonly open: number }> }> }, readonly groups: ReadonlyArray<{ readonly keys: ReadonlyArray<{ readonly attribute: string, readonly value: string | null }>, readonly figures: { readonly count: number, readonly mean: number | null, readonly median: number | null, readonly p75: number | null, readonly p90: number | null, readonly histogram: ReadonlyArray<{ readonly from: number, readonly to: number | null, readonly count: number }>, readonly timeInStage: ReadonlyArray<{ readonly count: number, readonly ended: number, readonly open: number, readonly mean: number | null, readonly meanOfEnded: number | null, readonly median: number | null, readonly p75: number | null, readonly p90: number | null, readonly openMedian: number | null, readonly openLongest: number | null, readonly stage: { readonly key: string, readonly name: string }, readonly histogram: ReadonlyArray<{ readonly from: number, readonly to: number | null, readonly ended: number, readonly open: number }> }> }, readonly series: ReadonlyArray<{ readonly period: { readonly start: string, readonly end: string }, readonly figures: { readonly count: number, readonly mean: number | null, readonly median: number | null, readonly p75: number | null, readonly p90: number | null, readonly histogram: ReadonlyArray<{ readonly from: number, readonly to: number | null, readonly count: number }>, readonly timeInStage: ReadonlyArray<{ readonly count: number, readonly ended: number, readonly open: number, readonly mean: number | null, readonly meanOfEnded: number | null, readonly median: number | null, readonly p75: number | null, readonly p90: number | null, readonly openMedian: number | null, readonly openLongest: number | null, readonly stage: { readonly key: string, readonly name: string }, readonly histogram: ReadonlyArray<{ readonly from: number, readonly to: number | null, readonly ended: number, readonly open: number }> }> } }> }>, readonly series: ReadonlyArray<{ readonly period: { readonly start: string, readonly end: string }, readonly figures: { readonly count: number, readonly mean: number | null, readonly median: number | null, readonly p75: number | null, readonly p90: number | null, readonly histogram: ReadonlyArray<{ readonly from: number, readonly to: number | null, readonly count: number }>, readonly timeInStage: ReadonlyArray<{ readonly count: number, readonly ended: number, readonly open: number, readonly mean: number | null, readonly meanOfEnded: number | null, readonly median: number | null, readonly p75: number | null, readonly p90: number | null, readonly openMedian: number | null, readonly openLongest: number | null, readonly stage: { readonly key: string, readonly name: string }, readonly histogram: ReadonlyArray<{ readonly from: number, readonly to: number | null, readonly ended: number, readonly open: number }> }> } }>, readonly period: { readonly start: string, readonly end: string }, readonly stageDefinitions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }>, readonly stageVersions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }>, readonly statistics: { readonly elapsedMs: number, readonly paths: ReadonlyArray<ReportPath>, readonly rowsRead: number } } };

export type WorkspaceFragment = { readonly id: string, readonly name: string, readonly timeZone: string, readonly currency: string, readonly fiscalYearStartMonth: number, readonly weekStart: number, readonly attributes: ReadonlyArray<string> };

export type WorkspaceQueryVariables = Exact<{ [key: string]: never; }>;


export type WorkspaceQuery = { readonly workspace: { readonly id: string, readonly name: string, readonly timeZone: string, readonly currency: string, readonly fiscalYearStartMonth: number, readonly weekStart: number, readonly attributes: ReadonlyArray<string> } };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { readonly viewer: { readonly name: string, readonly scopes: ReadonlyArray<Scope>, readonly workspace: { readonly id: string, readonly name: string, readonly timeZone: string, readonly currency: string, readonly fiscalYearStartMonth: number, readonly weekStart: number, readonly attributes: ReadonlyArray<string> } } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const DatesFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment Dates on Period {
  start
  end
}
    `, {"fragmentName":"Dates"}) as unknown as TypedDocumentString<DatesFragment, unknown>;
export const RateFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment Rate on Rate {
  value
  numerator
  denominator
  low
  high
}
    `, {"fragmentName":"Rate"}) as unknown as TypedDocumentString<RateFragment, unknown>;
export const AcceptanceFiguresFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment AcceptanceFigures on AcceptanceFigures {
  handedOver
  accepted
  rejected
  recycled
  disqualified
  open
  acceptanceRate {
    ...Rate
  }
  acceptanceRateOfDecided {
    ...Rate
  }
  rejections {
    reason
    handoffs
  }
}
    fragment Rate on Rate {
  value
  numerator
  denominator
  low
  high
}`, {"fragmentName":"AcceptanceFigures"}) as unknown as TypedDocumentString<AcceptanceFiguresFragment, unknown>;
export const AcceptancePointFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment AcceptancePoint on AcceptancePoint {
  period {
    ...Dates
  }
  figures {
    ...AcceptanceFigures
  }
}
    fragment AcceptanceFigures on AcceptanceFigures {
  handedOver
  accepted
  rejected
  recycled
  disqualified
  open
  acceptanceRate {
    ...Rate
  }
  acceptanceRateOfDecided {
    ...Rate
  }
  rejections {
    reason
    handoffs
  }
}
fragment Rate on Rate {
  value
  numerator
  denominator
  low
  high
}
fragment Dates on Period {
  start
  end
}`, {"fragmentName":"AcceptancePoint"}) as unknown as TypedDocumentString<AcceptancePointFragment, unknown>;
export const StageLabelFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment StageLabel on StageDefinition {
  key
  name
}
    `, {"fragmentName":"StageLabel"}) as unknown as TypedDocumentString<StageLabelFragment, unknown>;
export const GoalStandingFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment GoalStanding on GoalStanding {
  key
  version
  name
  stage {
    ...StageLabel
  }
  period {
    ...Dates
  }
  target
  entered
  attainment
  pace
  elapsedShare
}
    fragment Dates on Period {
  start
  end
}
fragment StageLabel on StageDefinition {
  key
  name
}`, {"fragmentName":"GoalStanding"}) as unknown as TypedDocumentString<GoalStandingFragment, unknown>;
export const MoneyFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment Money on Money {
  amount
  currency
}
    `, {"fragmentName":"Money"}) as unknown as TypedDocumentString<MoneyFragment, unknown>;
export const CostFiguresFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment CostFigures on CostFigures {
  stages {
    stage {
      ...StageLabel
    }
    entered
    spend {
      ...Money
    }
    costPerEntry {
      ...Money
    }
    interval {
      low {
        ...Money
      }
      high {
        ...Money
      }
    }
    spendWindow {
      ...Dates
    }
    entryWindow {
      ...Dates
    }
    lagDays
    lagLeads
    beforeFirstCost {
      days
      share
    }
    unallocated {
      ...Money
    }
    outsideFilter {
      ...Money
    }
  }
  cac {
    cost {
      ...Money
    }
    spend {
      ...Money
    }
    entered
    spendWindow {
      ...Dates
    }
    lagDays
  }
  roi {
    roi
    won
    valueWon {
      ...Money
    }
    spend {
      ...Money
    }
  }
  pipelineValue {
    leads
    value {
      ...Money
    }
  }
}
    fragment Money on Money {
  amount
  currency
}
fragment Dates on Period {
  start
  end
}
fragment StageLabel on StageDefinition {
  key
  name
}`, {"fragmentName":"CostFigures"}) as unknown as TypedDocumentString<CostFiguresFragment, unknown>;
export const CostPointFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment CostPoint on CostPoint {
  period {
    ...Dates
  }
  figures {
    ...CostFigures
  }
}
    fragment Money on Money {
  amount
  currency
}
fragment CostFigures on CostFigures {
  stages {
    stage {
      ...StageLabel
    }
    entered
    spend {
      ...Money
    }
    costPerEntry {
      ...Money
    }
    interval {
      low {
        ...Money
      }
      high {
        ...Money
      }
    }
    spendWindow {
      ...Dates
    }
    entryWindow {
      ...Dates
    }
    lagDays
    lagLeads
    beforeFirstCost {
      days
      share
    }
    unallocated {
      ...Money
    }
    outsideFilter {
      ...Money
    }
  }
  cac {
    cost {
      ...Money
    }
    spend {
      ...Money
    }
    entered
    spendWindow {
      ...Dates
    }
    lagDays
  }
  roi {
    roi
    won
    valueWon {
      ...Money
    }
    spend {
      ...Money
    }
  }
  pipelineValue {
    leads
    value {
      ...Money
    }
  }
}
fragment Dates on Period {
  start
  end
}
fragment StageLabel on StageDefinition {
  key
  name
}`, {"fragmentName":"CostPoint"}) as unknown as TypedDocumentString<CostPointFragment, unknown>;
export const LadderStepFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment LadderStep on LadderStep {
  from {
    ...StageLabel
  }
  to {
    ...StageLabel
  }
}
    fragment StageLabel on StageDefinition {
  key
  name
}`, {"fragmentName":"LadderStep"}) as unknown as TypedDocumentString<LadderStepFragment, unknown>;
export const BenchmarkLabelFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment BenchmarkLabel on Benchmark {
  id
  metric
  stage
  value
  source
  publishedOn
}
    `, {"fragmentName":"BenchmarkLabel"}) as unknown as TypedDocumentString<BenchmarkLabelFragment, unknown>;
export const RateDifferenceFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment RateDifference on RateDifference {
  value
  low
  high
}
    `, {"fragmentName":"RateDifference"}) as unknown as TypedDocumentString<RateDifferenceFragment, unknown>;
export const ChangeSplitFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment ChangeSplit on ChangeSplit {
  attribute
  change
  mixEffect
  rateEffect
  groups {
    value
    mixEffect
    rateEffect
  }
}
    `, {"fragmentName":"ChangeSplit"}) as unknown as TypedDocumentString<ChangeSplitFragment, unknown>;
export const DiagnosisFindingFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment DiagnosisFinding on DiagnosisFinding {
  metric
  step {
    ...LadderStep
  }
  trouble
  team
  attribute
  value
  comparison
  benchmark {
    ...BenchmarkLabel
  }
  period {
    ...Rate
  }
  baseline {
    ...Rate
  }
  difference {
    ...RateDifference
  }
  z
  p
  adjustedP
  leadsLost
  since {
    at {
      ...Dates
    }
    from {
      ...Dates
    }
    to {
      ...Dates
    }
  }
  splits {
    ...ChangeSplit
  }
  redefined {
    ...StageLabel
    version
    effectiveFrom
  }
  main
  reading
}
    fragment RateDifference on RateDifference {
  value
  low
  high
}
fragment LadderStep on LadderStep {
  from {
    ...StageLabel
  }
  to {
    ...StageLabel
  }
}
fragment ChangeSplit on ChangeSplit {
  attribute
  change
  mixEffect
  rateEffect
  groups {
    value
    mixEffect
    rateEffect
  }
}
fragment BenchmarkLabel on Benchmark {
  id
  metric
  stage
  value
  source
  publishedOn
}
fragment Rate on Rate {
  value
  numerator
  denominator
  low
  high
}
fragment Dates on Period {
  start
  end
}
fragment StageLabel on StageDefinition {
  key
  name
}`, {"fragmentName":"DiagnosisFinding"}) as unknown as TypedDocumentString<DiagnosisFindingFragment, unknown>;
export const FunnelFiguresFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment FunnelFigures on FunnelFigures {
  stages {
    stage {
      ...StageLabel
    }
    reached
    stepRate {
      ...Rate
    }
    overallRate {
      ...Rate
    }
    matureShare {
      ...Rate
    }
    projected {
      value
      low
      high
    }
    entered
    periodRatio {
      value
      numerator
      denominator
    }
    unassigned
  }
}
    fragment Rate on Rate {
  value
  numerator
  denominator
  low
  high
}
fragment StageLabel on StageDefinition {
  key
  name
}`, {"fragmentName":"FunnelFigures"}) as unknown as TypedDocumentString<FunnelFiguresFragment, unknown>;
export const FunnelPointFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment FunnelPoint on FunnelPoint {
  period {
    ...Dates
  }
  figures {
    ...FunnelFigures
  }
}
    fragment Rate on Rate {
  value
  numerator
  denominator
  low
  high
}
fragment FunnelFigures on FunnelFigures {
  stages {
    stage {
      ...StageLabel
    }
    reached
    stepRate {
      ...Rate
    }
    overallRate {
      ...Rate
    }
    matureShare {
      ...Rate
    }
    projected {
      value
      low
      high
    }
    entered
    periodRatio {
      value
      numerator
      denominator
    }
    unassigned
  }
}
fragment Dates on Period {
  start
  end
}
fragment StageLabel on StageDefinition {
  key
  name
}`, {"fragmentName":"FunnelPoint"}) as unknown as TypedDocumentString<FunnelPointFragment, unknown>;
export const LeadFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment Lead on Lead {
  id
  externalId
  createdAt
  name
  email
  source
  leadType
  campaign
  region
  owner
  value
  account {
    externalId
    name
  }
  attributes {
    name
    value
  }
  stage {
    ...StageLabel
  }
  stageSince
}
    fragment StageLabel on StageDefinition {
  key
  name
}`, {"fragmentName":"Lead"}) as unknown as TypedDocumentString<LeadFragment, unknown>;
export const MetricPackHeadingFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment MetricPackHeading on MetricPack {
  id
  name
  publishedAt
  asOf
  knownAt
  period {
    ...Dates
  }
  sha256
}
    fragment Dates on Period {
  start
  end
}`, {"fragmentName":"MetricPackHeading"}) as unknown as TypedDocumentString<MetricPackHeadingFragment, unknown>;
export const StandardMetricFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment StandardMetric on StandardMetric {
  metric
  stage
  variant
  unit
  value
  amount {
    ...Money
  }
  numerator
  denominator
  low
  high
}
    fragment Money on Money {
  amount
  currency
}`, {"fragmentName":"StandardMetric"}) as unknown as TypedDocumentString<StandardMetricFragment, unknown>;
export const StandardPeriodFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment StandardPeriod on StandardPeriod {
  period {
    ...Dates
  }
  metrics {
    ...StandardMetric
  }
}
    fragment Money on Money {
  amount
  currency
}
fragment Dates on Period {
  start
  end
}
fragment StandardMetric on StandardMetric {
  metric
  stage
  variant
  unit
  value
  amount {
    ...Money
  }
  numerator
  denominator
  low
  high
}`, {"fragmentName":"StandardPeriod"}) as unknown as TypedDocumentString<StandardPeriodFragment, unknown>;
export const MetricPackFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment MetricPack on MetricPack {
  ...MetricPackHeading
  canonical
  total {
    ...StandardPeriod
  }
  series {
    ...StandardPeriod
  }
}
    fragment Money on Money {
  amount
  currency
}
fragment MetricPackHeading on MetricPack {
  id
  name
  publishedAt
  asOf
  knownAt
  period {
    ...Dates
  }
  sha256
}
fragment Dates on Period {
  start
  end
}
fragment StandardMetric on StandardMetric {
  metric
  stage
  variant
  unit
  value
  amount {
    ...Money
  }
  numerator
  denominator
  low
  high
}
fragment StandardPeriod on StandardPeriod {
  period {
    ...Dates
  }
  metrics {
    ...StandardMetric
  }
}`, {"fragmentName":"MetricPack"}) as unknown as TypedDocumentString<MetricPackFragment, unknown>;
export const RestatementFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment Restatement on Restatement {
  period {
    ...Dates
  }
  metric
  stage
  variant
  published {
    ...StandardMetric
  }
  now {
    ...StandardMetric
  }
}
    fragment Money on Money {
  amount
  currency
}
fragment Dates on Period {
  start
  end
}
fragment StandardMetric on StandardMetric {
  metric
  stage
  variant
  unit
  value
  amount {
    ...Money
  }
  numerator
  denominator
  low
  high
}`, {"fragmentName":"Restatement"}) as unknown as TypedDocumentString<RestatementFragment, unknown>;
export const KeyFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment Key on GroupKey {
  attribute
  value
}
    `, {"fragmentName":"Key"}) as unknown as TypedDocumentString<KeyFragment, unknown>;
export const StageFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment Stage on StageDefinition {
  key
  name
  position
  standard
  team
  objective
  actions
  criteria
  crmValues {
    field
    value
  }
  notes
  version
  effectiveFrom
}
    `, {"fragmentName":"Stage"}) as unknown as TypedDocumentString<StageFragment, unknown>;
export const StatisticsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment Statistics on ReportStatistics {
  elapsedMs
  paths
  rowsRead
}
    `, {"fragmentName":"Statistics"}) as unknown as TypedDocumentString<StatisticsFragment, unknown>;
export const AnsweredFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment Answered on Report {
  period {
    ...Dates
  }
  asOf
  knownAt
  ladder
  stageDefinitions {
    ...Stage
  }
  stageVersions {
    ...Stage
  }
  statistics {
    ...Statistics
  }
}
    fragment Dates on Period {
  start
  end
}
fragment Statistics on ReportStatistics {
  elapsedMs
  paths
  rowsRead
}
fragment Stage on StageDefinition {
  key
  name
  position
  standard
  team
  objective
  actions
  criteria
  crmValues {
    field
    value
  }
  notes
  version
  effectiveFrom
}`, {"fragmentName":"Answered"}) as unknown as TypedDocumentString<AnsweredFragment, unknown>;
export const SavedReportFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment SavedReport on SavedReport {
  id
  name
  report
  question
  createdAt
  updatedAt
}
    `, {"fragmentName":"SavedReport"}) as unknown as TypedDocumentString<SavedReportFragment, unknown>;
export const SlaClockFiguresFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment SlaClockFigures on SlaClockFigures {
  met
  breached
  overdue
  pending
  complianceRate {
    ...Rate
  }
  meanDuration
  meanRatio
  verdict
}
    fragment Rate on Rate {
  value
  numerator
  denominator
  low
  high
}`, {"fragmentName":"SlaClockFigures"}) as unknown as TypedDocumentString<SlaClockFiguresFragment, unknown>;
export const SlaFiguresFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment SlaFigures on SlaFigures {
  handoffs
  firstResponse {
    ...SlaClockFigures
  }
  decision {
    ...SlaClockFigures
  }
  wasted
  neverWorked
  wastedCost {
    ...Money
  }
  outcomes {
    band
    within
    handoffs
    sqlRate {
      ...Rate
    }
    customerRate {
      ...Rate
    }
  }
  replay {
    firstResponse {
      ...SlaClockFigures
    }
    decision {
      ...SlaClockFigures
    }
    wasted
    neverWorked
  }
}
    fragment Money on Money {
  amount
  currency
}
fragment Rate on Rate {
  value
  numerator
  denominator
  low
  high
}
fragment SlaClockFigures on SlaClockFigures {
  met
  breached
  overdue
  pending
  complianceRate {
    ...Rate
  }
  meanDuration
  meanRatio
  verdict
}`, {"fragmentName":"SlaFigures"}) as unknown as TypedDocumentString<SlaFiguresFragment, unknown>;
export const SlaPointFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment SlaPoint on SlaPoint {
  period {
    ...Dates
  }
  figures {
    ...SlaFigures
  }
}
    fragment Money on Money {
  amount
  currency
}
fragment Rate on Rate {
  value
  numerator
  denominator
  low
  high
}
fragment Dates on Period {
  start
  end
}
fragment SlaClockFigures on SlaClockFigures {
  met
  breached
  overdue
  pending
  complianceRate {
    ...Rate
  }
  meanDuration
  meanRatio
  verdict
}
fragment SlaFigures on SlaFigures {
  handoffs
  firstResponse {
    ...SlaClockFigures
  }
  decision {
    ...SlaClockFigures
  }
  wasted
  neverWorked
  wastedCost {
    ...Money
  }
  outcomes {
    band
    within
    handoffs
    sqlRate {
      ...Rate
    }
    customerRate {
      ...Rate
    }
  }
  replay {
    firstResponse {
      ...SlaClockFigures
    }
    decision {
      ...SlaClockFigures
    }
    wasted
    neverWorked
  }
}`, {"fragmentName":"SlaPoint"}) as unknown as TypedDocumentString<SlaPointFragment, unknown>;
export const VelocityFiguresFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment VelocityFigures on VelocityFigures {
  count
  mean
  median
  p75
  p90
  histogram {
    from
    to
    count
  }
  timeInStage {
    stage {
      ...StageLabel
    }
    count
    ended
    open
    mean
    meanOfEnded
    median
    p75
    p90
    openMedian
    openLongest
    histogram {
      from
      to
      ended
      open
    }
  }
}
    fragment StageLabel on StageDefinition {
  key
  name
}`, {"fragmentName":"VelocityFigures"}) as unknown as TypedDocumentString<VelocityFiguresFragment, unknown>;
export const VelocityPointFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment VelocityPoint on VelocityPoint {
  period {
    ...Dates
  }
  figures {
    ...VelocityFigures
  }
}
    fragment Dates on Period {
  start
  end
}
fragment StageLabel on StageDefinition {
  key
  name
}
fragment VelocityFigures on VelocityFigures {
  count
  mean
  median
  p75
  p90
  histogram {
    from
    to
    count
  }
  timeInStage {
    stage {
      ...StageLabel
    }
    count
    ended
    open
    mean
    meanOfEnded
    median
    p75
    p90
    openMedian
    openLongest
    histogram {
      from
      to
      ended
      open
    }
  }
}`, {"fragmentName":"VelocityPoint"}) as unknown as TypedDocumentString<VelocityPointFragment, unknown>;
export const WorkspaceFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment Workspace on Workspace {
  id
  name
  timeZone
  currency
  fiscalYearStartMonth
  weekStart
  attributes
}
    `, {"fragmentName":"Workspace"}) as unknown as TypedDocumentString<WorkspaceFragment, unknown>;
export const AcceptanceDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Acceptance($input: AcceptanceInput!) {
  acceptance(input: $input) {
    ...Answered
    total {
      ...AcceptanceFigures
    }
    groups {
      keys {
        ...Key
      }
      figures {
        ...AcceptanceFigures
      }
      series {
        ...AcceptancePoint
      }
    }
    series {
      ...AcceptancePoint
    }
    goals {
      ...GoalStanding
    }
  }
}
    fragment AcceptanceFigures on AcceptanceFigures {
  handedOver
  accepted
  rejected
  recycled
  disqualified
  open
  acceptanceRate {
    ...Rate
  }
  acceptanceRateOfDecided {
    ...Rate
  }
  rejections {
    reason
    handoffs
  }
}
fragment AcceptancePoint on AcceptancePoint {
  period {
    ...Dates
  }
  figures {
    ...AcceptanceFigures
  }
}
fragment GoalStanding on GoalStanding {
  key
  version
  name
  stage {
    ...StageLabel
  }
  period {
    ...Dates
  }
  target
  entered
  attainment
  pace
  elapsedShare
}
fragment Rate on Rate {
  value
  numerator
  denominator
  low
  high
}
fragment Dates on Period {
  start
  end
}
fragment Key on GroupKey {
  attribute
  value
}
fragment Statistics on ReportStatistics {
  elapsedMs
  paths
  rowsRead
}
fragment Answered on Report {
  period {
    ...Dates
  }
  asOf
  knownAt
  ladder
  stageDefinitions {
    ...Stage
  }
  stageVersions {
    ...Stage
  }
  statistics {
    ...Statistics
  }
}
fragment StageLabel on StageDefinition {
  key
  name
}
fragment Stage on StageDefinition {
  key
  name
  position
  standard
  team
  objective
  actions
  criteria
  crmValues {
    field
    value
  }
  notes
  version
  effectiveFrom
}`) as unknown as TypedDocumentString<AcceptanceQuery, AcceptanceQueryVariables>;
export const CostDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Cost($input: CostInput!) {
  cost(input: $input) {
    ...Answered
    total {
      ...CostFigures
    }
    groups {
      keys {
        ...Key
      }
      figures {
        ...CostFigures
      }
      series {
        ...CostPoint
      }
    }
    series {
      ...CostPoint
    }
  }
}
    fragment Money on Money {
  amount
  currency
}
fragment CostFigures on CostFigures {
  stages {
    stage {
      ...StageLabel
    }
    entered
    spend {
      ...Money
    }
    costPerEntry {
      ...Money
    }
    interval {
      low {
        ...Money
      }
      high {
        ...Money
      }
    }
    spendWindow {
      ...Dates
    }
    entryWindow {
      ...Dates
    }
    lagDays
    lagLeads
    beforeFirstCost {
      days
      share
    }
    unallocated {
      ...Money
    }
    outsideFilter {
      ...Money
    }
  }
  cac {
    cost {
      ...Money
    }
    spend {
      ...Money
    }
    entered
    spendWindow {
      ...Dates
    }
    lagDays
  }
  roi {
    roi
    won
    valueWon {
      ...Money
    }
    spend {
      ...Money
    }
  }
  pipelineValue {
    leads
    value {
      ...Money
    }
  }
}
fragment CostPoint on CostPoint {
  period {
    ...Dates
  }
  figures {
    ...CostFigures
  }
}
fragment Dates on Period {
  start
  end
}
fragment Key on GroupKey {
  attribute
  value
}
fragment Statistics on ReportStatistics {
  elapsedMs
  paths
  rowsRead
}
fragment Answered on Report {
  period {
    ...Dates
  }
  asOf
  knownAt
  ladder
  stageDefinitions {
    ...Stage
  }
  stageVersions {
    ...Stage
  }
  statistics {
    ...Statistics
  }
}
fragment StageLabel on StageDefinition {
  key
  name
}
fragment Stage on StageDefinition {
  key
  name
  position
  standard
  team
  objective
  actions
  criteria
  crmValues {
    field
    value
  }
  notes
  version
  effectiveFrom
}`) as unknown as TypedDocumentString<CostQuery, CostQueryVariables>;
export const DiagnosisDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Diagnosis($input: DiagnosisInput!) {
  diagnosis(input: $input) {
    baseline {
      ...Dates
    }
    ...Answered
    watchedUntil
    conversionWindow
    attributes
    tested
    quiet
    summary
    findings {
      ...DiagnosisFinding
    }
    improvements {
      ...DiagnosisFinding
    }
    steps {
      metric
      step {
        ...LadderStep
      }
      trouble
      team
      period {
        ...Rate
      }
      baseline {
        ...Rate
      }
      difference {
        ...RateDifference
      }
      splits {
        ...ChangeSplit
      }
    }
    thin {
      metric
      step {
        ...LadderStep
      }
      attribute
      value
      comparison
      benchmark {
        ...BenchmarkLabel
      }
      period {
        ...Rate
      }
      baseline {
        ...Rate
      }
      reason
      needed
      reading
    }
    benchmarksLeftOut {
      benchmark {
        ...BenchmarkLabel
      }
      reason
    }
  }
}
    fragment RateDifference on RateDifference {
  value
  low
  high
}
fragment LadderStep on LadderStep {
  from {
    ...StageLabel
  }
  to {
    ...StageLabel
  }
}
fragment ChangeSplit on ChangeSplit {
  attribute
  change
  mixEffect
  rateEffect
  groups {
    value
    mixEffect
    rateEffect
  }
}
fragment BenchmarkLabel on Benchmark {
  id
  metric
  stage
  value
  source
  publishedOn
}
fragment DiagnosisFinding on DiagnosisFinding {
  metric
  step {
    ...LadderStep
  }
  trouble
  team
  attribute
  value
  comparison
  benchmark {
    ...BenchmarkLabel
  }
  period {
    ...Rate
  }
  baseline {
    ...Rate
  }
  difference {
    ...RateDifference
  }
  z
  p
  adjustedP
  leadsLost
  since {
    at {
      ...Dates
    }
    from {
      ...Dates
    }
    to {
      ...Dates
    }
  }
  splits {
    ...ChangeSplit
  }
  redefined {
    ...StageLabel
    version
    effectiveFrom
  }
  main
  reading
}
fragment Rate on Rate {
  value
  numerator
  denominator
  low
  high
}
fragment Dates on Period {
  start
  end
}
fragment Statistics on ReportStatistics {
  elapsedMs
  paths
  rowsRead
}
fragment Answered on Report {
  period {
    ...Dates
  }
  asOf
  knownAt
  ladder
  stageDefinitions {
    ...Stage
  }
  stageVersions {
    ...Stage
  }
  statistics {
    ...Statistics
  }
}
fragment StageLabel on StageDefinition {
  key
  name
}
fragment Stage on StageDefinition {
  key
  name
  position
  standard
  team
  objective
  actions
  criteria
  crmValues {
    field
    value
  }
  notes
  version
  effectiveFrom
}`) as unknown as TypedDocumentString<DiagnosisQuery, DiagnosisQueryVariables>;
export const FunnelDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Funnel($input: FunnelInput!) {
  funnel(input: $input) {
    ...Answered
    total {
      ...FunnelFigures
    }
    groups {
      keys {
        ...Key
      }
      figures {
        ...FunnelFigures
      }
      series {
        ...FunnelPoint
      }
    }
    series {
      ...FunnelPoint
    }
  }
}
    fragment Rate on Rate {
  value
  numerator
  denominator
  low
  high
}
fragment FunnelFigures on FunnelFigures {
  stages {
    stage {
      ...StageLabel
    }
    reached
    stepRate {
      ...Rate
    }
    overallRate {
      ...Rate
    }
    matureShare {
      ...Rate
    }
    projected {
      value
      low
      high
    }
    entered
    periodRatio {
      value
      numerator
      denominator
    }
    unassigned
  }
}
fragment FunnelPoint on FunnelPoint {
  period {
    ...Dates
  }
  figures {
    ...FunnelFigures
  }
}
fragment Dates on Period {
  start
  end
}
fragment Key on GroupKey {
  attribute
  value
}
fragment Statistics on ReportStatistics {
  elapsedMs
  paths
  rowsRead
}
fragment Answered on Report {
  period {
    ...Dates
  }
  asOf
  knownAt
  ladder
  stageDefinitions {
    ...Stage
  }
  stageVersions {
    ...Stage
  }
  statistics {
    ...Statistics
  }
}
fragment StageLabel on StageDefinition {
  key
  name
}
fragment Stage on StageDefinition {
  key
  name
  position
  standard
  team
  objective
  actions
  criteria
  crmValues {
    field
    value
  }
  notes
  version
  effectiveFrom
}`) as unknown as TypedDocumentString<FunnelQuery, FunnelQueryVariables>;
export const LeadDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Lead($id: ID, $externalId: String) {
  lead(id: $id, externalId: $externalId) {
    ...Lead
    transitions {
      externalId
      kind
      from {
        ...StageLabel
      }
      to {
        ...StageLabel
      }
      occurredAt
      recordedAt
      actor
      reason
    }
    activities {
      externalId
      type
      occurredAt
      actor
    }
  }
}
    fragment Lead on Lead {
  id
  externalId
  createdAt
  name
  email
  source
  leadType
  campaign
  region
  owner
  value
  account {
    externalId
    name
  }
  attributes {
    name
    value
  }
  stage {
    ...StageLabel
  }
  stageSince
}
fragment StageLabel on StageDefinition {
  key
  name
}`) as unknown as TypedDocumentString<LeadQuery, LeadQueryVariables>;
export const LeadsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Leads($first: Int!, $after: String, $withTotal: Boolean!) {
  leads(first: $first, after: $after) {
    totalCount @include(if: $withTotal)
    edges {
      node {
        ...Lead
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment Lead on Lead {
  id
  externalId
  createdAt
  name
  email
  source
  leadType
  campaign
  region
  owner
  value
  account {
    externalId
    name
  }
  attributes {
    name
    value
  }
  stage {
    ...StageLabel
  }
  stageSince
}
fragment StageLabel on StageDefinition {
  key
  name
}`) as unknown as TypedDocumentString<LeadsQuery, LeadsQueryVariables>;
export const MetricDefinitionsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query MetricDefinitions {
  metricDefinitions {
    name
    title
    unit
    description
    formula
    notes
  }
}
    `) as unknown as TypedDocumentString<MetricDefinitionsQuery, MetricDefinitionsQueryVariables>;
export const MetricPacksDocument = /*#__PURE__*/ new TypedDocumentString(`
    query MetricPacks {
  metricPacks {
    ...MetricPackHeading
  }
}
    fragment MetricPackHeading on MetricPack {
  id
  name
  publishedAt
  asOf
  knownAt
  period {
    ...Dates
  }
  sha256
}
fragment Dates on Period {
  start
  end
}`) as unknown as TypedDocumentString<MetricPacksQuery, MetricPacksQueryVariables>;
export const MetricPackDocument = /*#__PURE__*/ new TypedDocumentString(`
    query MetricPack($id: ID!, $again: Boolean!) {
  metricPack(id: $id) {
    ...MetricPack
    reproduction @include(if: $again) {
      reproduces
      sha256
      changed
      differences {
        ...Restatement
      }
    }
    restatements @include(if: $again) {
      ...Restatement
    }
  }
}
    fragment Money on Money {
  amount
  currency
}
fragment MetricPackHeading on MetricPack {
  id
  name
  publishedAt
  asOf
  knownAt
  period {
    ...Dates
  }
  sha256
}
fragment MetricPack on MetricPack {
  ...MetricPackHeading
  canonical
  total {
    ...StandardPeriod
  }
  series {
    ...StandardPeriod
  }
}
fragment Restatement on Restatement {
  period {
    ...Dates
  }
  metric
  stage
  variant
  published {
    ...StandardMetric
  }
  now {
    ...StandardMetric
  }
}
fragment Dates on Period {
  start
  end
}
fragment StandardMetric on StandardMetric {
  metric
  stage
  variant
  unit
  value
  amount {
    ...Money
  }
  numerator
  denominator
  low
  high
}
fragment StandardPeriod on StandardPeriod {
  period {
    ...Dates
  }
  metrics {
    ...StandardMetric
  }
}`) as unknown as TypedDocumentString<MetricPackQuery, MetricPackQueryVariables>;
export const SavedReportsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query SavedReports {
  savedReports {
    ...SavedReport
  }
}
    fragment SavedReport on SavedReport {
  id
  name
  report
  question
  createdAt
  updatedAt
}`) as unknown as TypedDocumentString<SavedReportsQuery, SavedReportsQueryVariables>;
export const SavedReportDocument = /*#__PURE__*/ new TypedDocumentString(`
    query SavedReport($id: ID!) {
  savedReport(id: $id) {
    ...SavedReport
  }
}
    fragment SavedReport on SavedReport {
  id
  name
  report
  question
  createdAt
  updatedAt
}`) as unknown as TypedDocumentString<SavedReportQuery, SavedReportQueryVariables>;
export const SlaDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Sla($input: SlaInput!) {
  sla(input: $input) {
    ...Answered
    total {
      ...SlaFigures
    }
    groups {
      keys {
        ...Key
      }
      figures {
        ...SlaFigures
      }
      series {
        ...SlaPoint
      }
    }
    series {
      ...SlaPoint
    }
  }
}
    fragment Money on Money {
  amount
  currency
}
fragment Rate on Rate {
  value
  numerator
  denominator
  low
  high
}
fragment Dates on Period {
  start
  end
}
fragment Key on GroupKey {
  attribute
  value
}
fragment Statistics on ReportStatistics {
  elapsedMs
  paths
  rowsRead
}
fragment Answered on Report {
  period {
    ...Dates
  }
  asOf
  knownAt
  ladder
  stageDefinitions {
    ...Stage
  }
  stageVersions {
    ...Stage
  }
  statistics {
    ...Statistics
  }
}
fragment SlaClockFigures on SlaClockFigures {
  met
  breached
  overdue
  pending
  complianceRate {
    ...Rate
  }
  meanDuration
  meanRatio
  verdict
}
fragment SlaFigures on SlaFigures {
  handoffs
  firstResponse {
    ...SlaClockFigures
  }
  decision {
    ...SlaClockFigures
  }
  wasted
  neverWorked
  wastedCost {
    ...Money
  }
  outcomes {
    band
    within
    handoffs
    sqlRate {
      ...Rate
    }
    customerRate {
      ...Rate
    }
  }
  replay {
    firstResponse {
      ...SlaClockFigures
    }
    decision {
      ...SlaClockFigures
    }
    wasted
    neverWorked
  }
}
fragment SlaPoint on SlaPoint {
  period {
    ...Dates
  }
  figures {
    ...SlaFigures
  }
}
fragment Stage on StageDefinition {
  key
  name
  position
  standard
  team
  objective
  actions
  criteria
  crmValues {
    field
    value
  }
  notes
  version
  effectiveFrom
}`) as unknown as TypedDocumentString<SlaQuery, SlaQueryVariables>;
export const StagesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Stages($at: DateTime) {
  stages(at: $at) {
    ...Stage
  }
}
    fragment Stage on StageDefinition {
  key
  name
  position
  standard
  team
  objective
  actions
  criteria
  crmValues {
    field
    value
  }
  notes
  version
  effectiveFrom
}`) as unknown as TypedDocumentString<StagesQuery, StagesQueryVariables>;
export const StandardMetricsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query StandardMetrics($input: StandardMetricsInput!) {
  standardMetrics(input: $input) {
    ...Answered
    total {
      ...StandardPeriod
    }
    series {
      ...StandardPeriod
    }
    notes
  }
}
    fragment Money on Money {
  amount
  currency
}
fragment Dates on Period {
  start
  end
}
fragment Statistics on ReportStatistics {
  elapsedMs
  paths
  rowsRead
}
fragment Answered on Report {
  period {
    ...Dates
  }
  asOf
  knownAt
  ladder
  stageDefinitions {
    ...Stage
  }
  stageVersions {
    ...Stage
  }
  statistics {
    ...Statistics
  }
}
fragment Stage on StageDefinition {
  key
  name
  position
  standard
  team
  objective
  actions
  criteria
  crmValues {
    field
    value
  }
  notes
  version
  effectiveFrom
}
fragment StandardMetric on StandardMetric {
  metric
  stage
  variant
  unit
  value
  amount {
    ...Money
  }
  numerator
  denominator
  low
  high
}
fragment StandardPeriod on StandardPeriod {
  period {
    ...Dates
  }
  metrics {
    ...StandardMetric
  }
}`) as unknown as TypedDocumentString<StandardMetricsQuery, StandardMetricsQueryVariables>;
export const VelocityDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Velocity($input: VelocityInput!) {
  velocity(input: $input) {
    ...Answered
    from
    to
    businessCalendar
    total {
      ...VelocityFigures
    }
    groups {
      keys {
        ...Key
      }
      figures {
        ...VelocityFigures
      }
      series {
        ...VelocityPoint
      }
    }
    series {
      ...VelocityPoint
    }
  }
}
    fragment Dates on Period {
  start
  end
}
fragment Key on GroupKey {
  attribute
  value
}
fragment Statistics on ReportStatistics {
  elapsedMs
  paths
  rowsRead
}
fragment Answered on Report {
  period {
    ...Dates
  }
  asOf
  knownAt
  ladder
  stageDefinitions {
    ...Stage
  }
  stageVersions {
    ...Stage
  }
  statistics {
    ...Statistics
  }
}
fragment StageLabel on StageDefinition {
  key
  name
}
fragment Stage on StageDefinition {
  key
  name
  position
  standard
  team
  objective
  actions
  criteria
  crmValues {
    field
    value
  }
  notes
  version
  effectiveFrom
}
fragment VelocityFigures on VelocityFigures {
  count
  mean
  median
  p75
  p90
  histogram {
    from
    to
    count
  }
  timeInStage {
    stage {
      ...StageLabel
    }
    count
    ended
    open
    mean
    meanOfEnded
    median
    p75
    p90
    openMedian
    openLongest
    histogram {
      from
      to
      ended
      open
    }
  }
}
fragment VelocityPoint on VelocityPoint {
  period {
    ...Dates
  }
  figures {
    ...VelocityFigures
  }
}`) as unknown as TypedDocumentString<VelocityQuery, VelocityQueryVariables>;
export const WorkspaceDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Workspace {
  workspace {
    ...Workspace
  }
}
    fragment Workspace on Workspace {
  id
  name
  timeZone
  currency
  fiscalYearStartMonth
  weekStart
  attributes
}`) as unknown as TypedDocumentString<WorkspaceQuery, WorkspaceQueryVariables>;
export const ViewerDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Viewer {
  viewer {
    name
    scopes
    workspace {
      ...Workspace
    }
  }
}
    fragment Workspace on Workspace {
  id
  name
  timeZone
  currency
  fiscalYearStartMonth
  weekStart
  attributes
}`) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;