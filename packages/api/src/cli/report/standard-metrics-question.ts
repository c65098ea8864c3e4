import type { StandardMetricsQuestion } from '@leadstage/core';
import { type CommonOptions, commonQuestion } from './options.js';
import { parseDuration } from './parse-duration.js';
import { refusedOption } from './refused-option.js';

export interface StandardMetricsOptions extends CommonOptions {
  readonly window?: string;
}

/** @throws InvalidInput INVALID_OPTION */
export function standardMetricsQuestion(options: StandardMetricsOptions): StandardMetricsQuestion {
  const { by, window } = options;
  if (by !== undefined) {
    throw refusedOption('--by', '--by does not apply: standard metrics are the same for everybody. Use --filter.');
  }
  return {
    ...commonQuestion(options),
    ...(window === undefined ? {} : { conversionWindow: parseDuration(window, '--window') }),
  };
}
