import {
  type CostFigures,
  type CostStage,
  type FunnelFigures,
  type ReportBody,
  rateOf,
  STANDARD_LADDER,
  type StageDefinition,
  type VelocityFigures,
} from '@leadstage/core';
import pc from 'picocolors';
import type { ReportAnswer } from '../../query/run-report.js';
import type { View } from './render-frame.js';

export const DEFINITIONS: readonly StageDefinition[] = STANDARD_LADDER.map((stage, index) => ({
  ...stage,
  id: index + 1,
  version: 1,
  effectiveFrom: 0,
  recordedAt: 0,
  position: (index + 1) * 10,
  standard: stage.key,
  notes: null,
  crmValues: [],
  retired: false,
}));

export function stageOf(key: string): StageDefinition {
  return DEFINITIONS.find((stage) => stage.key === key) as StageDefinition;
}

/** An answer for the first quarter of 2026, as of its end, with the figures given. */
export function answerOf<Figures>(
  body: Partial<ReportBody<Figures>> & { readonly total: Figures },
  about: Partial<ReportAnswer<Figures>> = {},
): ReportAnswer<Figures> {
  return {
    groups: [],
    series: [],
    period: { start: '2026-01-01', end: '2026-04-01' },
    asOf: Date.UTC(2026, 3, 1),
    knownAt: Date.UTC(2026, 3, 2, 8, 30, 0, 250),
    by: [],
    currency: 'EUR',
    ladder: 'AS_THEN',
    definitions: DEFINITIONS,
    versions: DEFINITIONS,
    statistics: { elapsedMs: 11.6, rowsRead: 1_234, sources: ['ROLLUP_MONTH'] },
    ...about,
    ...body,
  };
}

/** A cohort in which so many reach LEAD, MQL and so on. */
export function cohortOf(...reached: readonly number[]): FunnelFigures {
  return {
    stages: reached.map((count, index) => ({
      stage: DEFINITIONS[index + 1] as StageDefinition,
      reached: count,
      stepRate: index === 0 ? null : rateOf(count, reached[index - 1] as number),
      overallRate: rateOf(count, reached[0] as number),
      matureShare: null,
      projected: null,
      entered: null,
      periodRatio: null,
      unassigned: null,
    })),
  };
}

/** Entries into LEAD, MQL and so on. */
export function flowOf(...entered: readonly number[]): FunnelFigures {
  return {
    stages: entered.map((count, index) => {
      const { value, numerator, denominator } = rateOf(count, entered[index - 1] ?? 0);
      return {
        stage: DEFINITIONS[index + 1] as StageDefinition,
        reached: null,
        stepRate: null,
        overallRate: null,
        matureShare: null,
        projected: null,
        entered: count,
        periodRatio: index === 0 ? null : { value, numerator, denominator },
        unassigned: null,
      };
    }),
  };
}

/** Durations in seconds, with the counts of three classes: under an hour, to a day, from a day on. */
export function durationsOf(
  [count, mean, median, p75, p90]: readonly [number, number | null, number | null, number | null, number | null],
  classes: readonly [number, number, number] = [0, 0, 0],
): VelocityFigures {
  const bounds = [0, 3_600, 86_400, null] as const;
  const histogram = classes.map((size, index) => ({
    from: bounds[index] as number,
    to: bounds[index + 1] as number | null,
    count: size,
  }));
  return { count, mean, median, p75, p90, histogram, timeInStage: [] };
}

/** The cost of some stages, with the rest of a figure that was not asked for. */
export function costOf(...stages: readonly (Partial<CostStage> & { readonly key: string })[]): CostFigures {
  return {
    stages: stages.map(({ key, ...figures }) => ({
      stage: stageOf(key),
      lagDays: 0,
      lagLeads: null,
      spendWindow: { start: '2026-01-01', end: '2026-04-01' },
      entryWindow: { start: '2026-01-01', end: '2026-04-01' },
      spend: '0.00',
      unallocated: null,
      outsideFilter: null,
      entered: 0,
      costPerEntry: null,
      interval: null,
      beforeFirstCost: null,
      ...figures,
    })),
    cac: null,
    roi: null,
    pipelineValue: null,
  };
}

export function viewOf(width: number): View {
  return { width, workspace: 'Acme', colors: pc.createColors(false) };
}
