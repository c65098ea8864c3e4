// Generated from src/operations/*.graphql by `npm run generate -w @leadstage/sdk`. Do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
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

/** A question about cost. */
export type CostInput = {
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
  /** SHIFTED: days to look back, 0–3650; default derived from the observed times. */
  readonly lagDays?: number | null | undefined;
  /** Default SIMPLE. */
  readonly method?: CostMethod | null | undefined;
  /** Which dates. */
  readonly period: PeriodInput;
  /** SHIFTED: round the derived lag to a multiple of so many days, 1–366; default 1. */
  readonly roundLagToDays?: number | null | undefined;
  /** Default every stage from LEAD up. */
  readonly stages?: ReadonlyArray<string> | null | undefined;
};

/** Which spend is set against the entries of a period. */
export type CostMethod =
  /** The spend of the period moved back by the lag of the stage. */
  | 'SHIFTED'
  /** The spend of the same period. */
  | 'SIMPLE';

/** Whose cost it is. */
export type CostScope =
  | 'MARKETING'
  | 'SALES';

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
};

/** What a funnel counts. */
export type FunnelMode =
  /** Follows the leads that entered the base stage in the period. */
  | 'COHORT'
  /** Counts entries into each stage in the period. */
  | 'THROUGHPUT';

/** Length of a period. Weeks, quarters, halves and years follow the workspace’s calendar. */
export type Grain =
  | 'DAY'
  | 'HALF_YEAR'
  | 'MONTH'
  | 'QUARTER'
  | 'WEEK'
  | 'YEAR';

/** Under which ladder the past is read. */
export type LadderMode =
  /** Each event counts under the ladder of its day: as defined then. */
  | 'AS_THEN'
  /** All events count as if the ladder in force at asOf had always been: restated under today’s. */
  | 'TODAY';

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
  | 'DAYS'
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

/** What a transition was. */
export type TransitionKind =
  | 'ACCEPTED'
  | 'ADVANCED'
  | 'DISQUALIFIED'
  | 'ENTERED'
  | 'RECYCLED'
  | 'REJECTED'
  | 'REOPENED';

/** A question about time from stage to stage. */
export type VelocityInput = {
  /** Only events that occurred by then count; default now. */
  readonly asOf?: string | null | undefined;
  /** Default TO. */
  readonly basis?: DurationBasis | null | undefined;
  /** Break down by up to three attributes, such as `source`. See `workspace { attributes }`. */
  readonly by?: ReadonlyArray<string> | null | undefined;
  /** Which leads. */
  readonly filter?: LeadFilterInput | null | undefined;
  /** The stage where the clock starts. */
  readonly from: string;
  /** Also answer a series of such buckets. */
  readonly grain?: Grain | null | undefined;
  /** Only what had been recorded by then counts; default all. */
  readonly knownAt?: string | null | undefined;
  /** Default AS_THEN. */
  readonly ladder?: LadderMode | null | undefined;
  /** Which dates. */
  readonly period: PeriodInput;
  /** The later stage where it stops. */
  readonly to: string;
};

export type MoneyFragment = { readonly amount: string, readonly currency: string };

export type CostFiguresFragment = { readonly stages: ReadonlyArray<{ readonly entered: number, readonly lagDays: number | null, readonly stage: { readonly key: string, readonly name: string }, readonly spend: { readonly amount: string, readonly currency: string } | null, readonly costPerEntry: { readonly amount: string, readonly currency: string } | null, readonly spendWindow: { readonly start: string, readonly end: string } | null, readonly unallocated: { readonly amount: string, readonly currency: string } | null, readonly outsideFilter: { readonly amount: string, readonly currency: string } | null }> };

export type CostPointFragment = { readonly period: { readonly start: string, readonly end: string }, readonly figures: { readonly stages: ReadonlyArray<{ readonly entered: number, readonly lagDays: number | null, readonly stage: { readonly key: string, readonly name: string }, readonly spend: { readonly amount: string, readonly currency: string } | null, readonly costPerEntry: { readonly amount: string, readonly currency: string } | null, readonly spendWindow: { readonly start: string, readonly end: string } | null, readonly unallocated: { readonly amount: string, readonly currency: string } | null, readonly outsideFilter: { readonly amount: string, readonly currency: string } | null }> } };

export type CostQueryVariables = Exact<{
  input: CostInput;
}>;


