import type { StageDefinition, Team } from '../ladder.js';
import { startOfDate } from '../period.js';
import type { Rate } from '../rate.js';
import type { Frame } from '../report.js';
import type { Difference } from './difference.js';
import { type Against, isFound, type Judged, type ThinReason, type Untested } from './judge.js';
import type { AttributeSplit, RatesBehind, Slice } from './observe.js';
import { readingOf, readingOfThin } from './reading.js';
import type { Since, SinceOf } from './since.js';
import { type JudgedMetric, redefinitionsOf, type Step, type Trouble } from './subject.js';
import type { Window } from './window.js';

/** What a comparison is about. */
export interface About extends Slice {
  readonly metric: JudgedMetric;
  readonly step: Step;
  readonly trouble: Trouble;
  /** Who owns the step. */
  readonly team: Team;
  readonly behind: RatesBehind;
}

/** A difference that stands out. */
export interface Finding extends About {
  readonly against: Against;
  readonly period: Rate;
  /** Null for what is compared with benchmarks alone. */
  readonly baseline: Rate | null;
  /** Of the period's rate from the baseline's, or from the benchmark. */
  readonly difference: Difference;
  readonly z: number;
  readonly p: number;
  /** By Benjamini–Hochberg over all that was tested; at most 0.05. */
  readonly adjustedP: number;
  /** Leads of the period × −difference: how many fewer took the step than at the other rate; negative: more. */
  readonly leadsLost: number;
  readonly since: Since | null;
  /** Of all leads against the baseline: the change split by each attribute. */
  readonly splits: readonly AttributeSplit[];
  /** Versions of the step's stages that came into force since the baseline began. */
  readonly redefined: readonly StageDefinition[];
  /** The strongest evidence of its step: where to look first. */
  readonly main: boolean;
  /** A plain sentence or more, with the numbers. */
  readonly reading: string;
}

/** What could not be judged. */
export interface Thin extends About {
  readonly against: Against;
  readonly period: Rate;
  readonly baseline: Rate | null;
  readonly reason: ThinReason;
  /** How many watched leads each side needs at the present rate; null where no number would do. */
  readonly needed: number | null;
  readonly reading: string;
}

export interface Found {
  /** Drops, worst first by leads lost. */
  readonly findings: readonly Finding[];
  /** Rises, greatest first. */
  readonly improvements: readonly Finding[];
}

/** What stands out, in words too. */
export function findingsOf(tested: readonly Judged[], sinceOf: SinceOf, frame: Frame, window: Window): Found {
  const found = tested.filter(isFound).sort(worstFirst);
  const told = (some: readonly Judged[]) => {
    const main = mainOf(some);
    return some.map((judged) => findingOf(judged, main.has(judged), sinceOf(judged), frame, window));
  };
  return {
    findings: told(found.filter(({ difference }) => difference.value < 0)),
    improvements: told(found.filter(({ difference }) => difference.value > 0)),
  };
}

export function thinOf(untested: Untested): Thin {
  const { against, reason, needed } = untested;
  return {
    ...aboutOf(untested),
    against,
    ...ratesOf(untested),
    reason,
    needed,
    reading: readingOfThin(untested),
  };
}

function findingOf(judged: Judged, main: boolean, since: Since | null, frame: Frame, window: Window): Finding {
  const { observed, from, against, difference, z, p, adjustedP } = judged;
  const start = startOfDate(window.baseline.start, frame.calendar.timeZone);
  const told = {
    since,
    splits: against.kind === 'BASELINE' && observed.attribute === null ? from.splits : [],
    redefined: redefinitionsOf(observed.subject.step, frame.definitions, start, frame.asOf),
  };
  return {
    ...aboutOf(judged),
    against,
    ...ratesOf(judged),
    ...{ difference, z, p, adjustedP, leadsLost: leadsLost(judged), ...told, main },
    reading: readingOf(judged, told, frame, window),
  };
}

/**
 * Of each step the one with the greatest |z|: a drop that one group alone has is diluted in all leads, and one that all
 * have is clearest there. What was found against the baseline goes before what was found against benchmarks.
 */
function mainOf(found: readonly Judged[]): ReadonlySet<Judged> {
  const main = new Map<Judged['observed']['subject'], Judged>();
  for (const each of found) {
    const top = main.get(each.observed.subject);
    if (!top || isClearer(each, top)) main.set(each.observed.subject, each);
  }
  return new Set(main.values());
}

function isClearer(a: Judged, b: Judged): boolean {
  const [ofPast, otherOfPast] = [a, b].map(({ against }) => against.kind === 'BASELINE');
  return ofPast === otherOfPast ? Math.abs(a.z) > Math.abs(b.z) : ofPast === true;
}

/** By leads, and where these are the same but for rounding, by how clear it is. */
function worstFirst(a: Judged, b: Judged): number {
  const [first, second] = [a, b].map((each) => Math.round(Math.abs(leadsLost(each)) * 1e6)) as [number, number];
  return second - first || Math.abs(b.z) - Math.abs(a.z);
}

function leadsLost({ observed, difference }: Judged): number {
  return -observed.period.denominator * difference.value;
}

function aboutOf({ observed: { subject, attribute, value }, from }: Pick<Judged, 'observed' | 'from'>): About {
  return { ...subject, attribute, value, behind: from.behind };
}

function ratesOf({ observed: { period, baseline }, from }: Pick<Judged, 'observed' | 'from'>) {
  return { period, baseline: from.panel.hasBaseline ? baseline : null };
}
