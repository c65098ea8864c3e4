import type { VelocityQuestion } from '@leadstage/core';
import { choiceOf } from './choice.js';
import { type CommonOptions, commonQuestion } from './options.js';
import { refusedOption } from './refused-option.js';
import { namesOf } from './split-list.js';

export interface VelocityOptions extends CommonOptions {
  readonly fromStage?: string;
  readonly toStage?: string;
  readonly basis?: string;
  readonly clock?: string;
  readonly calendar?: string;
  readonly stays?: string;
}

/** @throws InvalidInput INVALID_OPTION */
export function velocityQuestion(options: VelocityOptions): VelocityQuestion {
  const { fromStage, toStage, basis, clock, calendar, stays } = options;
  const question = {
    ...commonQuestion(options),
    ...(fromStage === undefined ? {} : { from: fromStage }),
    ...(toStage === undefined ? {} : { to: toStage }),
    ...(basis === undefined ? {} : { basis: choiceOf(basis, ['TO', 'FROM'], '--basis') }),
    ...(clock === undefined ? {} : { clock: choiceOf(clock, ['CALENDAR', 'BUSINESS'], '--clock') }),
    ...(calendar === undefined ? {} : { calendar }),
    ...(stays === undefined ? {} : { timeInStage: namesOf(stays, '--stays') }),
  };
  if (calendar !== undefined && question.clock !== 'BUSINESS') {
    throw refusedOption('--calendar', '--calendar belongs to --clock business; the other counts time as it passes.');
  }
  return question;
}
