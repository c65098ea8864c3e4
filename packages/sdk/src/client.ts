import {
  AcceptanceDocument,
  type AcceptanceInput,
  CostDocument,
  type CostInput,
  DiagnosisDocument,
  type DiagnosisInput,
  FunnelDocument,
  type FunnelInput,
  LeadDocument,
  MetricDefinitionsDocument,
  MetricPackDocument,
  MetricPacksDocument,
  SavedReportDocument,
  SavedReportsDocument,
  SlaDocument,
  type SlaInput,
  StagesDocument,
  StandardMetricsDocument,
  type StandardMetricsInput,
  VelocityDocument,
  type VelocityInput,
  ViewerDocument,
  WorkspaceDocument,
} from './_generated/operations.js';
import { allLeads, checkedSize, leadsPage, MOST_PER_PAGE, type PageRequest } from './lead-pages.js';
import { type ClientOptions, connectionOf } from './options.js';
import { type RequestOptions, sendOver, type TypedDocument, type Variables } from './transport.js';
import type {
  AcceptanceReport,
  CostReport,
  DiagnosisReport,
  FunnelReport,
  Lead,
  LeadsPage,
  LeadWithHistory,
  MetricDefinition,
  MetricPack,
  MetricPackHeading,
  SavedReport,
  SlaReport,
  StageDefinition,
  StandardMetricsReport,
  VelocityReport,
  Viewer,
  Workspace,
} from './types.js';

/** By our id or by the caller's own. */
export type LeadReference =
  | { readonly id: string; readonly externalId?: undefined }
  | { readonly externalId: string; readonly id?: undefined };

/** Variables may be left out where none is required. */
export type Rest<Needed> =
  Record<string, never> extends Needed
    ? [variables?: Needed, options?: RequestOptions]
    : [variables: Needed, options?: RequestOptions];

/** Questions to one workspace. Every method throws LeadstageErrors, and the signal's reason when it is aborted. */
export interface LeadstageClient {
  /** Whose key this is and what it may do. */
  viewer(options?: RequestOptions): Promise<Viewer | null>;

  /** The settings that the numbers follow: time zone, currency, fiscal year, attributes. */
  workspace(options?: RequestOptions): Promise<Workspace>;

  /** The ladder in force at an instant (default now), lowest stage first. */
  stages(input?: { readonly at?: string | undefined }, options?: RequestOptions): Promise<readonly StageDefinition[]>;

  /** A lead with its history; null when there is none. */
  lead(reference: LeadReference, options?: RequestOptions): Promise<LeadWithHistory | null>;

  /**
   * All leads, in the order in which they were first recorded, to go through with `for await`.
   * @param input pageSize: how many to fetch at a time, 1-100, default 100
   */
  leads(input?: { readonly pageSize?: number | undefined }, options?: RequestOptions): AsyncIterable<Lead>;

  /** Some of them, with the number of all and where to go on. */
  leadsPage(input: PageRequest, options?: RequestOptions): Promise<LeadsPage>;

  /**
   * How many leads reach each stage, and which share of those before.
   * @throws InvalidInputError such as UNKNOWN_STAGE, INVALID_PERIOD, UNKNOWN_ATTRIBUTE
   */
  funnel(input: FunnelInput, options?: RequestOptions): Promise<FunnelReport>;

  /**
   * Whether sales accepts what marketing hands over, and how goals stand.
   * @throws InvalidInputError as `funnel`
   */
  acceptance(input: AcceptanceInput, options?: RequestOptions): Promise<AcceptanceReport>;

  /**
   * How long leads take from one stage to a later one, in seconds, and how long they stay in stages.
   * @throws InvalidInputError as `funnel`
   */
  velocity(input: VelocityInput, options?: RequestOptions): Promise<VelocityReport>;

  /**
   * Whether sales follows up in the agreed time, what waits too long, and what came of it by time to first response.
   * @throws InvalidInputError as `funnel`
   */
  sla(input: SlaInput, options?: RequestOptions): Promise<SlaReport>;

