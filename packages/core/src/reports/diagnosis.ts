import { type BenchmarkLeftOut, type ChosenBenchmarks, chooseBenchmarks } from '../diagnosis/benchmarks.js';
import { type Difference, differenceOf } from '../diagnosis/difference.js';
import { type Finding, findingsOf, type Thin, thinOf } from '../diagnosis/findings.js';
import { acceptancePanel, type ComplianceCounter, followUpPanel, slaCompliance } from '../diagnosis/handoff-panels.js';
import { isFound, judge } from '../diagnosis/judge.js';
import { type AttributeSplit, type Observations, observe, type RatesBehind } from '../diagnosis/observe.js';
import { type Panel, stepPanel } from '../diagnosis/panel.js';
import { sinceWhen } from '../diagnosis/since.js';
import { type JudgedMetric, type Step, stepsOf, type Trouble } from '../diagnosis/subject.js';
import { summaryOf } from '../diagnosis/summary.js';
import { type DiagnosisQuestion, type Window, windowOf } from '../diagnosis/window.js';
import type { Team } from '../ladder.js';
import type { Instant, Period } from '../question.js';
import type { Rate } from '../rate.js';
import type { Desk, Frame, Report } from '../report.js';

export type { BenchmarkLeftOut } from '../diagnosis/benchmarks.js';
export type { Difference } from '../diagnosis/difference.js';
export type { Finding, Thin } from '../diagnosis/findings.js';
export type { Against, ThinReason } from '../diagnosis/judge.js';
export type { AttributeSplit, RatesBehind, Slice } from '../diagnosis/observe.js';
export type { Since } from '../diagnosis/since.js';
export type { JudgedMetric, Step, Trouble } from '../diagnosis/subject.js';
export type { DiagnosisQuestion } from '../diagnosis/window.js';

/** A step over all leads, whether anything stands out or not. */
export interface StepOverview {
  readonly metric: JudgedMetric;
  readonly step: Step;
  readonly trouble: Trouble;
  /** Who owns the step. */
  readonly team: Team;
  readonly period: Rate;
  /** Null for what is compared with benchmarks alone. */
  readonly baseline: Rate | null;
  /** Of the period's rate from the baseline's; null where either has no leads. */
  readonly difference: Difference | null;
  /** The change split by each attribute. */
  readonly splits: readonly AttributeSplit[];
  readonly behind: RatesBehind;
}

export interface DiagnosisBody {
  /** Whether no drop was found. */
  readonly quiet: boolean;
  /** In a sentence or two. */
  readonly summary: string;
  /** Drops, worst first by leads lost. */
  readonly findings: readonly Finding[];
  /** Rises, greatest first. */
  readonly improvements: readonly Finding[];
  /** From LEAD up, then what is about handoffs. */
  readonly steps: readonly StepOverview[];
  readonly thin: readonly Thin[];
  readonly benchmarksLeftOut: readonly BenchmarkLeftOut[];
  /** How many comparisons were tested, as one family. */
  readonly tested: number;
  /** Each was looked at on its own. */
  readonly attributes: readonly string[];
  readonly baseline: Period;
  /** Milliseconds. */
  readonly conversionWindow: number;
  /** Who entered a stage later has not been watched for the conversion window, and does not count. */
  readonly watchedUntil: Instant;
}

/** Which step is in trouble, since when, why, and how sure. */
export const diagnosis = diagnosisWith(slaCompliance);

/** @param compliance counts how well first responses keep to the SLA */
export function diagnosisWith(compliance: ComplianceCounter): Report<DiagnosisQuestion, DiagnosisBody> {
  return {
    name: 'diagnosis',
    async answer(question, frame, desk) {
      const window = windowOf(question, frame);
      const { panels, chosen, leftOut } = await panelsOf(question, frame, window, desk, compliance);
      const observations: Observations[] = [];
      for (const panel of panels) observations.push(...(await observe(panel, frame, window)));
      const { tested, untested } = judge(observations, chosen, frame, window);
      const sinceOf = await sinceWhen(tested.filter(isFound), frame, window);
      const { findings, improvements } = findingsOf(tested, sinceOf, frame, window);
      const thin = untested.map(thinOf);
      return {
        quiet: findings.length === 0,
        summary: summaryOf(findings, tested.length, thin, window),
        ...{ findings, improvements, thin },
        steps: observations.map(overviewOf),
        benchmarksLeftOut: leftOut,
        tested: tested.length,
        attributes: window.attributes,
        baseline: window.baseline,
        conversionWindow: window.conversionWindow,
        watchedUntil: window.watchedUntil,
      };
    },
  };
}

/** What is judged: the steps, the follow-up where there are policies, acceptance where a benchmark asks for it. */
async function panelsOf(
  { benchmarks }: DiagnosisQuestion,
  frame: Frame,
  window: Window,
  desk: Desk,
  compliance: ComplianceCounter,
): Promise<ChosenBenchmarks & { readonly panels: readonly Panel[] }> {
  const steps = stepPanel(stepsOf(frame.ladder), window.conversionWindow, desk);
  const followUp = await followUpPanel(frame, window, desk, compliance);
  const acceptance = acceptancePanel(frame, window, desk);
  const panels = [steps, followUp, acceptance].filter((panel) => panel !== null);
  const { chosen, leftOut } = chooseBenchmarks(benchmarks, await desk.benchmarks(), {
    ladder: frame.ladder,
    subjects: panels.flatMap(({ subjects }) => subjects),
    conversionWindow: window.conversionWindow,
  });
  const isAsked = (panel: Panel) =>
    panel.hasBaseline || panel.subjects.some((each) => chosen.some(({ isOf }) => isOf(each)));
  return { chosen, leftOut, panels: panels.filter(isAsked) };
}

function overviewOf({ panel, subject, behind, total: { period, baseline }, splits }: Observations): StepOverview {
  const { hasBaseline } = panel;
  return {
    ...subject,
    period,
    baseline: hasBaseline ? baseline : null,
    difference: hasBaseline ? differenceOf(period, baseline) : null,
    splits: hasBaseline ? splits : [],
    behind,
  };
}
