import type { Instant } from '../../packages/core/src/question.js';
import { startOfDate } from './calendar.js';
import { throughputFunnel } from './funnel.js';
import { reportStage } from './ladder.js';
import type { AcceptanceQuestion, CommonQuestion, GoalVersion, History } from './model.js';

export interface GoalRow {
  readonly goal: string;
  readonly stage: string;
  readonly entered: number;
  readonly target: number;
  readonly attainment: number;
  /** Null where nothing of the period has passed. */
  readonly pace: number | null;
}

/** The goals of periods that share a date with the question's, as they are known. */
export function pursued(history: History, { period, knownAt = Infinity }: CommonQuestion): GoalVersion[] {
  const known = (history.goals ?? []).filter((goal) => goal.recordedAt <= knownAt);
  const latest = known.filter((goal, index) => !known.slice(index + 1).some((later) => later.key === goal.key));
  return latest.filter((goal) => !goal.retired && goal.period.start < period.end && period.start < goal.period.end);
}

/** How far they have got by `asOf`. */
export function goals(history: History, question: AcceptanceQuestion): GoalRow[] {
  const { asOf, knownAt = Infinity, ladder } = question;
  return pursued(history, question).map((goal) => {
    const when = { asOf, knownAt, ladder };
    const stage = reportStage(history, when, goal.stage)!.key;
    const question = { ...when, period: goal.period, filter: goal.filter, base: stage, includeImplied: true };
    const entered = throughputFunnel(history, question).find((row) => row.stage === stage)?.entered ?? 0;
    const share = elapsedShare(history, goal, asOf);
    const attainment = entered / goal.target;
    return {
      goal: goal.key,
      stage,
      entered,
      target: goal.target,
      attainment,
      pace: share === 0 ? null : attainment / share,
    };
  });
}

/** How much of a goal's period lies before an instant, 0 to 1. */
function elapsedShare({ settings }: History, { period }: GoalVersion, asOf: Instant): number {
  const [start, end] = [startOfDate(period.start, settings.timeZone), startOfDate(period.end, settings.timeZone)];
  return Math.min(Math.max((asOf - start) / (end - start), 0), 1);
}
