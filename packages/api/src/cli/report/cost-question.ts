import type { CostQuestion } from '@leadstage/core';
import { choiceOf, wholeOf } from './choice.js';
import { type CommonOptions, commonQuestion } from './options.js';
import { refusedOption } from './refused-option.js';
import { namesOf } from './split-list.js';

export interface CostOptions extends CommonOptions {
  readonly method?: string;
  readonly stages?: string;
  readonly lag?: string;
  readonly roundLag?: string;
  readonly scopes?: string;
}

/** @throws InvalidInput INVALID_OPTION */
export function costQuestion(options: CostOptions): CostQuestion {
  const { method, stages, lag, roundLag, scopes } = options;
  const question: CostQuestion = {
    ...commonQuestion(options),
    ...(method === undefined ? {} : { method: choiceOf(method, ['SIMPLE', 'SHIFTED'], '--method') }),
    ...(stages === undefined ? {} : { stages: namesOf(stages, '--stages') }),
    ...(lag === undefined ? {} : { lagDays: wholeOf(lag, 0, 3_650, '--lag') }),
    ...(roundLag === undefined ? {} : { roundLagToDays: wholeOf(roundLag, 1, 366, '--round-lag') }),
    ...(scopes === undefined
      ? {}
      : {
          costScopes: namesOf(scopes, '--scopes').map((scope) => choiceOf(scope, ['MARKETING', 'SALES'], '--scopes')),
        }),
  };
  checkLag(question);
  return question;
}

/** Core would leave a lag that does not apply unread; whoever gave it should hear of it. */
function checkLag({ method, lagDays, roundLagToDays }: CostQuestion): void {
  const given = lagDays === undefined ? '--round-lag' : '--lag';
  if (method !== 'SHIFTED' && (lagDays !== undefined || roundLagToDays !== undefined)) {
    throw refusedOption(given, `${given} belongs to --method shifted; a simple cost has no lag.`);
  }
  if (lagDays !== undefined && roundLagToDays !== undefined) {
    throw refusedOption('--round-lag', '--round-lag rounds the observed lag; with --lag leave it out.');
  }
}
