import type { ReportBody } from '@leadstage/core';
import { minor } from './cells.js';

/** Whole numbers that add up, by their name. */
const COUNTS = [
  ...['reached', 'entered', 'unassigned', 'count', 'ended', 'open', 'won', 'leads'],
  ...['handedOver', 'accepted', 'rejected', 'recycled', 'disqualified', 'handoffs'],
  ...['met', 'breached', 'overdue', 'pending', 'wasted', 'neverWorked', 'numerator', 'denominator'],
];

/** Decimal texts that do. */
const MONEY = ['spend', 'unallocated', 'outsideFilter', 'valueWon', 'value'];

/** Figures that add up, by their path; those that are null are left out. */
type Summands = ReadonlyMap<string, bigint>;

/**
 * Where the groups of a report do not add up to its total, or its buckets to the period; empty where all do.
 * @param series whether buckets do at all: not where their windows overlap
 */
export function wrongSums(body: ReportBody<unknown>, series: boolean): string[] {
  const total = { figures: body.total, series: body.series };
  const sums = (figures: unknown) => new Map(summands(figures, ''));
  const wrong: string[] = [];
  const compare = (where: string, whole: Summands, parts: readonly Summands[], counts: (path: string) => boolean) => {
    for (const [path, amount] of whole) {
      const sum = parts.reduce((before, part) => before + (part.get(path) ?? 0n), 0n);
      if (counts(path) && sum !== amount) wrong.push(`${where}: ${path} is ${amount}, its parts ${sum}`);
    }
  };
  if (body.groups.length > 0) {
    const places = [null, ...total.series.keys()];
    for (const place of places) {
      const figuresAt = (row: typeof total) => sums(place === null ? row.figures : row.series[place]?.figures);
      const whole = figuresAt(total);
      compare(`groups of bucket ${place}`, whole, [...body.groups.map(figuresAt), restOf(whole)], addsUpOverGroups);
    }
  }
  if (series && total.series.length > 0) {
    for (const row of [{ keys: null, ...total }, ...body.groups]) {
      const buckets = row.series.map((point) => sums(point.figures));
      compare(`buckets of ${JSON.stringify(row.keys)}`, sums(row.figures), buckets, addsUpOverBuckets);
    }
  }
  return wrong;
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

function summands(value: unknown, path: string): [string, bigint][] {
  const name = path.split('.').at(-1) ?? '';
  if (typeof value === 'number') return COUNTS.includes(name) ? [[path, BigInt(value)]] : [];
  if (typeof value === 'string') return MONEY.includes(name) ? [[path, BigInt(minor(value))]] : [];
  // Reasons are listed by how often they were given.
  if (value === null || typeof value !== 'object' || name === 'rejections') return [];
  return Object.entries(value).flatMap(([key, each]) => summands(each, `${path}.${key}`));
}
