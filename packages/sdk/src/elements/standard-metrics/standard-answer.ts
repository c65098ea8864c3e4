import type { Grain, Period, StandardMetricsReport } from '@leadstage/sdk';
import type { TemplateResult } from 'lit';
import type { DataTable } from '../frame/data-table.js';
import type { Scene } from '../frame/scene.js';

export type StandardPeriod = StandardMetricsReport['total'];
export type StandardMetric = StandardPeriod['metrics'][number];

/** Standard metrics as they are now, or as a pack was published. */
export interface StandardAnswer {
  readonly period: Period;
  readonly asOf: string;
  readonly knownAt: string;
  readonly total: StandardPeriod;
  readonly series: readonly StandardPeriod[];
  /** Of the buckets of the series, where that is known. */
  readonly grain: Grain | null;
  /** Names of stages by their keys. */
  readonly names: ReadonlyMap<string, string>;
  /** What to read the numbers with, in English. */
  readonly notes: readonly string[];
  /** Which leads; none where the filter is empty. */
  readonly filter: string | null;
  readonly published: Published | null;
}

/** How a published pack is shown around its numbers. */
export interface Published {
  /** What it is, and whether it still holds. */
  readonly facts: (scene: Scene) => TemplateResult;
  /** What its metrics meant when it was published, and what they leave out. */
  readonly terms: (scene: Scene) => TemplateResult;
  readonly tables: (scene: Scene) => { readonly facts: readonly DataTable[]; readonly changes: readonly DataTable[] };
}

export function answerNow(report: StandardMetricsReport, grain: Grain, filter: object): StandardAnswer {
  const names = new Map(report.stageDefinitions.map(({ key, name }) => [key, name]));
  return { ...report, grain, names, filter: filterText(filter), published: null };
}

/** Null where every lead is in it. */
export const filterText = (filter: object) => (Object.keys(filter).length === 0 ? null : JSON.stringify(filter));
