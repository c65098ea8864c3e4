import type { Period } from '@leadstage/sdk';
import type { Mark } from '../chart/picture.js';
import { COST_WORDS } from '../cost/cost-words.js';
import type { Cell } from '../frame/data-table.js';
import { rateLines } from '../frame/rate-lines.js';
import type { Scene } from '../frame/scene.js';
import type { BehindOf } from '../reports/events.js';
import { filled } from '../words/language.js';
import { PACK_WORDS } from './pack-words.js';
import type { StandardAnswer, StandardMetric } from './standard-answer.js';
import { STANDARD_METRICS_WORDS, type StandardMetricsWords } from './standard-metrics-words.js';

/** What belongs together in a table of standard metrics. */
export type Family = keyof StandardMetricsWords['families'];

export interface MetricRow {
  readonly family: Family;
  readonly label: string;
  readonly total: StandardMetric;
  /** Null where a bucket has none: goals are told for the whole period. */
  readonly buckets: readonly (StandardMetric | null)[];
}

const FAMILIES: Readonly<Record<string, Family>> = {
  entered: 'entered',
  stepRate: 'stepRate',
  acceptanceRate: 'acceptance',
  acceptanceRateOfDecided: 'acceptance',
  attainment: 'attainment',
  timeToReach: 'timeToReach',
  complianceRate: 'compliance',
  cac: 'customers',
  roi: 'customers',
};

export const wordsOf = ({ language }: Pick<Scene, 'language'>) => STANDARD_METRICS_WORDS[language];
export const packWordsOf = ({ language }: Pick<Scene, 'language'>) => PACK_WORDS[language];

/** Families in the order of their first metric, and in each the metrics in the order of the API. */
export function metricRows({ total, series, names }: StandardAnswer, scene: Scene): MetricRow[] {
  const buckets = series.map(({ metrics }) => new Map(metrics.map((metric) => [identity(metric), metric])));
  const rows = total.metrics.map((metric) => ({
    family: familyOf(metric),
    label: metricLabel(metric, names, scene),
    total: metric,
    buckets: buckets.map((bucket) => bucket.get(identity(metric)) ?? null),
  }));
  const families = new Set(rows.map(({ family }) => family));
  return [...families].flatMap((family) => rows.filter((row) => row.family === family));
}

/** What a metric is within its family, such as `MQL → SQL`. */
export function metricLabel(
  { metric, stage, variant }: Pick<StandardMetric, 'metric' | 'stage' | 'variant'>,
  names: StandardAnswer['names'],
  scene: Pick<Scene, 'language'>,
): string {
  const { readings } = wordsOf(scene);
  const { spend, cost, lag, cac, roi, outside } = COST_WORDS[scene.language];
  const named = (key: string) => names.get(key) ?? key;
  const from = /^(?:median )?from (.+)$/.exec(variant ?? '')?.[1];
  if (from && stage) return `${named(from)} → ${named(stage)}`;
  if (metric === 'entered' && stage) return named(stage);
  if (metric === 'attainment') return [variant, stage && named(stage)].filter(Boolean).join(' · ');
  if (variant === 'OUTSIDE_FILTER') return `${spend} · ${outside}`;
  const ofCost: Readonly<Record<string, string>> = { spend, costPerEntry: cost, lagDays: lag, cac, roi };
  const said = readings[variant ?? ''] ?? readings[metric] ?? ofCost[metric] ?? metric;
  return stage === null || familyOf({ metric, variant }) === 'customers' ? said : `${said} · ${named(stage)}`;
}

/** A metric as people read it, a dash where it cannot be said. */
export function metricText({ unit, value, amount }: StandardMetric, { formats }: Scene): string {
  if (unit === 'MONEY') return amount ? formats.money(amount.amount, amount.currency) : '–';
  if (unit === 'RATE' || unit === 'RATIO') return formats.percent(value);
  if (unit === 'SECONDS') return formats.duration(value);
  if (unit !== 'DAYS' || value === null) return formats.count(value);
  return formats.unit(value, 'day', 'short');
}

export function metricCell(metric: StandardMetric | null, scene: Scene): Cell {
  if (metric === null) return { text: '–', value: null };
  return {
    text: metricText(metric, scene),
    value: metric.unit === 'MONEY' ? (metric.amount?.amount ?? null) : metric.value,
  };
}

/** Where to draw it. */
export function placeOf(metric: StandardMetric | null): number | null {
  if (metric?.unit !== 'MONEY') return metric?.value ?? null;
  return metric.amount ? Number(metric.amount.amount) : null;
}

/** What one number says for itself. */
export function metricMark(row: MetricRow, metric: StandardMetric, period: Period, scene: Scene): Mark {
  const words = wordsOf(scene);
  const family = words.families[row.family];
  const { numerator, denominator } = metric;
  const isRate = numerator !== null && denominator !== null && metric.unit !== 'MONEY';
  const measured = denominator === null ? [] : [filled(words.measuredOn, { count: scene.formats.count(denominator) })];
  const label = `${family}, ${row.label}`;
  return {
    label,
    lines: [
      ...(isRate
        ? rateLines(scene.formats.period(period), { ...metric, numerator, denominator }, scene)
        : [`${scene.formats.period(period)}: ${metricText(metric, scene)}`, ...measured]),
    ],
    behindLabel: `${label}, ${scene.formats.period(period)}`,
    behind: metric.behind ?? metric.denominatorBehind,
    of: countedBy(metric),
  };
}

/** What a metric counts. */
export function countedBy(metric: Pick<StandardMetric, 'metric' | 'variant'>): BehindOf {
  const family = familyOf(metric);
  return family === 'acceptance' || family === 'compliance' ? 'handoffs' : 'leads';
}

/** Where a metric belongs; SHIFTED costs are read together, and so is what customers cost and bring. */
export function familyOf({ metric, variant }: Pick<StandardMetric, 'metric' | 'variant'>): Family {
  if (variant === 'CAC') return 'customers';
  return (
    FAMILIES[metric] ??
    (variant === 'SHIFTED' ? 'shifted' : variant === 'SIMPLE' || metric === 'spend' ? 'cost' : 'other')
  );
}

const identity = ({ metric, stage, variant }: StandardMetric) => JSON.stringify([metric, stage, variant]);
