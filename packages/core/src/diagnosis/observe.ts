import type { CountedRate } from '../cell-reference.js';
import type { Period } from '../question.js';
import { type Rate, rateOf } from '../rate.js';
import { byName, type Frame, type GroupKeys } from '../report.js';
import { type ChangeSplit, splitChange } from './change-split.js';
import { clipped, type Panel, reframed } from './panel.js';
import type { Subject } from './subject.js';
import type { Window } from './window.js';

/** All leads (`attribute` null), or those with one value of one attribute; a null value is a missing one. */
export interface Slice {
  readonly attribute: string | null;
  readonly value: string | null;
}

/** What was counted of a subject over a slice. */
export interface Observed extends Slice {
  readonly subject: Subject;
  readonly period: Rate;
  readonly baseline: Rate;
}

/** The change of a subject over all leads, split over the values of an attribute. */
export interface AttributeSplit extends ChangeSplit {
  readonly attribute: string;
}

/** What the rates of a subject count, and over which dates; null where nothing was counted. */
export interface RatesBehind extends CountedRate {
  readonly period: Period | null;
  readonly baseline: Period | null;
}

export interface Observations {
  readonly panel: Panel;
  readonly subject: Subject;
  readonly behind: RatesBehind;
  readonly total: Observed;
  /** Those that are not all leads, or no lead at all. */
  readonly groups: readonly Observed[];
  readonly splits: readonly AttributeSplit[];
}

/** Counts a panel's subjects in baseline and period, over all leads and by each attribute: one statement an attribute. */
export async function observe(panel: Panel, frame: Frame, window: Window): Promise<Observations[]> {
  const buckets = clipped([window.baseline, frame.period], panel.until);
  if (buckets.length < 2) return panel.subjects.map((subject) => nothingOf(panel, subject));
  const slices: { readonly attribute: string | null; readonly observed: readonly Observed[] }[][] = [];
  for (const attribute of window.attributes.length > 0 ? window.attributes : [null]) {
    const counted = await panel.count(reframed(frame, buckets, attribute === null ? [] : [attribute]));
    const all = panel.subjects.map((subject, index) => {
      // By name: the order in which groups were counted is no promise, and sums of parts depend on it.
      const keys: (GroupKeys | null)[] = [null, ...[...(counted[index]?.groups ?? [])].sort(byName)];
      const observed = keys.map((each): Observed => {
        const rate = (bucket: number) => counted[index]?.rate(bucket, each) ?? rateOf(0, 0);
        const slice = each === null ? ALL : { attribute, value: each[0] ?? null };
        return { subject, ...slice, baseline: rate(0), period: rate(1) };
      });
      return { attribute, observed };
    });
    slices.push(all);
  }
  return panel.subjects.map((subject, index) =>
    observationsOf(
      panel,
      subject,
      behindOf(panel, subject, buckets),
      slices.map((each) => each[index] ?? NO_SLICE),
    ),
  );
}

export const ALL: Slice = { attribute: null, value: null };
const NO_SLICE = { attribute: null, observed: [] };

function observationsOf(
  panel: Panel,
  subject: Subject,
  behind: RatesBehind,
  slices: readonly { readonly attribute: string | null; readonly observed: readonly Observed[] }[],
): Observations {
  const [total = nothingOf(panel, subject).total] = slices[0]?.observed ?? [];
  const isPart = ({ period, baseline }: Observed) =>
    period.denominator + baseline.denominator > 0 &&
    (period.denominator < total.period.denominator || baseline.denominator < total.baseline.denominator);
  return {
    panel,
    subject,
    behind,
    total,
    groups: slices.flatMap(({ observed }) => observed.slice(1).filter(isPart)).sort(bySize),
    splits: slices.flatMap(({ attribute, observed }) => {
      const groups = observed.slice(1).map(({ value, ...counts }) => ({ ...counts, keys: [value] }));
      const split = attribute === null ? null : splitChange(groups);
      return attribute === null || split === null ? [] : [{ attribute, ...split }];
    }),
  };
}

/** Largest in the period first, then by value, the missing one last. */
function bySize(a: Observed, b: Observed): number {
  const larger = b.period.denominator - a.period.denominator || b.baseline.denominator - a.baseline.denominator;
  if (larger !== 0 || a.value === b.value) return larger;
  if (a.value === null || b.value === null) return a.value === null ? 1 : -1;
  return a.value < b.value ? -1 : 1;
}

function nothingOf(panel: Panel, subject: Subject): Observations {
  const total = { subject, ...ALL, period: rateOf(0, 0), baseline: rateOf(0, 0) };
  return { panel, subject, behind: behindOf(panel, subject, []), total, groups: [], splits: [] };
}

function behindOf(panel: Panel, subject: Subject, [baseline, period]: readonly Period[]): RatesBehind {
  const hasBaseline = panel.hasBaseline && baseline !== undefined;
  return { ...panel.counted(subject), period: period ?? null, baseline: hasBaseline ? baseline : null };
}
