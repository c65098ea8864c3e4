import type { VelocityQuestion } from '@leadstage/core';
import { choiceOf } from './choice.js';
import { type CommonOptions, commonQuestion } from './options.js';

export interface VelocityOptions extends CommonOptions {
  readonly fromStage: string;
  readonly toStage: string;
  readonly basis?: string;
}

/** @throws InvalidInput INVALID_OPTION */
export function velocityQuestion(options: VelocityOptions): VelocityQuestion {
  const { fromStage, toStage, basis } = options;
  return {
    ...commonQuestion(options),
    from: fromStage,
    to: toStage,
    ...(basis === undefined ? {} : { basis: choiceOf(basis, ['TO', 'FROM'], '--basis') }),
  };
}