export type CostQuery = { readonly cost: { readonly asOf: string, readonly knownAt: string, readonly period: { readonly start: string, readonly end: string }, readonly stageDefinitions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }>, readonly total: { readonly stages: ReadonlyArray<{ readonly entered: number, readonly lagDays: number | null, readonly stage: { readonly key: string, readonly name: string }, readonly spend: { readonly amount: string, readonly currency: string } | null, readonly costPerEntry: { readonly amount: string, readonly currency: string } | null, readonly spendWindow: { readonly start: string, readonly end: string } | null, readonly unallocated: { readonly amount: string, readonly currency: string } | null, readonly outsideFilter: { readonly amount: string, readonly currency: string } | null }> }, readonly groups: ReadonlyArray<{ readonly keys: ReadonlyArray<{ readonly attribute: string, readonly value: string | null }>, readonly figures: { readonly stages: ReadonlyArray<{ readonly entered: number, readonly lagDays: number | null, readonly stage: { readonly key: string, readonly name: string }, readonly spend: { readonly amount: string, readonly currency: string } | null, readonly costPerEntry: { readonly amount: string, readonly currency: string } | null, readonly spendWindow: { readonly start: string, readonly end: string } | null, readonly unallocated: { readonly amount: string, readonly currency: string } | null, readonly outsideFilter: { readonly amount: string, readonly currency: string } | null }> }, readonly series: ReadonlyArray<{ readonly period: { readonly start: string, readonly end: string }, readonly figures: { readonly stages: ReadonlyArray<{ readonly entered: number, readonly lagDays: number | null, readonly stage: { readonly key: string, readonly name: string }, readonly spend: { readonly amount: string, readonly currency: string } | null, readonly costPerEntry: { readonly amount: string, readonly currency: string } | null, readonly spendWindow: { readonly start: string, readonly end: string } | null, readonly unallocated: { readonly amount: string, readonly currency: string } | null, readonly outsideFilter: { readonly amount: string, readonly currency: string } | null }> } }> }>, readonly series: ReadonlyArray<{ readonly period: { readonly start: string, readonly end: string }, readonly figures: { readonly stages: ReadonlyArray<{ readonly entered: number, readonly lagDays: number | null, readonly stage: { readonly key: string, readonly name: string }, readonly spend: { readonly amount: string, readonly currency: string } | null, readonly costPerEntry: { readonly amount: string, readonly currency: string } | null, readonly spendWindow: { readonly start: string, readonly end: string } | null, readonly unallocated: { readonly amount: string, readonly currency: string } | null, readonly outsideFilter: { readonly amount: string, readonly currency: string } | null }> } }>, readonly statistics: { readonly elapsedMs: number, readonly paths: ReadonlyArray<ReportPath>, readonly rowsRead: number } } };

export type RateFragment = { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null };

export type FunnelFiguresFragment = { readonly stages: ReadonlyArray<{ readonly reached: number | null, readonly entered: number | null, readonly stage: { readonly key: string, readonly name: string }, readonly stepRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null, readonly overallRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null, readonly periodRatio: { readonly value: number | null, readonly numerator: number, readonly denominator: number } | null }> };

export type FunnelPointFragment = { readonly period: { readonly start: string, readonly end: string }, readonly figures: { readonly stages: ReadonlyArray<{ readonly reached: number | null, readonly entered: number | null, readonly stage: { readonly key: string, readonly name: string }, readonly stepRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null, readonly overallRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null, readonly periodRatio: { readonly value: number | null, readonly numerator: number, readonly denominator: number } | null }> } };

export type FunnelQueryVariables = Exact<{
  input: FunnelInput;
}>;


export type FunnelQuery = { readonly funnel: { readonly asOf: string, readonly knownAt: string, readonly period: { readonly start: string, readonly end: string }, readonly stageDefinitions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }>, readonly total: { readonly stages: ReadonlyArray<{ readonly reached: number | null, readonly entered: number | null, readonly stage: { readonly key: string, readonly name: string }, readonly stepRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null, readonly overallRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null, readonly periodRatio: { readonly value: number | null, readonly numerator: number, readonly denominator: number } | null }> }, readonly groups: ReadonlyArray<{ readonly keys: ReadonlyArray<{ readonly attribute: string, readonly value: string | null }>, readonly figures: { readonly stages: ReadonlyArray<{ readonly reached: number | null, readonly entered: number | null, readonly stage: { readonly key: string, readonly name: string }, readonly stepRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null, readonly overallRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null, readonly periodRatio: { readonly value: number | null, readonly numerator: number, readonly denominator: number } | null }> }, readonly series: ReadonlyArray<{ readonly period: { readonly start: string, readonly end: string }, readonly figures: { readonly stages: ReadonlyArray<{ readonly reached: number | null, readonly entered: number | null, readonly stage: { readonly key: string, readonly name: string }, readonly stepRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null, readonly overallRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null, readonly periodRatio: { readonly value: number | null, readonly numerator: number, readonly denominator: number } | null }> } }> }>, readonly series: ReadonlyArray<{ readonly period: { readonly start: string, readonly end: string }, readonly figures: { readonly stages: ReadonlyArray<{ readonly reached: number | null, readonly entered: number | null, readonly stage: { readonly key: string, readonly name: string }, readonly stepRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null, readonly overallRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null, readonly periodRatio: { readonly value: number | null, readonly numerator: number, readonly denominator: number } | null }> } }>, readonly statistics: { readonly elapsedMs: number, readonly paths: ReadonlyArray<ReportPath>, readonly rowsRead: number } } };

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

export type DatesFragment = { readonly start: string, readonly end: string };

export type KeyFragment = { readonly attribute: string, readonly value: string | null };

