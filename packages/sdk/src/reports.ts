import {
  AcceptanceDocument,
  type AcceptanceInput,
  CostDocument,
  type CostInput,
  DiagnosisDocument,
  type DiagnosisInput,
  FunnelDocument,
  type FunnelInput,
  MetricDefinitionsDocument,
  MetricPackDocument,
  MetricPacksDocument,
  SlaDocument,
  type SlaInput,
  StandardMetricsDocument,
  type StandardMetricsInput,
  VelocityDocument,
  type VelocityInput,
} from './_generated/operations.js';
import type { ReportOptions, RequestOptions, Send } from './transport.js';
import type {
  AcceptanceReport,
  CostReport,
  DiagnosisReport,
  FunnelReport,
  MetricDefinition,
  MetricPack,
  MetricPackHeading,
  SlaReport,
  StandardMetricsReport,
  VelocityReport,
} from './types.js';

/** The numbers, and what they mean. */
export interface Reports {
  /**
   * How many leads reach each stage, and which share of those before.
   * @throws InvalidInputError such as UNKNOWN_STAGE, INVALID_PERIOD, UNKNOWN_ATTRIBUTE
   */
  funnel(input: FunnelInput, options?: ReportOptions): Promise<FunnelReport>;

  /**
   * Whether sales accepts what marketing hands over, and how goals stand.
   * @throws InvalidInputError as `funnel`
   */
  acceptance(input: AcceptanceInput, options?: ReportOptions): Promise<AcceptanceReport>;

  /**
   * How long leads take from one stage to a later one, in seconds, and how long they stay in stages.
   * @throws InvalidInputError as `funnel`
   */
  velocity(input: VelocityInput, options?: ReportOptions): Promise<VelocityReport>;

  /**
   * Whether sales follows up in the agreed time, what waits too long, and what came of it by time to first response.
   * @throws InvalidInputError as `funnel`
   */
  sla(input: SlaInput, options?: ReportOptions): Promise<SlaReport>;

  /**
   * What one lead at each stage has cost, exact decimals as text.
   * @throws InvalidInputError as `funnel`
   */
  cost(input: CostInput, options?: ReportOptions): Promise<CostReport>;

  /**
   * Which step is in trouble, since when, why, and how sure that is.
   * @throws InvalidInputError as `funnel`, and BENCHMARK_NOT_COMPARABLE
   */
  diagnosis(input: DiagnosisInput, options?: ReportOptions): Promise<DiagnosisReport>;

  /**
   * The investor pack: the same metrics by the same formulas for every workspace.
   * @throws InvalidInputError as `funnel`
   */
  standardMetrics(input: StandardMetricsInput, options?: ReportOptions): Promise<StandardMetricsReport>;

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

  /** Every metric with its formula and meaning. */
  metricDefinitions(options?: RequestOptions): Promise<readonly MetricDefinition[]>;
}

export function reportsOver(send: Send): Reports {
  return {
    funnel: async (input, options) => (await send(FunnelDocument, counting(input, options), options)).funnel,
    acceptance: async (input, options) =>
      (await send(AcceptanceDocument, counting(input, options), options)).acceptance,
    velocity: async (input, options) => (await send(VelocityDocument, counting(input, options), options)).velocity,
    sla: async (input, options) => (await send(SlaDocument, counting(input, options), options)).sla,
    cost: async (input, options) => (await send(CostDocument, counting(input, options), options)).cost,
    diagnosis: async (input, options) => (await send(DiagnosisDocument, counting(input, options), options)).diagnosis,
    standardMetrics: async (input, options) =>
      (await send(StandardMetricsDocument, counting(input, options), options)).standardMetrics,
    metricPacks: async (options) => (await send(MetricPacksDocument, {}, options)).metricPacks,
    metricPack: async ({ id, again = false }, options) =>
      (await send(MetricPackDocument, { id, again }, options)).metricPack,
    metricDefinitions: async (options) => (await send(MetricDefinitionsDocument, {}, options)).metricDefinitions,
  };
}

function counting<Input>(input: Input, { behind = false }: ReportOptions = {}) {
  return { input, behind };
}
