import type { CostInput } from '../commands/ingest-input.js';
import type { Random } from './random.js';
import { CURRENCY, SPEND, SPEND_NOISE, type SpendLine } from './rates.js';
import { DAY, dayOf, localDateOf, monthOf } from './wall-clock.js';

/** One list of entries per calendar month that meets the days `[from, to)`; the first and the last month are cut to them. */
export function* monthlySpend(from: number, to: number, random: Random): Generator<CostInput[]> {
  for (let start = from; start < to; start = nextMonth(start)) {
    const end = Math.min(nextMonth(start), to);
    yield SPEND.map((line) => entry(line, start, end, (start - from) / 365.25, random));
  }
}

function entry(line: SpendLine, start: number, end: number, years: number, random: Random): CostInput {
  const noise = 1 + SPEND_NOISE * (2 * random.uniform() - 1);
  const month = line.monthly * line.growth ** years * (line.months?.[monthOf(start)] ?? 1) * noise;
  const amount = (month * (end - start)) / daysInMonth(start);
  const { category, source, campaign, costScope } = line;
  const what = [category, source, campaign].filter((part) => part !== null && part !== undefined);
  return {
    externalId: ['demo-cost', localDateOf(start), ...what].join('-'),
    amount: amount.toFixed(2),
    currency: CURRENCY,
    from: localDateOf(start),
    to: localDateOf(end),
    category,
    source,
    ...(campaign !== undefined && { campaign }),
    ...(costScope !== undefined && { costScope }),
  };
}

function nextMonth(day: number): number {
  const date = new Date(day * DAY);
  return dayOf(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1));
}

function daysInMonth(day: number): number {
  const date = new Date(day * DAY);
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
}
