import { convertMoney, isCurrency, isDecimal } from '@leadstage/core';
import type { CostInput, Problem } from '../ingest-input.js';
import type { Batch, Taken } from './batch.js';
import { errorAt } from './check-unit.js';
import { costContent } from './cost-content.js';

const AMOUNT_DECIMALS = 4;
const RATE_DECIMALS = 10;

export function takeCost(batch: Batch, input: CostInput, path: string, problems: Problem[]): Taken {
  const errors = checkCost(input, path, batch.workspace.state.currency);
  problems.push(...errors);
  if (errors.length > 0) return 'UNCHANGED';

  const given = {
    category: input.category,
    source: input.source || null,
    leadType: input.leadType || null,
    campaign: input.campaign || null,
    costScope: input.costScope ?? 'MARKETING',
    exchangeRate: input.exchangeRate ?? null,
  };
  const content = costContent({
    ...given,
    amount: input.amount,
    currency: input.currency,
    from: input.from,
    to: input.to,
  });
  const known = batch.known.costs.get(input.externalId);
  if (known !== undefined) {
    if (known !== content) {
      const message = `Cost "${input.externalId}" is recorded already with other content. What is recorded stays.`;
      problems.push(errorAt(`${path}.externalId`, 'CONFLICT', message));
    }
    return 'UNCHANGED';
  }
  const amount = input.exchangeRate
    ? convertMoney(input.amount, input.exchangeRate, batch.workspace.state.currency)
    : input.amount;
  if (!isDecimal(amount, AMOUNT_DECIMALS)) {
    problems.push(
      errorAt(`${path}.amount`, 'INVALID_DECIMAL', `${amount} is more than can be kept, 15 digits before the point.`),
    );
    return 'UNCHANGED';
  }
  batch.add(batch.costs, {
    ...given,
    id: batch.nextId('cost_entry'),
    externalId: input.externalId,
    amount,
    givenAmount: input.amount,
    givenCurrency: input.currency,
    startsOn: input.from,
    endsOn: input.to,
  });
  batch.set(batch.known.costs, input.externalId, content);
  return 'CREATED';
}

export function checkCost(input: CostInput, path: string, workspaceCurrency: string): Problem[] {
  const problems: Problem[] = [];
  const refuse = (field: string, code: string, message: string) =>
    problems.push(errorAt(`${path}.${field}`, code, message));
  if (!isDecimal(input.amount, AMOUNT_DECIMALS)) {
    refuse(
      'amount',
      'INVALID_DECIMAL',
      `"${input.amount}" is not a plain decimal with at most 4 decimals, such as 1200.50.`,
    );
  }
  if (!isCurrency(input.currency)) {
    refuse('currency', 'INVALID_CURRENCY', `"${input.currency}" is not an ISO 4217 currency such as EUR.`);
  } else if (input.currency !== workspaceCurrency && input.exchangeRate === undefined) {
    refuse(
      'exchangeRate',
      'MISSING_EXCHANGE_RATE',
      `The workspace counts in ${workspaceCurrency}; an amount in ${input.currency} needs its exchange rate.`,
    );
  } else if (input.currency === workspaceCurrency && input.exchangeRate !== undefined) {
    refuse(
      'exchangeRate',
      'NEEDLESS_EXCHANGE_RATE',
      `The amount is in the workspace's own currency; leave the exchange rate out.`,
    );
  }
  if (
    input.exchangeRate !== undefined &&
    !(isDecimal(input.exchangeRate, RATE_DECIMALS) && Number(input.exchangeRate) > 0)
  ) {
    refuse(
      'exchangeRate',
      'INVALID_DECIMAL',
      `"${input.exchangeRate}" is not a positive decimal with at most 10 decimals.`,
    );
  }
  if (input.from >= input.to) {
    refuse('to', 'INVALID_PERIOD', `${input.to} is not after ${input.from}; the range is half-open, [from, to).`);
  }
  if (input.category.trim() === '') refuse('category', 'MISSING_CATEGORY', 'A cost needs a category.');
  if (input.costScope && input.costScope !== 'MARKETING' && input.costScope !== 'SALES') {
    refuse('costScope', 'INVALID_SCOPE', `"${input.costScope}" is neither MARKETING nor SALES.`);
  }
  return problems;
}
