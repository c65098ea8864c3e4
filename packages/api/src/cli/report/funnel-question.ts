import type { FunnelQuestion } from '@leadstage/core';
import { choiceOf } from './choice.js';
import { type CommonOptions, commonQuestion } from './options.js';
import { parseDuration } from './parse-duration.js';
import { refusedOption } from './refused-option.js';

export interface FunnelOptions extends CommonOptions {
  readonly mode?: string;
  readonly unit?: string;
  readonly base?: string;
  readonly window?: string;
  readonly explicitOnly?: boolean;
}

/** @throws InvalidInput INVALID_OPTION */
export function funnelQuestion(options: FunnelOptions): FunnelQuestion {
  const { mode, unit, base, window, explicitOnly } = options;
  const question: FunnelQuestion = {
    ...commonQuestion(options),
    ...(mode === undefined ? {} : { mode: choiceOf(mode, ['COHORT', 'THROUGHPUT'], '--mode') }),
    ...(unit === undefined ? {} : { unit: choiceOf(unit, ['LEAD', 'ACCOUNT'], '--unit') }),
    ...(base === undefined ? {} : { base }),
    ...(window === undefined ? {} : { conversionWindow: parseDuration(window, '--window') }),
    ...(explicitOnly ? { includeImplied: false } : {}),
  };
  if (question.mode !== 'THROUGHPUT' || window === undefined) return question;
  throw refusedOption('--window', '--window belongs to --mode cohort; a throughput has no cohort to follow.');
}
