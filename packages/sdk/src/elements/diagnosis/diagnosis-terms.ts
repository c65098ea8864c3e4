import type { DiagnosisReport } from '@leadstage/sdk';

export type Finding = DiagnosisReport['findings'][number];
export type Step = DiagnosisReport['steps'][number];
export type Thin = DiagnosisReport['thin'][number];

export interface DiagnosisWords {
  readonly title: string;
  /** What is judged of a step, where it is not its rate; `{step}` such as `MQL → SQL`. */
  readonly metrics: Readonly<Record<Exclude<Finding['metric'], 'STEP_RATE'>, string>>;
  readonly step: string;
  readonly group: string;
  readonly all: string;
  readonly before: string;
  readonly benchmark: string;
  readonly difference: string;
  /** `{points}` with their sign. */
  readonly points: string;
  readonly since: string;
  readonly sure: string;
  /** At an adjusted p below 0.001, below 0.01, and else. */
  readonly evidence: readonly [string, string, string];
  readonly adjustedP: string;
  readonly owner: string;
  readonly teams: Readonly<Record<Finding['team'], string>>;
  readonly troubles: Readonly<Record<Finding['trouble'], string>>;
  /** How many fewer took the step. */
  readonly lost: string;
  readonly also: string;
  readonly risen: string;
  readonly steps: string;
  readonly thin: string;
  /** `{needed}`. */
  readonly reasons: Readonly<Record<Thin['reason'], string>>;
  readonly quiet: string;
  /** `{count}`. */
  readonly tested: string;
  readonly mix: string;
  readonly rates: string;
  /** `{stage}` and `{date}`. */
  readonly redefined: string;
  /** `{window}` and `{time}`. */
  readonly watched: string;
}
