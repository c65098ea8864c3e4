import type { ReportBody, StandardMetricsBody } from '@leadstage/core';
import { minor } from './cells.js';

/** Whole numbers that add up over groups and over buckets, by their name. */
const COUNTS = [
  ...['reached', 'entered', 'unassigned', 'count', 'ended', 'open', 'won', 'leads'],
  ...['handedOver', 'accepted', 'rejected', 'recycled', 'disqualified', 'handoffs'],
  ...['met', 'breached', 'overdue', 'pending', 'wasted', 'neverWorked', 'numerator', 'denominator'],
];

/** Decimal texts that do. */
const MONEY = ['spend', 'unallocated', 'outsideFilter', 'valueWon'];

/** Numbers and decimal texts that do not: quotients, quantiles, ends of intervals and classes, lags and windows. */
const NO_SUMS = [
  ...[
    'low',
    'high',
    'mean',
    'median',
    'p75',
    'p90',
    'meanOfEnded',
    'openMedian',
    'openLongest',
    'from',
    'to',
    'within',
  ],
  ...['meanDuration', 'meanRatio', 'lagDays', 'lagLeads', 'days', 'share', 'costPerEntry', 'cost', 'wastedCost', 'roi'],
];

/** What names a cell or a stage, and so has no numbers of its own. */
const NAMES = ['stage', 'period', 'entryWindow', 'spendWindow'];

/** Figures that add up, by their path. */
type Summands = ReadonlyMap<string, bigint>;

interface Line {
  readonly keys: readonly (string | null)[] | null;
  readonly figures: unknown;
  readonly series: readonly { readonly figures: unknown }[];
}

/**
 * Where the groups of a report do not add up to its total, or its buckets to the period; and which numbers nobody has said of
 * whether they do. Empty where all do. Every number and every decimal text of the answer is looked at, wherever it stands.
 * @param series whether buckets do at all: not where their windows overlap
 */
export function wrongSums({ total, groups, series: buckets }: ReportBody<unknown>, series: boolean): string[] {
  const whole: Line = { keys: null, figures: total, series: buckets };
  const sums = (figures: unknown): Summands => new Map(summands(figures, ''));
  const wrong: string[] = [];
  const compare = (where: string, one: Summands, parts: readonly Summands[], counts: (path: string) => boolean) => {
    for (const path of new Set([one, ...parts].flatMap((each) => [...each.keys()]))) {
      const amount = one.get(path) ?? 0n;
      const sum = parts.reduce((before, part) => before + (part.get(path) ?? 0n), 0n);
      if (counts(path) && sum !== amount) wrong.push(`${where}: ${path} is ${amount}, its parts ${sum}`);
    }
  };
  if (groups.length > 0) {
    for (const place of [null, ...buckets.keys()]) {
      const figuresAt = (row: Line) => sums(place === null ? row.figures : row.series[place]?.figures);
      const all = figuresAt(whole);
      compare(`groups of bucket ${place}`, all, [...groups.map(figuresAt), restOf(all)], addsUpOverGroups);
    }
  }
  if (series && buckets.length > 0) {
    for (const row of [whole, ...groups]) {
      const parts = row.series.map((point) => sums(point.figures));
      compare(`buckets of ${JSON.stringify(row.keys)}`, sums(row.figures), parts, addsUpOverBuckets);
    }
  }
  return [...new Set([...wrong, ...unsaid({ total, groups, buckets }, '')])];
}

/** The same of standard metrics, each a figure by its name: entries, spend, and what rates and costs were measured on. */
export function standardBody({ total, series }: StandardMetricsBody): ReportBody<unknown> {
  const figures = ({ metrics }: StandardMetricsBody['total']) =>
    Object.fromEntries(
      metrics
        .filter(({ metric }) => metric !== 'attainment')
        .map(({ metric, stage, variant, value, amount, numerator, denominator, low, high }) => {
          const counted = metric === 'entered' ? { entered: value } : { value };
          const spent = metric === 'spend' ? { spend: amount } : { cost: amount };
          return [`${metric} ${stage} ${variant}`, { ...counted, ...spent, numerator, denominator, low, high }];
        }),
    );
  return {
    total: figures(total),
    groups: [],
    series: series.map((point) => ({ period: point.period, figures: figures(point) })),
  };
}

/** What is in the total's spend and in no group's. */
function restOf(whole: Summands): Summands {
  return new Map(
    [...whole].flatMap(([path, amount]) =>
      path.endsWith('.unallocated') ? [[path.replace(/unallocated$/, 'spend'), amount] as const] : [],
    ),
  );
}

/** What lacks an attribute stands beside the total alone. CAC and ROI do not show it. */
function addsUpOverGroups(path: string): boolean {
  return !/(unallocated|outsideFilter)$|^\.(cac|roi)\.spend$/.test(path);
}

/** Who stands where does so at an instant. */
function addsUpOverBuckets(path: string): boolean {
  return !path.startsWith('.pipelineValue.');
}

const DECIMAL = /^-?\d+(\.\d+)?$/;

/** A rate's value is a quotient, the pipeline's is money. */
function isMoney(name: string, value: unknown): value is string {
  return typeof value === 'string' && (MONEY.includes(name) || name === 'value');
}

function summands(value: unknown, path: string): [string, bigint][] {
  const name = path.split('.').at(-1) ?? '';
  if (typeof value === 'number') return COUNTS.includes(name) ? [[path, BigInt(value)]] : [];
  if (isMoney(name, value)) return [[path, BigInt(minor(value))]];
  return members(value, name).flatMap(([key, each]) => summands(each, `${path}.${key}`));
}

/** Numbers, and texts that look like some, of which it is not said above whether they add up. */
function unsaid(value: unknown, path: string): string[] {
  const name = path.split('.').at(-1) ?? '';
  const isNumber = typeof value === 'number' || (typeof value === 'string' && DECIMAL.test(value));
  if (!isNumber) {
    return members(value, name)
      .filter(([key]) => key !== 'keys')
      .flatMap(([key, each]) => unsaid(each, `${path}.${key}`));
  }
  const known = typeof value === 'number' ? [...COUNTS, ...NO_SUMS, 'value'] : [...MONEY, ...NO_SUMS, 'value'];
  return known.includes(name) ? [] : [`nobody has said whether ${name} adds up`];
}

/** Reasons are listed by how often they were given: here by themselves. */
function members(value: unknown, name: string): [string, unknown][] {
  if (value === null || typeof value !== 'object' || NAMES.includes(name)) return [];
  if (name !== 'rejections') return Object.entries(value);
  const reasons = value as readonly { readonly reason: string | null; readonly handoffs: number }[];
  return reasons.map(({ reason, handoffs }) => [JSON.stringify(reason).replaceAll('.', ' '), { handoffs }]);
}
