import {
  BenchmarksDocument,
  BusinessCalendarsDocument,
  CrmValuesDocument,
  type DeliveryStatus,
  GoalsDocument,
  LadderJobDocument,
  type PeriodInput,
  RuleDocument,
  RulesDocument,
  SlaPoliciesDocument,
  StagesDocument,
  StageVersionsDocument,
  ViewerDocument,
  WebhooksDocument,
  WorkspaceDocument,
} from './_generated/operations.js';
import type { RequestOptions, Send } from './transport.js';
import type {
  Benchmark,
  BusinessCalendar,
  CrmValue,
  Goal,
  LadderJob,
  Rule,
  RuleWithVersions,
  SlaPolicy,
  StageDefinition,
  StageVersion,
  Viewer,
  Webhook,
  Workspace,
} from './types.js';

/** As it stands at an instant; default now. */
interface At {
  readonly at?: string | undefined;
}

export interface GoalsRequest {
  /** Only what had occurred by then counts; default now. */
  readonly asOf?: string | undefined;
  /** Also those that were given up. Default false. */
  readonly retired?: boolean | undefined;
  /** Also how many leads each still needs. `ratesOver`: whose rates; `conversionWindow`: within which time, such as P90D. */
  readonly needed?:
    | { readonly ratesOver?: PeriodInput | undefined; readonly conversionWindow?: string | undefined }
    | undefined;
}

export interface WebhooksRequest {
  /** Also its newest deliveries, so many, 1–100. */
  readonly deliveries?: number | undefined;
  /** Only deliveries that are so far. */
  readonly status?: DeliveryStatus | undefined;
}

/** What the numbers follow, and who asks. */
export interface Settings {
  /** Whose key this is and what it may do. */
  viewer(options?: RequestOptions): Promise<Viewer | null>;

  /** The settings that the numbers follow: time zone, currency, fiscal year, attributes. */
  workspace(options?: RequestOptions): Promise<Workspace>;

  /** The ladder in force at an instant (default now), lowest stage first. */
  stages(input?: At, options?: RequestOptions): Promise<readonly StageDefinition[]>;

  /** Every version of a stage, in the order in which they come into force; none where there never was such a stage. */
  stageVersions(input: { readonly stage: string }, options?: RequestOptions): Promise<readonly StageVersion[]>;

  /** How far it is with a change that every lead is read anew for; null when none is under way. */
  ladderJob(options?: RequestOptions): Promise<LadderJob | null>;

  /** Values of CRM fields and what they mean, unmapped ones too; those with most that wait first, at most 1,000. */
  crmValues(input?: { readonly field?: string | undefined }, options?: RequestOptions): Promise<readonly CrmValue[]>;

  /** Goals by period, and how far each has got. */
  goals(input?: GoalsRequest, options?: RequestOptions): Promise<readonly Goal[]>;

  /** The SLA policies in force at an instant, in the order in which they are tried. */
  slaPolicies(input?: At, options?: RequestOptions): Promise<readonly SlaPolicy[]>;

  /**
   * The calendars of working hours in force at an instant, by key.
   * @param input year: also the public holidays of that year, 1970–2100
   */
  businessCalendars(
    input?: At & { readonly year?: number | undefined },
    options?: RequestOptions,
  ): Promise<readonly BusinessCalendar[]>;

  /** The qualification rules by key, each in its latest version. */
  rules(options?: RequestOptions): Promise<readonly Rule[]>;

  /** One of them, with all its versions; null when there is none. */
  rule(input: { readonly key: string }, options?: RequestOptions): Promise<RuleWithVersions | null>;

  /**
   * Figures of others to compare with, by metric, latest first.
   * @param input voided: also those that are compared with no longer
   */
  benchmarks(
    input?: { readonly voided?: boolean | undefined },
    options?: RequestOptions,
  ): Promise<readonly Benchmark[]>;

  /** Webhooks, oldest first; at most 50. */
  webhooks(input?: WebhooksRequest, options?: RequestOptions): Promise<readonly Webhook[]>;
}

export function settingsOver(send: Send): Settings {
  return {
    viewer: async (options) => (await send(ViewerDocument, {}, options)).viewer,
    workspace: async (options) => (await send(WorkspaceDocument, {}, options)).workspace,
    stages: async ({ at } = {}, options) => (await send(StagesDocument, { at }, options)).stages,
    stageVersions: async ({ stage }, options) => (await send(StageVersionsDocument, { stage }, options)).stageVersions,
    ladderJob: async (options) => (await send(LadderJobDocument, {}, options)).ladderJob,
    crmValues: async ({ field } = {}, options) => (await send(CrmValuesDocument, { field }, options)).crmValues,
    goals: async ({ asOf, retired, needed } = {}, options) =>
      (await send(GoalsDocument, { asOf, retired, withNeeded: needed !== undefined, ...needed }, options)).goals,
    slaPolicies: async ({ at } = {}, options) => (await send(SlaPoliciesDocument, { at }, options)).slaPolicies,
    businessCalendars: async ({ at, year } = {}, options) => {
      // The year is required where holidays are not asked for, too.
      const variables = { at, year: year ?? 1970, withHolidays: year !== undefined };
      return (await send(BusinessCalendarsDocument, variables, options)).businessCalendars;
    },
    rules: async (options) => (await send(RulesDocument, {}, options)).rules,
    rule: async ({ key }, options) => (await send(RuleDocument, { key }, options)).rule,
    benchmarks: async ({ voided } = {}, options) => (await send(BenchmarksDocument, { voided }, options)).benchmarks,
    webhooks: async ({ deliveries, status } = {}, options) => {
      const variables = { deliveries: deliveries ?? 1, status, withDeliveries: deliveries !== undefined };
      return (await send(WebhooksDocument, variables, options)).webhooks;
    },
  };
}
