import type { Instant, LocalDate, Period } from '../../packages/core/src/question.js';
import { dateOf, startOfDate } from './calendar.js';
import { cohortFunnel, throughputFunnel } from './funnel.js';
import { pursued } from './goals.js';
import { wilsonEnds } from './intervals.js';
import { reportStage } from './ladder.js';
import type { GoalVersion, History, NeededQuestion, StageDefinition } from './model.js';
import { timeToReach } from './velocity.js';

/** `[value, low, high]`. */
export type Needed = readonly [number | null, number | null, number | null];

export interface NeededRow {
  readonly goal: string;
  /** LEAD or MQL. */
  readonly from: string;
  readonly missing: number;
  readonly ratesOver: Period;
  readonly stage: string;
  readonly rate: readonly [numerator: number, denominator: number] | null;
  readonly lagLeads: number;
  readonly lagSeconds: number | null;
  readonly needed: Needed;
  readonly neededForTarget: Needed;
  readonly before: LocalDate | null;
}

const DAY = 86_400_000;

/** How many leads and MQLs each goal asks for that is pursued and shares a date with the period. */
export function needed(history: History, question: NeededQuestion): NeededRow[] {
  const { asOf, knownAt, ladder } = question;
  const when = { asOf, knownAt, ladder };
  const ratesOver = question.ratesOver ?? lastYear(history, asOf);
  return pursued(history, question).flatMap((goal) => {
    const stage = reportStage(history, when, goal.stage)!;
    const own = { ...when, period: goal.period, filter: goal.filter, base: stage.key, includeImplied: true };
    const entered = throughputFunnel(history, own).find((row) => row.stage === stage.key)?.entered ?? 0;
    const missing = Math.max(0, goal.target - entered);
    return ['LEAD', 'MQL'].flatMap((from): NeededRow[] => {
      const base = reportStage(history, when, from);
      if (!base || base.position > stage.position) return [];
      const told = { goal: goal.key, from, missing, ratesOver, stage: base.key };
      if (base.id === stage.id) {
        const [some, all] = [missing, goal.target].map((count): Needed => [count, count, count]) as [Needed, Needed];
        const itself = { rate: null, lagLeads: 0, lagSeconds: 0, before: goal.period.end };
        return [{ ...told, ...itself, needed: some, neededForTarget: all }];
      }
      return [{ ...told, ...fromBelow(history, question, ratesOver, goal, { base, stage, missing }) }];
    });
  });
}

interface Way {
  readonly base: StageDefinition;
  readonly stage: StageDefinition;
  readonly missing: number;
}

function fromBelow(
  history: History,
  { asOf, knownAt, ladder, conversionWindowMs }: NeededQuestion,
  period: Period,
  { filter, target, period: { end } }: GoalVersion,
  { base, stage, missing }: Way,
) {
  const leads = { period, filter, asOf, knownAt, ladder };
  const watched = { conversionWindowMs, watchedForMs: conversionWindowMs ?? 180 * DAY, includeImplied: true };
  const rows = cohortFunnel(history, { ...leads, ...watched, base: base.key });
  const reached = (key: string) => rows.find((row) => row.stage === key)?.reached ?? 0;
  const rate = [reached(stage.key), reached(base.key)] as const;
  const [time] = timeToReach(history, { ...leads, from: base.key, to: stage.key, basis: 'TO' });
  return {
    rate,
    lagLeads: time?.count ?? 0,
    lagSeconds: time ? Number(time.sumMs) / time.count / 1000 : null,
    needed: neededFor(missing, ...rate),
    neededForTarget: neededFor(target, ...rate),
    before: time ? dateOf(lagBefore(end, time, history), history.settings.timeZone) : null,
  };
}

/** The last whole millisecond that is a mean time before a date begins. */
function lagBefore(end: LocalDate, { sumMs, count }: { sumMs: bigint; count: number }, { settings }: History): Instant {
  const left = BigInt(startOfDate(end, settings.timeZone)) * BigInt(count) - sumMs;
  const quotient = left / BigInt(count);
  return Number(left < 0n && quotient * BigInt(count) !== left ? quotient - 1n : quotient);
}

function neededFor(entries: number, reached: number, of: number): Needed {
  if (entries === 0) return [0, 0, 0];
  const ends = wilsonEnds(reached, of);
  const at = (rate: number | undefined) => (rate ? Math.ceil(entries / rate) : null);
  // Exactly: so many of `of` that reached/of of them are enough.
  let value = 0;
  if (reached > 0) value = Math.floor((entries * of) / reached);
  while (reached > 0 && value * reached < entries * of) value += 1;
  return [reached > 0 ? value : null, at(ends?.high), at(ends?.low)];
}

/** The twelve months before that of `asOf`. */
function lastYear({ settings }: History, asOf: Instant): Period {
  const [year, month] = dateOf(asOf, settings.timeZone).split('-');
  return { start: `${Number(year) - 1}-${month}-01`, end: `${year}-${month}-01` };
}
