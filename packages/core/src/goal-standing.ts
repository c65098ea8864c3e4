import type { GoalTarget } from './goal.js';
import type { StageDefinition } from './ladder.js';
import { attainmentOf } from './metrics/attainment.js';
import { elapsedShareOf, paceOf } from './metrics/pace.js';
import { startOfDate } from './period.js';
import type { LeadFilter, Period } from './question.js';
import type { Desk, Frame } from './report.js';

/** How far a goal has got by `asOf`. */
export interface GoalStanding {
  readonly key: string;
  readonly version: number;
  readonly name: string;
  /** Null where the stage is not in force at `asOf`; the counts are null with it. */
  readonly stage: StageDefinition | null;
  /** Of that stage, in force or not. */
  readonly stageId: number;
  readonly period: Period;
  readonly target: number;
  /** Which leads count: the goal's own filter. */
  readonly filter: LeadFilter;
  /** As the throughput funnel counts it. */
  readonly entered: number | null;
  readonly attainment: number | null;
  readonly pace: number | null;
  /** 0 to 1. */
  readonly elapsedShare: number;
}

/** A part of a goal's question: its period and filter are its own, whatever the report's are. */
export type GoalQuestion = Pick<GoalTarget, 'stageId' | 'start' | 'end' | 'target' | 'filter'>;

/**
 * Where goals stand at the frame's `asOf`, in their order. Goals of equal period and filter are asked for together.
 * This is the one place that says so: the report, the list of goals and the alarm for goals at risk all ask here.
 */
export async function goalStandings(
  goals: readonly GoalTarget[],
  frame: Frame,
  desk: Desk,
): Promise<readonly GoalStanding[]> {
  const entered = await enteredFor(goals, frame, desk);
  return goals.map((goal, index) => standingOf(goal, entered[index] ?? null, frame));
}

/** Entries that count for each goal; null where its stage is not in force. */
export async function enteredFor(
  goals: readonly GoalQuestion[],
  frame: Frame,
  desk: Desk,
): Promise<readonly (number | null)[]> {
  const asked = new Map<string, GoalQuestion[]>();
  for (const goal of goals) {
    if (!stageOf(goal, frame)) continue;
    const alike = JSON.stringify([goal.start, goal.end, goal.filter]);
    asked.set(alike, [...(asked.get(alike) ?? []), goal]);
  }
  const counted = new Map<GoalQuestion, number>();
  for (const alike of asked.values()) {
    const measures = alike.map(
      ({ stageId }) => ({ kind: 'entered', unit: 'LEAD', stage: stageId, explicitOnly: false }) as const,
    );
    const total = (await desk.ask(measures, frameOfGoal(alike[0] as GoalQuestion, frame))).cell(null, null);
    for (const [index, goal] of alike.entries()) counted.set(goal, Number(total.values(index)[0]));
  }
  return goals.map((goal) => counted.get(goal) ?? null);
}

/** The frame that a goal is measured in: its own period and leads, at the same `asOf` and `knownAt`. */
export function frameOfGoal({ start, end, filter }: Omit<GoalQuestion, 'stageId' | 'target'>, frame: Frame): Frame {
  return { ...frame, period: { start, end }, filter, by: [], buckets: [] };
}

function stageOf({ stageId }: GoalQuestion, { ladder }: Frame): StageDefinition | null {
  return ladder.find(({ id }) => id === stageId) ?? null;
}

function standingOf(goal: GoalTarget, entered: number | null, frame: Frame): GoalStanding {
  const { key, version, name, stageId, start, end, target, filter } = goal;
  const { timeZone } = frame.calendar;
  const elapsedShare = elapsedShareOf(startOfDate(start, timeZone), startOfDate(end, timeZone), frame.asOf);
  return {
    key,
    version,
    name,
    stage: stageOf(goal, frame),
    stageId,
    period: { start, end },
    target,
    filter,
    entered,
    attainment: entered === null ? null : attainmentOf(entered, target),
    pace: entered === null ? null : paceOf(entered, target, elapsedShare),
    elapsedShare,
  };
}