  /**
   * What one lead at each stage has cost, exact decimals as text.
   * @throws InvalidInputError as `funnel`
   */
  cost(input: CostInput, options?: RequestOptions): Promise<CostReport>;

  /**
   * Which step is in trouble, since when, why, and how sure that is.
   * @throws InvalidInputError as `funnel`, and BENCHMARK_NOT_COMPARABLE
   */
  diagnosis(input: DiagnosisInput, options?: RequestOptions): Promise<DiagnosisReport>;

  /**
   * The investor pack: the same metrics by the same formulas for every workspace.
   * @throws InvalidInputError as `funnel`
   */
  standardMetrics(input: StandardMetricsInput, options?: RequestOptions): Promise<StandardMetricsReport>;

  /** Every published pack, without its numbers. */
  metricPacks(options?: RequestOptions): Promise<readonly MetricPackHeading[]>;

  /**
   * A published pack as it was published; null when there is none.
   * @param input again: also compute it again, as known then (it must give the same hash) and as known now
   */
  metricPack(
    input: { readonly id: string; readonly again?: boolean | undefined },
    options?: RequestOptions,
  ): Promise<MetricPack | null>;

  /** Questions that were kept; `question` goes into the report that it names. */
  savedReports(options?: RequestOptions): Promise<readonly SavedReport[]>;

  /** One of them; null when there is none. */
  savedReport(input: { readonly id: string }, options?: RequestOptions): Promise<SavedReport | null>;

  /** Every metric with its formula and meaning. */
  metricDefinitions(options?: RequestOptions): Promise<readonly MetricDefinition[]>;

  /** A query of your own. A failed attempt may be repeated, so the document must only read. */
  raw<Result, Needed extends object>(
    document: TypedDocument<Result, Needed> & object,
    ...rest: Rest<Needed>
  ): Promise<Result>;
  raw<Result = Record<string, unknown>>(
    document: string,
    variables?: Variables,
    options?: RequestOptions,
  ): Promise<Result>;
}

/**
 * A client of one API with one key; makes no request yet.
 * @throws InvalidInputError INVALID_OPTION
 */
export function createClient(options: ClientOptions): LeadstageClient {
  const send = sendOver(connectionOf(options));
  return {
    viewer: async (options) => (await send(ViewerDocument, {}, options)).viewer,
    workspace: async (options) => (await send(WorkspaceDocument, {}, options)).workspace,
    stages: async ({ at } = {}, options) => (await send(StagesDocument, { at }, options)).stages,
    lead: async ({ id, externalId }, options) => (await send(LeadDocument, { id, externalId }, options)).lead,
    leads({ pageSize = MOST_PER_PAGE } = {}, options) {
      return allLeads(send, checkedSize('pageSize', pageSize), options);
    },
    leadsPage: (input, options) => leadsPage(send, input, options),
    funnel: async (input, options) => (await send(FunnelDocument, { input }, options)).funnel,
    velocity: async (input, options) => (await send(VelocityDocument, { input }, options)).velocity,
    cost: async (input, options) => (await send(CostDocument, { input }, options)).cost,
    acceptance: async (input, options) => (await send(AcceptanceDocument, { input }, options)).acceptance,
    sla: async (input, options) => (await send(SlaDocument, { input }, options)).sla,
    diagnosis: async (input, options) => (await send(DiagnosisDocument, { input }, options)).diagnosis,
    standardMetrics: async (input, options) =>
      (await send(StandardMetricsDocument, { input }, options)).standardMetrics,
    metricPacks: async (options) => (await send(MetricPacksDocument, {}, options)).metricPacks,
    metricPack: async ({ id, again = false }, options) =>
      (await send(MetricPackDocument, { id, again }, options)).metricPack,
    savedReports: async (options) => (await send(SavedReportsDocument, {}, options)).savedReports,
    savedReport: async ({ id }, options) => (await send(SavedReportDocument, { id }, options)).savedReport,
    metricDefinitions: async (options) => (await send(MetricDefinitionsDocument, {}, options)).metricDefinitions,
    raw: <Result>(document: object | string, variables: object = {}, options?: RequestOptions) =>
      send(document as TypedDocument<Result, object>, variables, options),
  };
}
