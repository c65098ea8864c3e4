import { type Spells, survivalCurve, survivalMean, survivalQuantile } from '../kaplan-meier.js';
import type { StageDefinition } from '../ladder.js';
import type { MeasureValue, Tally } from '../measure.js';
import type { MetricDefinition } from '../metric.js';
import { HISTOGRAM_BOUNDS } from './time-to-reach.js';

export const timeInStage: MetricDefinition = {
  name: 'timeInStage',
  title: 'Time in stage',
  unit: 'SECONDS',
  formula:
    'next transition − explicit entry, over stays that began in the period; open ones censored at asOf; quantile q: smallest t with Kaplan–Meier S(t) ≤ 1 − q',
  description: 'How long leads stay in a stage before anything moves them, with those counted that still stand there.',
  notes: [
    'A stay begins at a transition into exactly this stage, or at the creation of a lead that no known transition ever brought into a stage: it stands in the first stage. A lead may have several stays.',
    'It ends at the next transition of the lead, whatever that is: up, back, out of the ladder, once more into the same stage, or into a stage that the ladder of that day did not have.',
    'A stay that nothing has ended by asOf is open. It counts as lasting at least until then, so leads that are stuck make quantiles longer; to leave them out would make a stage look the faster, the more leads are stuck in it.',
    'Quantiles are null where the curve does not come down to them: fewer than that share are known to have left. mean is the area under the curve, null while the longest stay is open. meanOfEnded leaves the open ones out and is too short where there are any.',
    'openMedian (interpolated) and openLongest are the ages of the open stays at asOf.',
    'Transitions of one lead at one instant count in the order in which they were recorded, so a stay may last no time at all.',
    'Filter and breakdown take the attributes and the owner of the lead as known, not as they were during the stay.',
    'On the business clock each moment counts by the version of the calendar that was in force at that moment; before the first version by that one.',
  ],
};

/** Stays in a stage that began in the period; durations in seconds on the clock asked for. */
export interface TimeInStage {
  readonly stage: StageDefinition;
  readonly count: number;
  /** Of them, those that a transition had ended by `asOf`. */
  readonly ended: number;
  /** Of them, those that it had not. */
  readonly open: number;
  /** Area under the Kaplan–Meier curve; null while the longest stay is open. */
  readonly mean: number | null;
  /** Of the ended stays alone. */
  readonly meanOfEnded: number | null;
  /** Kaplan–Meier; null where not reached. */
  readonly median: number | null;
  readonly p75: number | null;
  readonly p90: number | null;
  /** Ages of the open stays at `asOf`; the median is interpolated. */
  readonly openMedian: number | null;
  readonly openLongest: number | null;
  /** Every class, empty ones included, `[from, to)`; the last has no upper bound. Open stays by their age. */
  readonly histogram: readonly StayClass[];
}

export interface StayClass {
  readonly from: number;
  readonly to: number | null;
  readonly ended: number;
  readonly open: number;
}

/** @param values what a StayMeasure answers */
export function timeInStageOf(stage: StageDefinition, [tally]: readonly MeasureValue[]): TimeInStage {
  const spells = (tally as Tally).map(
    ([time, ended, open]): Spells => ({ time: Number(time), ended: Number(ended), open: Number(open) }),
  );
  const ended = sum(spells.map((each) => each.ended));
  const open = sum(spells.map((each) => each.open));
  const lasted = sum(spells.map((each) => each.time * each.ended));
  const curve = survivalCurve(spells);
  return {
    stage,
    count: ended + open,
    ended,
    open,
    mean: seconds(survivalMean(curve)),
    meanOfEnded: ended === 0 ? null : lasted / ended / 1000,
    median: seconds(survivalQuantile(curve, 50)),
    p75: seconds(survivalQuantile(curve, 75)),
    p90: seconds(survivalQuantile(curve, 90)),
    openMedian: seconds(medianOfOpen(spells, open)),
    openLongest: seconds(spells.findLast((each) => each.open > 0)?.time ?? null),
    histogram: classesOf(spells),
  };
}

/** The middle one, or halfway between the two in the middle. */
function medianOfOpen(spells: readonly Spells[], open: number): number | null {
  if (open === 0) return null;
  return (ageAt(spells, Math.floor((open - 1) / 2)) + ageAt(spells, Math.floor(open / 2))) / 2;
}

/** The age of an open stay by its place, from 0 for the youngest. */
function ageAt(spells: readonly Spells[], place: number): number {
  let before = 0;
  for (const { time, open } of spells) {
    before += open;
    if (before > place) return time;
  }
  return Number.NaN;
}

function classesOf(spells: readonly Spells[]): StayClass[] {
  return [...HISTOGRAM_BOUNDS, null].map((upper, index) => {
    const lower = HISTOGRAM_BOUNDS[index - 1] ?? 0;
    const within = spells.filter(({ time }) => time >= lower && (upper === null || time < upper));
    return {
      from: lower / 1000,
      to: upper === null ? null : upper / 1000,
      ended: sum(within.map((each) => each.ended)),
      open: sum(within.map((each) => each.open)),
    };
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function seconds(milliseconds: number | null): number | null {
  return milliseconds === null ? null : milliseconds / 1000;
}
