import type { CountedRate } from '../cell-reference.js';
import type { ReachedMeasure } from '../measure.js';
import type { Period } from '../question.js';
import { type Rate, rateOf } from '../rate.js';
import type { Desk, Frame, GroupKeys } from '../report.js';
import type { Subject } from './subject.js';

/** Rates that are counted together: all steps in one statement, or the handoffs. */
export interface Panel {
  readonly subjects: readonly Subject[];
  /** Counts them for a frame: one result per subject. */
  count(frame: Frame): Promise<readonly Counted[]>;
  /** The last date that counts is the one before this; null: it counts by itself only what has been watched. */
  readonly until: string | null;
  /** Whether it is compared with its own past, or with benchmarks alone. */
  readonly hasBaseline: boolean;
  /** What a rate of the subject counts, for lists of what is behind it. */
  counted(subject: Subject): CountedRate;
}

export interface Counted {
  readonly groups: readonly GroupKeys[];
  rate(bucket: number | null, keys: GroupKeys | null): Rate;
}

/** The frame of a panel over other buckets, which together are its period, and another breakdown. */
export function reframed(frame: Frame, buckets: readonly Period[], by: readonly string[]): Frame {
  const [first, last] = [buckets[0] as Period, buckets.at(-1) as Period];
  return { ...frame, period: { start: first.start, end: last.end }, buckets, by };
}

/** The buckets as far as they lie before a date; those wholly at or after it left out. */
export function clipped(buckets: readonly Period[], until: string | null): Period[] {
  if (until === null) return [...buckets];
  return buckets
    .filter(({ start }) => start < until)
    .map(({ start, end }) => ({ start, end: end < until ? end : until }));
}

/** The steps: of the leads whose first entry into a stage lies in the period, watched for W, those at the next within W. */
export function stepPanel(subjects: readonly Subject[], conversionWindow: number, desk: Desk): Panel {
  const measures = subjects.map(
    ({ step }): ReachedMeasure => ({
      kind: 'reached',
      unit: 'LEAD',
      base: step.from.id,
      stages: [step.from.id, step.to.id],
      within: conversionWindow,
      watchedFor: conversionWindow,
      explicitOnly: false,
    }),
  );
  return {
    subjects,
    until: null,
    hasBaseline: true,
    counted({ step: { from, to } }) {
      const watched = { within: conversionWindow, watchedFor: conversionWindow, explicitOnly: false } as const;
      const reached = (stage: string) =>
        ({ kind: 'reached', unit: 'LEAD', base: from.key, stage, ...watched }) as const;
      return { numerator: reached(to.key), denominator: reached(from.key) };
    },
    async count(frame) {
      const answers = await desk.ask(measures, frame);
      return subjects.map((_, index) => ({
        groups: answers.groups,
        rate(bucket, keys) {
          const [watched, reached] = answers.cell(bucket, keys).values(index);
          return rateOf(Number(reached), Number(watched));
        },
      }));
    },
  };
}
