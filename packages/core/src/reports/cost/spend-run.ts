import type { CostScope, Measure, SpendPart } from '../../measure.js';
import { type Answers, byName, type Frame, type GroupKeys } from '../../report.js';
import { type Cuts, type Day, type RunningTotal, runningTotals } from './stretches.js';

/** What accrues from a day on, in minor units. */
export interface Accrual {
  /** By a day: of each group, and last of none of them; without a breakdown all of it is there. */
  readonly parts: (until: Day) => readonly bigint[];
  /** What nobody can say whether it passes the filter, in no part. */
  readonly outside: (until: Day) => bigint;
}

/** Spend of some scopes over stretches of days. */
export interface SpendRun {
  /** Those that any of it is of, by name. */
  readonly groups: readonly GroupKeys[];
  /** @param start one of the run's cuts, as is every day that the accrual is asked for */
  readonly from: (start: Day) => Accrual;
}

/** The measures of a run whose loose cost stays unallocated. */
export function partMeasures(scopes: readonly CostScope[], lagDays: number, { by, filter }: Frame): Measure[] {
  const parts: SpendPart[] = by.length > 0 ? ['GROUP', 'UNALLOCATED'] : ['TOTAL'];
  if (Object.keys(filter).length > 0) parts.push('OUTSIDE_FILTER');
  return parts.map((part) => ({ kind: 'spend', scopes, lagDays, part }));
}

/** @param cuts the days whose spend the stretches of the frame stand for */
export function runOfParts(answers: Answers, frame: Frame, cuts: Cuts): SpendRun {
  const total = runningTotals(answers, frame, cuts);
  const spent = (keys: GroupKeys) => cuts.some((day) => total(0, 0, keys)(day) !== 0n);
  const groups = frame.by.length > 0 ? answers.groups.filter(spent).sort(byName) : [];
  const rows =
    frame.by.length > 0 ? [...groups.map((keys) => total(0, 0, keys)), total(1, 0, null)] : [total(0, 0, null)];
  const outside = frame.by.length > 0 ? 2 : 1;
  const hasOutside = Object.keys(frame.filter).length > 0;
  return {
    groups,
    from: (start) => {
      const since = (running: RunningTotal, until: Day) => running(until) - running(start);
      return {
        parts: (until) => rows.map((row) => since(row, until)),
        outside: (until) => (hasOutside ? since(total(outside, 0, null), until) : 0n),
      };
    },
  };
}
