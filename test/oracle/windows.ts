import { addDays, bucketsOf, dateOf, daysBetween } from './calendar.js';
import { cost, rollingWindows } from './cost.js';
import { fold } from './fold.js';
import { reportStage } from './ladder.js';
import type { CostQuestion, History } from './model.js';

type Dates = readonly [start: string, end: string];

/** Of a stage in the period (null) or a bucket: whose entries count, whose spend, and how much of that is before any cost. */
export interface WindowRow {
  readonly stage: string;
  readonly bucket: number | null;
  readonly entries: Dates;
  /** From the longest lag to the shortest; null where nobody can say. */
  readonly spend: Dates | null;
  /** Days of the spend window, and their share of it; null without one, and where no cost is known. */
  readonly before: number | null;
  readonly share: number | null;
  /** KERNEL above LEAD: on how many leads the lags were measured. */
  readonly lagLeads: number | null;
}

export function windows(history: History, question: CostQuestion): WindowRow[] {
  const { period, grain, method } = question;
  const buckets = grain ? bucketsOf(period, grain, history.settings) : [];
  const plain = [{ bucket: null, period }, ...buckets.map((each, bucket) => ({ bucket, period: each }))];
  const first = firstCost(history, question);
  const lead = reportStage(history, question, 'LEAD');
  return cost(history, question).lags.flatMap(({ stage, shifts }) => {
    const isAbove = lead !== undefined && reportStage(history, question, stage)!.position > lead.position;
    const lagLeads = method.kind === 'KERNEL' && isAbove ? shifts.length : null;
    return (rollingWindows(history, question) ?? plain).map(({ bucket, period: { start, end } }): WindowRow => {
      const about = { stage, bucket, entries: [start, end] as const, lagLeads };
      if (shifts.length === 0) return { ...about, spend: null, before: null, share: null };
      const spend = [addDays(start, -Math.max(...shifts)), addDays(end, -Math.min(...shifts))] as const;
      if (first === null) return { ...about, spend, before: null, share: null };
      const before = [first, spend[1]].sort()[0]!;
      const days = Math.max(0, daysBetween(spend[0], before));
      return { ...about, spend, before: days, share: days / daysBetween(...spend) };
    });
  });
}

/** The first date by `asOf` on which cost of the scopes accrues, whatever the filter. */
function firstCost(history: History, { costScopes = ['MARKETING'], asOf, knownAt }: CostQuestion): string | null {
  const last = asOf === undefined ? '9999-12-31' : dateOf(asOf, history.settings.timeZone);
  const dates = fold(history, knownAt)
    .costs.filter(({ costScope = 'MARKETING', from }) => costScopes.includes(costScope) && from <= last)
    .map(({ from }) => from);
  return dates.sort()[0] ?? null;
}
