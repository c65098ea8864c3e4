import type { CostQuestion } from '@leadstage/core';
import { choiceOf, wholeOf } from './choice.js';
import { type CommonOptions, commonQuestion } from './options.js';
import { refusedOption } from './refused-option.js';
import { namesOf } from './split-list.js';

export interface CostOptions extends CommonOptions {
  readonly method?: string;
  readonly stages?: string;
  readonly lag?: string;
  readonly lagFrom?: string;
  readonly policy?: string;
  readonly roundLag?: string;
  readonly rollingDays?: string;
  readonly allocation?: string;
  readonly scopes?: string;
}

const METHODS = ['SIMPLE', 'SHIFTED', 'ROLLING', 'KERNEL'] as const;
const LAG_SOURCES = ['OBSERVED', 'MQL_TIME_PLUS_SLA'] as const;
const ALLOCATIONS = ['UNALLOCATED', 'BY_ENTRIES'] as const;

/** @throws InvalidInput INVALID_OPTION */
export function costQuestion(options: CostOptions): CostQuestion {
  const { method, stages, lag, lagFrom, policy, roundLag, rollingDays, allocation, scopes } = options;
  const question: CostQuestion = {
    ...commonQuestion(options),
    ...(method === undefined ? {} : { method: choiceOf(method, METHODS, '--method') }),
    ...(stages === undefined ? {} : { stages: namesOf(stages, '--stages') }),
    ...(lag === undefined ? {} : { lagDays: wholeOf(lag, 0, 3_650, '--lag') }),
    ...(lagFrom === undefined ? {} : { lagFrom: choiceOf(lagFrom, LAG_SOURCES, '--lag-from') }),
    ...(policy === undefined ? {} : { policy }),
    ...(roundLag === undefined ? {} : { roundLagToDays: wholeOf(roundLag, 1, 366, '--round-lag') }),
    ...(rollingDays === undefined ? {} : { rollingDays: wholeOf(rollingDays, 1, 3_650, '--rolling-days') }),
    ...(allocation === undefined ? {} : { allocation: choiceOf(allocation, ALLOCATIONS, '--allocation') }),
    ...(scopes === undefined
      ? {}
      : {
          costScopes: namesOf(scopes, '--scopes').map((scope) => choiceOf(scope, ['MARKETING', 'SALES'], '--scopes')),
        }),
  };
  checkLag(question);
  checkRolling(question);
  return question;
}

/** Core would leave an option that does not apply unread; whoever gave it should hear of it. */
function checkLag({ lagDays, lagFrom, policy, roundLagToDays }: CostQuestion): void {
  if (lagDays !== undefined && roundLagToDays !== undefined) {
    throw refusedOption('--round-lag', '--round-lag rounds the derived lag; with --lag leave it out.');
  }
  if (lagDays !== undefined && lagFrom !== undefined) {
    throw refusedOption('--lag-from', '--lag-from derives the lag; with --lag leave it out.');
  }
  if (policy !== undefined && lagFrom !== 'MQL_TIME_PLUS_SLA') {
    throw refusedOption('--policy', '--policy belongs to --lag-from mql_time_plus_sla.');
  }
}

function checkRolling({ method, rollingDays, grain }: CostQuestion): void {
  if (method !== 'ROLLING') {
    if (rollingDays === undefined) return;
    throw refusedOption('--rolling-days', '--rolling-days belongs to --method rolling.');
  }
  if (rollingDays === undefined) {
    throw refusedOption('--rolling-days', '--method rolling needs --rolling-days, the days in a window, such as 90.');
  }
  if (grain === undefined) {
    throw refusedOption('--grain', '--method rolling is told for a series; give --grain, such as month.');
  }
}
