import type { Instant } from '../../packages/core/src/question.js';
import { startOfDate } from './calendar.js';
import { throughputFunnel } from './funnel.js';
import { reportStage } from './ladder.js';
import type { AcceptanceQuestion, GoalVersion, History } from './model.js';

export interface GoalRow {
  readonly goal: string;
  readonly entered: number;
  readonly attainment: number;
  /** Null where nothing of the period has passed. */
  readonly pace: number | null;
}

/** The goals of periods that share a date with the question's, as they are known, by `asOf`. */
export function goals(history: History, { period, asOf, knownAt = Infinity, ladder }: AcceptanceQuestion): GoalRow[] {
  const known = (history.goals ?? []).filter((goal) => goal.recordedAt <= knownAt);
  const latest = known.filter((goal, index) => !known.slice(index + 1).some((later) => later.key === goal.key));
  return latest
    .filter((goal) => !goal.retired && goal.period.start < period.end && period.start < goal.period.end)
    .map((goal) => {
      const when = { asOf, knownAt, ladder };
      const stage = reportStage(history, when, goal.stage)!.key;
      const question = { ...when, period: goal.period, filter: goal.filter, base: stage, includeImplied: true };
      const entered = throughputFunnel(history, question).find((row) => row.stage === stage)?.entered ?? 0;
      const share = elapsedShare(history, goal, asOf);
      const attainment = entered / goal.target;
      return { goal: goal.key, entered, attainment, pace: share === 0 ? null : attainment / share };
    });
}

/** How much of a goal's period lies before an instant, 0 to 1. */
function elapsedShare({ settings }: History, { period }: GoalVersion, asOf: Instant): number {
  const [start, end] = [startOfDate(period.start, settings.timeZone), startOfDate(period.end, settings.timeZone)];
  return Math.min(Math.max((asOf - start) / (end - start), 0), 1);
}
