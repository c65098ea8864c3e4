import type { DiagnosisQuestion } from '@leadstage/core';
import { wholeOf } from './choice.js';
import { type CommonOptions, commonQuestion } from './options.js';
import { parseDuration } from './parse-duration.js';
import { namesOf } from './split-list.js';

export interface DiagnosisOptions extends CommonOptions {
  readonly baseline?: string;
  readonly window?: string;
  readonly benchmarks?: string;
}

/** @throws InvalidInput INVALID_OPTION */
export function diagnosisQuestion(options: DiagnosisOptions): DiagnosisQuestion {
  const { baseline, window, benchmarks } = options;
  return {
    ...commonQuestion(options),
    ...(baseline === undefined ? {} : { baselinePeriods: wholeOf(baseline, 1, 24, '--baseline') }),
    ...(window === undefined ? {} : { conversionWindow: parseDuration(window, '--window') }),
    ...(benchmarks === undefined ? {} : { benchmarks: benchmarkIds(benchmarks) }),
  };
}

function benchmarkIds(given: string): string[] {
  return given.trim().toLowerCase() === 'none' ? [] : namesOf(given, '--benchmarks');
}
