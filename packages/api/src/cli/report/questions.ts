import { type CostQuestion, type FunnelQuestion, InvalidInput, type VelocityQuestion } from '@leadstage/core';
import { choiceOf, wholeOf } from './choice.js';
import { type CommonOptions, commonQuestion } from './options.js';
import { parseDuration } from './parse-duration.js';
import { namesOf } from './split-list.js';

export interface FunnelOptions extends CommonOptions {
  readonly mode?: string;
  readonly base?: string;
  readonly window?: string;
  readonly explicitOnly?: boolean;
}

/** @throws InvalidInput INVALID_OPTION */
export function funnelQuestion(options: FunnelOptions): FunnelQuestion {
  const { mode, base, window, explicitOnly } = options;
  const question: FunnelQuestion = {
    ...commonQuestion(options),
    ...(mode === undefined ? {} : { mode: choiceOf(mode, ['COHORT', 'THROUGHPUT'], '--mode') }),
    ...(base === undefined ? {} : { base }),
    ...(window === undefined ? {} : { conversionWindow: parseDuration(window, '--window') }),
    ...(explicitOnly ? { includeImplied: false } : {}),
  };
  if (question.mode !== 'THROUGHPUT' || window === undefined) return question;
  throw refused('--window', '--window belongs to --mode cohort; a throughput has no cohort to follow.');
}

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
    throw refused(given, `${given} belongs to --method shifted; a simple cost has no lag.`);
  }
  if (lagDays !== undefined && roundLagToDays !== undefined) {
    throw refused('--round-lag', '--round-lag rounds the observed lag; with --lag leave it out.');
  }
}

function refused(option: string, message: string): InvalidInput {
  return new InvalidInput('INVALID_OPTION', [option], message);
}
