import type {
  AcceptanceFiguresFragment,
  AcceptanceQuery,
  AccountFragment,
  AccountQuery,
  ApiKeyFragment,
  AuditEntryFragment,
  BenchmarkFragment,
  BusinessCalendarsQuery,
  CostEntryFragment,
  CostFiguresFragment,
  CrmValuesQuery,
  DiagnosisQuery,
  FunnelQuery,
  GoalsQuery,
  HandoffFragment,
  LadderJobFragment,
  LeadFragment,
  LeadQuery,
  MetricDefinitionsQuery,
  MetricPackQuery,
  MetricPacksQuery,
  RuleAnswerFragment,
  RuleQuery,
  RuleVersionFragment,
  SavedListQuery,
  SavedReportFragment,
  SlaPolicyFragment,
  SlaQuery,
  StageFragment,
  StageVersionsQuery,
  StandardMetricsQuery,
  StatisticsFragment,
  VelocityFiguresFragment,
  ViewerQuery,
  WebhooksQuery,
  WorkspaceFragment,
} from './_generated/operations.js';

/** A half-open range of local dates, `[start, end)`, each as `2026-03-27`. */
export interface Period {
  readonly start: string;
  readonly end: string;
}

/** One bucket of a series. */
export interface Point<Figures> {
  /** Its dates, clipped to the period of the report. */
  readonly period: Period;
  readonly figures: Figures;
}

/** One group of a breakdown. */
export interface Group<Figures> {
  /** One per attribute of `by`, in that order. A null value: the leads without one. */
  readonly keys: readonly { readonly attribute: string; readonly value: string | null }[];
  readonly figures: Figures;
  /** One point per bucket, empty ones included; none without a grain. */
  readonly series: readonly Point<Figures>[];
}

/** What every report answers. Instants are text, UTC with milliseconds: `2026-03-27T15:30:00.000Z`. */
export interface Answered {
  readonly period: Period;
  /** Only events that occurred by then count. */
  readonly asOf: string;
  /** Only what had been recorded by then counts. Asked with both again, the numbers are the same for ever. */
  readonly knownAt: string;
  /** AS_THEN: each event counts under the ladder of its day. TODAY: under that in force at asOf. */
  readonly ladder: 'AS_THEN' | 'TODAY';
  /** The ladder in force at asOf, whose stages are shown. */
  readonly stageDefinitions: readonly StageDefinition[];
  /** Every version of a stage in force from the first instant of the period to asOf: under these it was measured. */
  readonly stageVersions: readonly StageDefinition[];
  readonly statistics: ReportStatistics;
}

/** A report of figures: over all, by group, over time. */
export interface Report<Figures> extends Answered {
  /** All leads that pass the filter. */
  readonly total: Figures;
  /** The breakdown, largest first; none without `by`. */
  readonly groups: readonly Group<Figures>[];
  /** One point per bucket, empty ones included; none without a grain. */
  readonly series: readonly Point<Figures>[];
}

/**
 * From the base stage up. Counts are leads; a rate is a share of 1 with its 95 % interval, null over nobody. What is behind a
 * rate's numerator, `stepBehind` and so on, is told of the total and of groups, not of series.
 */
export type FunnelFigures = FunnelQuery['funnel']['total'];
/** Leads counted and seconds on the clock asked for, null where there were none; stays where they were asked for. */
export type VelocityFigures = VelocityFiguresFragment;
/** Per stage; amounts are exact decimals as text, with the decimals of the currency. */
export type CostFigures = CostFiguresFragment;

/** Handoffs by outcome; rates are shares of 1 with their 95 % interval. */
export type AcceptanceFigures = AcceptanceFiguresFragment;
/**
 * Handoffs with a target, by clock; durations in seconds, `wastedCost` an exact decimal as text. What is behind the counts of a
 * clock, `metBehind` and so on, and `wastedBehind` are told of the total and of groups, what is behind outcomes of the total alone.
 */
export type SlaFigures = SlaQuery['sla']['total'];

export type FunnelReport = Report<FunnelFigures>;
export interface VelocityReport extends Report<VelocityFigures> {
  /** Keys of the stages between which time was measured. */
  readonly from: string;
  readonly to: string;
  /** Key of the calendar whose working time was counted; null on the CALENDAR clock. */
  readonly businessCalendar: string | null;
}
export type CostReport = Report<CostFigures>;
export type SlaReport = Report<SlaFigures>;
export interface AcceptanceReport extends Report<AcceptanceFigures> {
  /** Those whose period overlaps the report's. */
  readonly goals: AcceptanceQuery['acceptance']['goals'];
}
/** What stands out, in plain words and in numbers. */
export type DiagnosisReport = DiagnosisQuery['diagnosis'];
/** The investor pack over the period and each bucket; exact amounts as text. */
export type StandardMetricsReport = StandardMetricsQuery['standardMetrics'];
/** Standard metrics as they were published, without the numbers. */
export type MetricPackHeading = MetricPacksQuery['metricPacks'][number];
/** `reproduction` and `restatements` are there where they were asked for. */
export type MetricPack = NonNullable<MetricPackQuery['metricPack']>;
/** `question` is the input of the report that it names. */
export type SavedReport = SavedReportFragment;

export type StageDefinition = StageFragment;
export type ReportStatistics = StatisticsFragment;
export type MetricDefinition = MetricDefinitionsQuery['metricDefinitions'][number];
export type Workspace = WorkspaceFragment;
export type Viewer = NonNullable<ViewerQuery['viewer']>;

/** A lead as it stands now. */
export type Lead = LeadFragment;
/** With its log and what sales did about it, each oldest first. */
export type LeadWithHistory = NonNullable<LeadQuery['lead']>;
export type Transition = LeadWithHistory['transitions'][number];
export type Activity = LeadWithHistory['activities'][number];

export type Handoff = HandoffFragment;

/** A company and how far its leads have come. */
export type Account = AccountFragment;
export type AccountWithLeads = NonNullable<AccountQuery['account']>;
/** What was spent, exact decimals as text. */
export type CostEntry = CostEntryFragment;
/** A saved list and how many leads meet it now. */
export type SavedList = NonNullable<SavedListQuery['savedList']>;
/** `leadsNeeded` is there where it was asked for. */
export type Goal = GoalsQuery['goals'][number];
export type SlaPolicy = SlaPolicyFragment;
/** `holidays` are there where they were asked for. */
export type BusinessCalendar = BusinessCalendarsQuery['businessCalendars'][number];
export type Rule = RuleVersionFragment;
export type RuleWithVersions = NonNullable<RuleQuery['rule']>;
export type RuleAnswer = RuleAnswerFragment;
export type Benchmark = BenchmarkFragment;
export type CrmValue = CrmValuesQuery['crmValues'][number];
export type StageVersion = StageVersionsQuery['stageVersions'][number];
export type LadderJob = LadderJobFragment;
/** `deliveries` are there where they were asked for. */
export type Webhook = WebhooksQuery['webhooks'][number];
/** Without the key itself, which is shown once, when it is made. */
export type ApiKey = ApiKeyFragment;
export type AuditEntry = AuditEntryFragment;
