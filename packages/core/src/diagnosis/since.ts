import type { LeadFilter, Period } from '../question.js';
import { type Rate, rateOf } from '../rate.js';
import type { Frame } from '../report.js';
import { changePointOf, type Direction } from './change-point.js';
import type { Judged } from './judge.js';
import type { Slice } from './observe.js';
import { clipped, type Panel, reframed } from './panel.js';
import type { Subject } from './subject.js';
import type { Window } from './window.js';

/** When a rate changed, in buckets of the series over baseline and period, clipped to them. */
export interface Since {
  /** The first bucket of the new rate, at the best guess. */
  readonly at: Period;
  /** The first and the last bucket of the 95 % interval of `at`. */
  readonly from: Period;
  readonly to: Period;
}

/** Tells since when what was found is so; null where the series does not say. */
export type SinceOf = (judged: Judged) => Since | null;

/**
 * Counts the series of all that was found against the baseline: one statement per panel and attribute. What is found
 * against a benchmark need not have changed at all, so of that nothing is said.
 */
export async function sinceWhen(found: readonly Judged[], frame: Frame, window: Window): Promise<SinceOf> {
  const changed = found.filter(({ against }) => against.kind === 'BASELINE');
  const known = new Map<Subject, Map<string, Since | null>>();
  for (const [panel, attribute] of askedFor(changed)) {
    const among = changed.filter(({ from, observed }) => from.panel === panel && observed.attribute === attribute);
    const buckets = clipped(window.buckets, panel.until);
    const counted = await panel.count(narrowed(reframed(frame, buckets, attribute === null ? [] : [attribute]), among));
    for (const { observed, difference } of among) {
      const { subject, value } = observed;
      const rates = counted[panel.subjects.indexOf(subject)];
      const keys = attribute === null ? null : [value];
      const series = buckets.map((_, bucket) => rates?.rate(bucket, keys) ?? rateOf(0, 0));
      const bySlice = known.get(subject) ?? new Map<string, Since | null>();
      bySlice.set(nameOf(observed), sinceOf(series, buckets, difference.value < 0 ? 'DROP' : 'RISE'));
      known.set(subject, bySlice);
    }
  }
  return ({ observed, against }) =>
    against.kind === 'BASELINE' ? (known.get(observed.subject)?.get(nameOf(observed)) ?? null) : null;
}

function sinceOf(series: readonly Rate[], buckets: readonly Period[], direction: Direction): Since | null {
  const trials = series.map(({ denominator, numerator }) => ({ trials: denominator, successes: numerator }));
  const point = changePointOf(trials, direction);
  if (point === null) return null;
  const bucket = (index: number) => buckets[index] as Period;
  return { at: bucket(point.at), from: bucket(point.from), to: bucket(point.to) };
}

function askedFor(changed: readonly Judged[]): [Panel, string | null][] {
  const asked = new Map<Panel, Set<string | null>>();
  for (const { from, observed } of changed) {
    asked.set(from.panel, (asked.get(from.panel) ?? new Set()).add(observed.attribute));
  }
  return [...asked].flatMap(([panel, attributes]) =>
    [...attributes].map((each): [Panel, string | null] => [panel, each]),
  );
}

/** Only the groups that are wanted: each of them has passed the filter as it was. */
function narrowed(frame: Frame, among: readonly Judged[]): Frame {
  const [attribute] = frame.by;
  if (attribute === undefined) return frame;
  const values = [...new Set(among.map(({ observed }) => observed.value))];
  const filter: LeadFilter = { ...frame.filter, [attribute]: { in: values } };
  return { ...frame, filter };
}

function nameOf({ attribute, value }: Slice): string {
  return JSON.stringify([attribute, value]);
}
