import type { Rate } from '../rate.js';
import type { Frame } from '../report.js';
import type { Finding } from './findings.js';
import type { Judged, Untested } from './judge.js';
import type { Observed } from './observe.js';
import type { Since } from './since.js';
import type { Subject, Trouble } from './subject.js';
import type { Window } from './window.js';
import {
  bucketWords,
  counted,
  durationWords,
  instantWords,
  percentWords,
  periodWords,
  pointsWords,
  sliceWords,
  thousands,
} from './words.js';

type Told = Pick<Finding, 'since' | 'splits' | 'redefined'>;

/** What was found, as a person would say it. */
export function readingOf(judged: Judged, { since, splits, redefined }: Told, frame: Frame, window: Window): string {
  const { observed, difference, against, adjustedP } = judged;
  const { subject, period } = observed;
  const sure = `95 % between ${pointsWords(difference.low)} and ${pointsWords(difference.high)}; adjusted p ${pWords(adjustedP)}`;
  return [
    `${whatHappened(observed, period, window)}, ${against.kind === 'BASELINE' ? pastWords(observed.baseline, window) : benchmarkWords(against)}: ` +
      `${pointsWords(difference.value)} points (${sure}).`,
    ...(since === null ? [] : [sinceWords(since, window)]),
    ...splits.map(
      ({ attribute, mixEffect, rateEffect }) =>
        `The mix by ${attribute} accounts for ${pointsWords(mixEffect)} of these points, the rates within it for ${pointsWords(rateEffect)}.`,
    ),
    ...redefined.map(
      ({ key, version, effectiveFrom }) =>
        `${key} has a new definition since ${instantWords(effectiveFrom, frame.calendar.timeZone)} (version ${version}), which may be part of it.`,
    ),
    ...(difference.value < 0 ? [pointingAt(subject)] : []),
  ].join(' ');
}

/** What could not be judged, and what it would take. */
export function readingOfThin({ observed, against, reason, needed }: Untested): string {
  const { subject, period, baseline } = observed;
  const other = against.kind === 'BASELINE' ? '' : `, against the benchmark of ${against.benchmark.source}`;
  const what = `${nameOf(subject)}${sliceWords(observed)}${other}`;
  if (reason === 'NEW_STAGE') {
    return `${what}: not both stages were in the ladder since the baseline began, so there is no earlier rate of this step.`;
  }
  const there =
    against.kind === 'BASELINE'
      ? `${thousands(period.denominator)} in the period, ${thousands(baseline.denominator)} in the baseline`
      : `${thousands(period.denominator)} in the period`;
  if (reason === 'ALL_ALIKE' || needed === null) {
    const none = period.numerator + baseline.numerator === 0;
    if (period.denominator + baseline.denominator === 0) return `${what}: nothing has been watched for long enough.`;
    return `${what}: ${none ? 'none' : 'all'} of them (${there}), so there is nothing to test.`;
  }
  const sides = against.kind === 'BASELINE' ? ' on each side' : '';
  return `${what}: too thin. There are ${there}; at this rate about ${thousands(needed)}${sides} are needed.`;
}

/** `MQL → SQL`, with what is judged where it is not the step itself. */
export function nameOf({ metric, step }: Subject): string {
  const ends = `${step.from.key} → ${step.to.key}`;
  if (metric === 'complianceRate') return `First response at ${ends}`;
  return metric === 'acceptanceRate' ? `Acceptance at ${ends}` : ends;
}

/** `It began in the week of 2 March 2026.`, with the interval where there is more than one bucket in it. */
export function sinceWords({ at, from, to }: Since, { grain }: Pick<Window, 'grain'>): string {
  if (from.start === to.start) return `It began ${bucketWords(at, grain)}.`;
  return `It began ${bucketWords(at, grain)} at the best guess, at 95 % no earlier than ${bucketWords(from, grain)} and no later than ${bucketWords(to, grain)}.`;
}

function whatHappened({ subject: { metric, step }, ...slice }: Observed, rate: Rate, window: Window): string {
  const { numerator, denominator } = rate;
  const share = `${thousands(numerator)} (${percentWords(numerator / denominator)})`;
  const which = sliceWords(slice);
  switch (metric) {
    case 'stepRate': {
      const within = durationWords(window.conversionWindow);
      return `Of ${counted(denominator, 'lead')}${which} that entered ${step.from.key} and were watched for ${within}, ${share} reached ${step.to.key} in that time`;
    }
    case 'acceptanceRate':
      return `Of ${counted(denominator, 'handoff')}${which}, ${share} were accepted`;
    case 'complianceRate':
      return `Of ${counted(denominator, 'promised first response')} to handoffs${which}, ${share} came in time`;
  }
}

function pastWords({ numerator, denominator }: Rate, { baseline, baselinePeriods }: Window): string {
  const before = baselinePeriods === 1 ? 'period' : `${baselinePeriods} periods`;
  return `against ${percentWords(numerator / denominator)} of ${thousands(denominator)} in the ${before} before (${periodWords(baseline)})`;
}

function benchmarkWords({
  benchmark,
  figure,
}: {
  benchmark: { source: string; publishedOn: string };
  figure: number;
}): string {
  return `against a benchmark of ${percentWords(figure)} (${benchmark.source}, ${benchmark.publishedOn})`;
}

const POINTS_AT: Readonly<Record<Trouble, string>> = {
  TARGETING: 'targeting',
  QUALIFICATION: 'qualification or the lead type',
  SALES_QUALIFICATION: 'sales qualification',
  CLOSING: 'closing',
  FOLLOW_UP: 'follow-up',
};

function pointingAt({ metric, step, trouble, team }: Subject): string {
  const few = metric === 'stepRate' ? `Few in ${step.to.key} per lead in ${step.from.key} point to` : POINTING[metric];
  return `${few} ${POINTS_AT[trouble]}; the step belongs to ${team.toLowerCase()}.`;
}

const POINTING = {
  acceptanceRate: 'Few handoffs accepted point to',
  complianceRate: 'First responses that come late point to',
} as const;

/** `0.003`, `< 0.001` */
function pWords(p: number): string {
  return p < 0.001 ? '< 0.001' : p.toFixed(3);
}
