import { findStage, type StageDefinition } from '../../ladder.js';
import { addDays } from '../../local-date.js';
import type { Measure } from '../../measure.js';
import type { LocalDate, Period } from '../../question.js';
import type { Answers, Frame, GroupKeys } from '../../report.js';
import type { AskedCost } from './question.js';
import { type Cuts, cutsAt, daysOf, runningTotals } from './stretches.js';

/** Leads and what they are worth, in minor units. */
export interface Worth {
  readonly leads: number;
  readonly minor: bigint;
}

/** What is counted of leads, by group; null: the total. */
export interface EntryCounts {
  readonly entered: (stage: StageDefinition, window: Period, keys: GroupKeys | null) => number;
  readonly won: (window: Period, keys: GroupKeys | null) => Worth;
  /** Null where the ladder has no QSO. */
  readonly pipeline: (keys: GroupKeys | null) => Worth | null;
  readonly firstCost: LocalDate | null;
}

/** Where windows of entries begin and end: those of the buckets, and those that roll. */
export function entryCuts({ rollingDays }: AskedCost, { period, buckets }: Frame): Cuts {
  const ends = [period, ...buckets].map((each) => daysOf(each)[1]);
  const rolling = rollingDays === null ? [] : ends.map((end) => end - rollingDays);
  return cutsAt([daysOf(period)[0], ...ends, ...rolling]);
}

/** The dates whose entries count. */
export function entryWindow({ rollingDays }: Pick<AskedCost, 'rollingDays'>, { start, end }: Period): Period {
  return { start: rollingDays === null ? start : addDays(end, -rollingDays), end };
}

export function entryMeasures(asked: AskedCost, frame: Frame): Measure[] {
  const pipeline = pipelineStages(frame.ladder);
  return [
    ...countedStages(asked).map(
      ({ id }) => ({ kind: 'entered', unit: 'LEAD', stage: id, explicitOnly: false }) as const,
    ),
    { kind: 'firstCost', scopes: asked.scopes },
    ...(pipeline ? [{ kind: 'standing', stages: pipeline.map(({ id }) => id) } as const] : []),
    ...(asked.customer ? [{ kind: 'value', stage: asked.customer.id } as const] : []),
  ];
}

/** @param answers to the measures, in a frame whose stretches lie between the cuts */
export function entryCounts(
  answers: Answers,
  asked: AskedCost,
  frame: Frame,
  stretches: Frame,
  cuts: Cuts,
): EntryCounts {
  const stages = countedStages(asked);
  const total = runningTotals(answers, stretches, cuts);
  const within = (measure: number, value: number, window: Period, keys: GroupKeys | null) => {
    const [start, end] = daysOf(window);
    const running = total(measure, value, keys);
    return running(end) - running(start);
  };
  const pipeline = pipelineStages(frame.ladder) !== null;
  const firstCost = stages.length;
  const standing = firstCost + 1;
  const value = standing + (pipeline ? 1 : 0);
  const whole = (keys: GroupKeys | null) => answers.cell(null, keys);
  return {
    entered: (stage, window, keys) => Number(within(stages.indexOf(stage), 0, window, keys)),
    won: (window, keys) => ({
      leads: Number(within(value, 0, window, keys)),
      minor: within(value, 1, window, keys),
    }),
    pipeline: (keys) => {
      if (!pipeline) return null;
      const [leads, minor] = whole(keys).values(standing);
      return { leads: Number(leads), minor: BigInt(String(minor)) };
    },
    firstCost: (whole(null).values(firstCost)[0] ?? null) as LocalDate | null,
  };
}

function countedStages({ stages, customer }: AskedCost): readonly StageDefinition[] {
  return customer ? [...new Set([...stages, customer])] : stages;
}

/** From QSO up to what comes before CUSTOMER; null where the ladder has no QSO. */
export function pipelineStages(ladder: readonly StageDefinition[]): readonly StageDefinition[] | null {
  const [qso, customer] = [findStage(ladder, 'QSO'), findStage(ladder, 'CUSTOMER')];
  if (!qso) return null;
  const isOpen = ({ position }: StageDefinition) =>
    position >= qso.position && (customer === undefined || position < customer.position);
  return ladder.filter(isOpen);
}
