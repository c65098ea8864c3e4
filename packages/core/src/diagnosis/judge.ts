import type { Benchmark } from '../benchmark.js';
import { startOfDate } from '../period.js';
import type { Frame } from '../report.js';
import type { ComparableBenchmark } from './benchmarks.js';
import { type Difference, differenceFrom, differenceOf } from './difference.js';
import { adjusted, FALSE_DISCOVERY_RATE } from './false-discovery.js';
import type { Observations, Observed } from './observe.js';
import { wasThere } from './subject.js';
import type { Window } from './window.js';
import { neededAt, testOfOne, testOfTwo, type Untestable, type ZTest } from './z-test.js';

/** What the period is compared with. */
export type Against =
  | { readonly kind: 'BASELINE' }
  | { readonly kind: 'BENCHMARK'; readonly benchmark: Benchmark; readonly figure: number };

/** One comparison that was tested. */
export interface Judged {
  readonly observed: Observed;
  readonly from: Observations;
  readonly against: Against;
  readonly difference: Difference;
  readonly z: number;
  readonly p: number;
  readonly adjustedP: number;
}

/** NEW_STAGE: a stage of the step was not in the ladder all the time, so that before and after are not the same step. */
export type ThinReason = Untestable | 'NEW_STAGE';

/** One comparison that could not be tested. */
export interface Untested {
  readonly observed: Observed;
  readonly from: Observations;
  readonly against: Against;
  readonly reason: ThinReason;
  /** How many watched leads each side needs at the present rate; null where no number would do. */
  readonly needed: number | null;
}

export interface Judgement {
  /** Every test: the family over which Benjamini–Hochberg holds. */
  readonly tested: readonly Judged[];
  readonly untested: readonly Untested[];
}

/** Tests every comparison of every subject, all leads and groups, as one family. */
export function judge(
  observations: readonly Observations[],
  benchmarks: readonly ComparableBenchmark[],
  frame: Frame,
  window: Window,
): Judgement {
  const tested: (Omit<Judged, 'adjustedP'> & ZTest)[] = [];
  const untested: Untested[] = [];
  for (const each of observations) {
    const isNew = !wasThereThroughout(each, frame, window);
    for (const observed of [each.total, ...each.groups]) {
      for (const against of comparisonsOf(each, benchmarks)) {
        if (isNew && against.kind === 'BASELINE') {
          if (observed === each.total)
            untested.push({ observed, from: each, against, reason: 'NEW_STAGE', needed: null });
          continue;
        }
        const { test, difference } = compare(observed, against);
        if (typeof test === 'string' || difference === null) {
          const reason = typeof test === 'string' ? test : 'TOO_FEW';
          untested.push({ observed, from: each, against, reason, needed: neededFor(observed, against) });
        } else tested.push({ observed, from: each, against, difference, ...test });
      }
    }
  }
  const adjustedPs = adjusted(tested.map(({ p }) => p));
  return { tested: tested.map((each, index) => ({ ...each, adjustedP: adjustedPs[index] ?? 1 })), untested };
}

export function isFound({ adjustedP }: Judged): boolean {
  return adjustedP <= FALSE_DISCOVERY_RATE;
}

function wasThereThroughout(
  { subject, panel }: Observations,
  { definitions, calendar, asOf }: Frame,
  window: Window,
): boolean {
  if (!panel.hasBaseline) return true;
  return wasThere(subject.step, definitions, startOfDate(window.baseline.start, calendar.timeZone), asOf);
}

function comparisonsOf({ panel, subject }: Observations, benchmarks: readonly ComparableBenchmark[]): Against[] {
  const others = benchmarks
    .filter(({ isOf }) => isOf(subject))
    .map(({ benchmark, figure }): Against => ({ kind: 'BENCHMARK', benchmark, figure }));
  return panel.hasBaseline ? [{ kind: 'BASELINE' }, ...others] : others;
}

function compare({ period, baseline }: Observed, against: Against) {
  if (against.kind === 'BASELINE') {
    return { test: testOfTwo(period, baseline), difference: differenceOf(period, baseline) };
  }
  return { test: testOfOne(period, against.figure), difference: differenceFrom(period, against.figure) };
}

function neededFor({ period, baseline }: Observed, against: Against): number | null {
  if (against.kind === 'BENCHMARK') return neededAt(against.figure);
  const trials = period.denominator + baseline.denominator;
  return trials === 0 ? null : neededAt((period.numerator + baseline.numerator) / trials);
}
