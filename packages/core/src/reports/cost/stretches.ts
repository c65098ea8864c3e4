import { dateOfDayNumber, dayNumber } from '../../local-date.js';
import type { Period } from '../../question.js';
import type { Answers, Frame, GroupKeys } from '../../report.js';

/** A date in days since 1970-01-01. */
export type Day = number;

/** Distinct days in order, at least two: a stretch lies between each and the next. */
export type Cuts = readonly Day[];

export function cutsAt(days: Iterable<Day>): Cuts {
  return [...new Set(days)].sort((a, b) => a - b);
}

/** Remembered as long as the period lives: each group asks again. */
export function daysOf(period: Period): readonly [Day, Day] {
  const days = remembered.get(period) ?? ([dayNumber(period.start), dayNumber(period.end)] as const);
  remembered.set(period, days);
  return days;
}

const remembered = new WeakMap<Period, readonly [Day, Day]>();

/** A frame whose buckets are the stretches; none where there is but one. */
export function stretched(frame: Frame, cuts: Cuts): Frame {
  const dates = cuts.map(dateOfDayNumber);
  const buckets = dates.slice(1).map((end, index) => ({ start: dates[index] as string, end }));
  const period = { start: dates[0] as string, end: dates.at(-1) as string };
  return { ...frame, period, buckets: buckets.length === 1 ? [] : buckets };
}

/** What adds up, from the first cut to another. */
export type RunningTotal = (until: Day) => bigint;

/**
 * Running totals over the stretches of a frame, by measure, value of it, and group; null: the total.
 * @param cuts the days at which they can be read; the frame's own, moved as far as its measure moves them
 */
export function runningTotals({ cell }: Answers, { buckets }: Frame, cuts: Cuts) {
  const position = new Map(cuts.map((day, index) => [day, index]));
  const known = new Map<string, readonly bigint[]>();
  const totalsOf = (measure: number, value: number, keys: GroupKeys | null): readonly bigint[] => {
    const totals = [0n];
    for (let stretch = 0; stretch < cuts.length - 1; stretch += 1) {
      const here = cell(buckets.length === 0 ? null : stretch, keys).values(measure)[value];
      totals.push((totals[stretch] as bigint) + BigInt(String(here)));
    }
    return totals;
  };
  return (measure: number, value: number, keys: GroupKeys | null): RunningTotal => {
    const name = JSON.stringify([measure, value, keys]);
    const totals = known.get(name) ?? totalsOf(measure, value, keys);
    known.set(name, totals);
    return (until) => {
      const index = position.get(until);
      if (index === undefined) throw new RangeError(`${until} is no end of a stretch`);
      return totals[index] as bigint;
    };
  };
}

/** Several lists of measures in one statement; each is answered as if it had been asked alone. */
export function splitAnswers({ groups, cell }: Answers, lengths: readonly number[]): Answers[] {
  let first = 0;
  return lengths.map((length) => {
    const offset = first;
    first += length;
    return {
      groups,
      cell: (bucket, keys) => {
        const whole = cell(bucket, keys);
        return { ...whole, values: (measure) => whole.values(offset + measure) };
      },
    };
  });
}