export type StatisticsFragment = { readonly elapsedMs: number, readonly paths: ReadonlyArray<ReportPath>, readonly rowsRead: number };

export type StageLabelFragment = { readonly key: string, readonly name: string };

export type StageFragment = { readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> };

export type StagesQueryVariables = Exact<{
  at?: string | null | undefined;
}>;


export type StagesQuery = { readonly stages: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }> };

export type VelocityFiguresFragment = { readonly count: number, readonly mean: number | null, readonly median: number | null, readonly p75: number | null, readonly p90: number | null, readonly histogram: ReadonlyArray<{ readonly from: number, readonly to: number | null, readonly count: number }> };

export type VelocityPointFragment = { readonly period: { readonly start: string, readonly end: string }, readonly figures: { readonly count: number, readonly mean: number | null, readonly median: number | null, readonly p75: number | null, readonly p90: number | null, readonly histogram: ReadonlyArray<{ readonly from: number, readonly to: number | null, readonly count: number }> } };

export type VelocityQueryVariables = Exact<{
  input: VelocityInput;
}>;


export type VelocityQuery = { readonly velocity: { readonly asOf: string, readonly knownAt: string, readonly period: { readonly start: string, readonly end: string }, readonly stageDefinitions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }>, readonly total: { readonly count: number, readonly mean: number | null, readonly median: number | null, readonly p75: number | null, readonly p90: number | null, readonly histogram: ReadonlyArray<{ readonly from: number, readonly to: number | null, readonly count: number }> }, readonly groups: ReadonlyArray<{ readonly keys: ReadonlyArray<{ readonly attribute: string, readonly value: string | null }>, readonly figures: { readonly count: number, readonly mean: number | null, readonly median: number | null, readonly p75: number | null, readonly p90: number | null, readonly histogram: ReadonlyArray<{ readonly from: number, readonly to: number | null, readonly count: number }> }, readonly series: ReadonlyArray<{ readonly period: { readonly start: string, readonly end: string }, readonly figures: { readonly count: number, readonly mean: number | null, readonly median: number | null, readonly p75: number | null, readonly p90: number | null, readonly histogram: ReadonlyArray<{ readonly from: number, readonly to: number | null, readonly count: number }> } }> }>, readonly series: ReadonlyArray<{ readonly period: { readonly start: string, readonly end: string }, readonly figures: { readonly count: number, readonly mean: number | null, readonly median: number | null, readonly p75: number | null, readonly p90: number | null, readonly histogram: ReadonlyArray<{ readonly from: number, readonly to: number | null, readonly count: number }> } }>, readonly statistics: { readonly elapsedMs: number, readonly paths: ReadonlyArray<ReportPath>, readonly rowsRead: number } } };

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
export const StageLabelFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment StageLabel on StageDefinition {
  key
  name
}
    `, {"fragmentName":"StageLabel"}) as unknown as TypedDocumentString<StageLabelFragment, unknown>;
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
    spendWindow {
      ...Dates
    }
    lagDays
    unallocated {
      ...Money
    }
    outsideFilter {
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
    spendWindow {
      ...Dates
    }
    lagDays
    unallocated {
      ...Money
    }
    outsideFilter {
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
export const RateFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment Rate on Rate {
  value
  numerator
  denominator
  low
  high
}
    `, {"fragmentName":"Rate"}) as unknown as TypedDocumentString<RateFragment, unknown>;
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
    entered
    periodRatio {
      value
      numerator
      denominator
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
    entered
    periodRatio {
      value
      numerator
      denominator
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
export const KeyFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment Key on GroupKey {
  attribute
  value
}
    `, {"fragmentName":"Key"}) as unknown as TypedDocumentString<KeyFragment, unknown>;
export const StatisticsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment Statistics on ReportStatistics {
  elapsedMs
  paths
  rowsRead
}
    `, {"fragmentName":"Statistics"}) as unknown as TypedDocumentString<StatisticsFragment, unknown>;
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
}
    `, {"fragmentName":"VelocityFigures"}) as unknown as TypedDocumentString<VelocityFiguresFragment, unknown>;
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
export const CostDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Cost($input: CostInput!) {
  cost(input: $input) {
    period {
      ...Dates
    }
    asOf
    knownAt
    stageDefinitions {
      ...Stage
    }
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
    statistics {
      ...Statistics
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
    spendWindow {
      ...Dates
    }
    lagDays
    unallocated {
      ...Money
    }
    outsideFilter {
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
export const FunnelDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Funnel($input: FunnelInput!) {
  funnel(input: $input) {
    period {
      ...Dates
    }
    asOf
    knownAt
    stageDefinitions {
      ...Stage
    }
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
    statistics {
      ...Statistics
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
    entered
    periodRatio {
      value
      numerator
      denominator
    }
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
export const VelocityDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Velocity($input: VelocityInput!) {
  velocity(input: $input) {
    period {
      ...Dates
    }
    asOf
    knownAt
    stageDefinitions {
      ...Stage
    }
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
    statistics {
      ...Statistics
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