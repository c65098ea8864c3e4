import type { GoalTarget } from './goal.js';
import { enteredFor, frameOfGoal, type GoalQuestion } from './goal-standing.js';
import { InvalidInput } from './invalid-input.js';
import { findStage, type StageDefinition } from './ladder.js';
import { MILLISECONDS_PER_DAY } from './local-date.js';
import type { DurationMeasure, ReachedMeasure } from './measure.js';
import { type Needed, neededFor } from './metrics/leads-needed.js';
import { dateOf, resolvePeriod, startOfDate } from './period.js';
import type { Instant, LocalDate, Period, PeriodInput } from './question.js';
import { type Rate, rateOf } from './rate.js';
import type { Cell, Desk, Frame } from './report.js';

export interface LeadsNeededQuestion {
  /** Over which period the present rates and lags are measured; default the last 12 complete months before `asOf`. */
  readonly ratesOver?: PeriodInput | undefined;
  /** How long after its entry a lead may take, milliseconds; default: ever. */
  readonly conversionWindow?: number | undefined;
}

/** What a goal asks for at the present rates and lags. */
export interface LeadsNeeded {
  /** What the goal still lacks at `asOf`, at least 0; null where its stage is not in force then. */
  readonly missing: number | null;
  readonly ratesOver: Period;
  /** Leads count in the rates once they have been watched for so long, milliseconds. */
  readonly watchedFor: number;
  /** From LEAD; null where the ladder has no such stage up to the goal's, or the goal's is not in force. */
  readonly leads: NeededEntries | null;
  /** The same from MQL. */
  readonly mqls: NeededEntries | null;
}

/** Entries into a stage that a goal for the same or a later stage asks for. */
export interface NeededEntries {
  readonly stage: StageDefinition;
  /** Of those that entered the stage, the share that reached the goal's; null for the goal's own stage. */
  readonly rate: Rate | null;
  /** Mean seconds from the stage to the goal's; 0 for the goal's own stage. */
  readonly lagSeconds: number | null;
  /** Leads whose time the mean is of. */
  readonly lagLeads: number;
  /** For what is missing. */
  readonly needed: Needed;
  /** For the whole target. */
  readonly neededForTarget: Needed;
  /** They have to come in before this date: the goal's end, one lag earlier. */
  readonly before: LocalDate | null;
}

const DEFAULT_PERIOD: PeriodInput = { last: { count: 12, grain: 'MONTH' } };
const DEFAULT_WATCH = 180 * MILLISECONDS_PER_DAY;
const LONGEST_WINDOW = 100 * 366 * MILLISECONDS_PER_DAY;

/**
 * How many leads and MQLs a goal asks for, and before which date. Two statements.
 * @throws InvalidInput INVALID_PERIOD, INVALID_DATE (path from `ratesOver` on), INVALID_WINDOW
 */
export async function leadsNeededFor(
  goal: Pick<GoalTarget, keyof GoalQuestion>,
  question: LeadsNeededQuestion,
  frame: Frame,
  desk: Desk,
): Promise<LeadsNeeded> {
  const ratesOver = periodOfRates(question, frame);
  const within = checkedWindow(question.conversionWindow);
  const watchedFor = within ?? DEFAULT_WATCH;
  const [entered = null] = await enteredFor([goal], frame, desk);
  const stage = frame.ladder.find(({ id }) => id === goal.stageId);
  if (entered === null || !stage) return { missing: null, ratesOver, watchedFor, leads: null, mqls: null };

  const missing = Math.max(0, goal.target - entered);
  const bases = [findStage(frame.ladder, 'LEAD'), findStage(frame.ladder, 'MQL')];
  const below = bases.filter((base) => base !== undefined).filter((base) => base.position < stage.position);
  const ratesFrame = frameOfGoal({ ...ratesOver, filter: goal.filter }, frame);
  const measures = below.flatMap((base) => measuresFrom(base, stage, within, watchedFor));
  const total = (await desk.ask(measures, ratesFrame)).cell(null, null);
  const neededFrom = (base: StageDefinition | undefined): NeededEntries | null => {
    if (!base || base.position > stage.position) return null;
    if (base.id === stage.id) return ownStage(base, missing, goal);
    return fromBelow(base, total, 2 * below.indexOf(base), { missing, goal, timeZone: frame.calendar.timeZone });
  };
  const [leads = null, mqls = null] = bases.map(neededFrom);
  return { missing, ratesOver, watchedFor, leads, mqls };
}

function measuresFrom(
  { id: base }: StageDefinition,
  { id: stage }: StageDefinition,
  within: number | null,
  watchedFor: number,
): [ReachedMeasure, DurationMeasure] {
  return [
    { kind: 'reached', unit: 'LEAD', base, stages: [base, stage], within, watchedFor, explicitOnly: false },
    { kind: 'duration', from: base, to: stage, basis: 'TO', bounds: [], clock: null },
  ];
}

interface Wanted {
  readonly missing: number;
  readonly goal: Pick<GoalTarget, 'target' | 'end'>;
  readonly timeZone: string;
}

/** @param position of the two measures about this base in what was asked */
function fromBelow(base: StageDefinition, total: Cell, position: number, wanted: Wanted): NeededEntries {
  const { missing, goal, timeZone } = wanted;
  const [entered = 0, reached = 0] = total.values(position).map(Number);
  const [lagLeads = 0, sum = 0] = total.values(position + 1).map(Number);
  const rate = rateOf(reached, entered);
  const lag = lagLeads === 0 ? null : sum / lagLeads;
  return {
    stage: base,
    rate,
    lagSeconds: lag === null ? null : lag / 1000,
    lagLeads,
    needed: neededFor(missing, rate),
    neededForTarget: neededFor(goal.target, rate),
    before: lag === null ? null : dateBefore(goal.end, lag, timeZone),
  };
}

/** The latest date that begins at least one lag before the end does: who comes in before it has the lag's time. */
function dateBefore(end: LocalDate, lag: number, timeZone: string): LocalDate {
  const latest: Instant = Math.floor(startOfDate(end, timeZone) - lag);
  return dateOf(latest, timeZone);
}

/** Each entry counts itself, at once. */
function ownStage(stage: StageDefinition, missing: number, { target, end }: Wanted['goal']): NeededEntries {
  const exactly = (entries: number): Needed => ({ value: entries, low: entries, high: entries });
  return {
    stage,
    rate: null,
    lagSeconds: 0,
    lagLeads: 0,
    needed: exactly(missing),
    neededForTarget: exactly(target),
    before: end,
  };
}

function periodOfRates({ ratesOver = DEFAULT_PERIOD }: LeadsNeededQuestion, { calendar, asOfDate }: Frame): Period {
  try {
    return resolvePeriod(ratesOver, calendar, asOfDate);
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    throw new InvalidInput(error.code, ['ratesOver', ...error.path.slice(1)], error.message, error.expected);
  }
}

function checkedWindow(window: number | undefined): number | null {
  if (window === undefined) return null;
  if (Number.isInteger(window) && window >= 0 && window <= LONGEST_WINDOW) return window;
  const expected = 'at most 100 years, in hours or days of 24 hours: P30D, PT72H';
  throw new InvalidInput('INVALID_WINDOW', ['conversionWindow'], `A conversion window is ${expected}.`, expected);
}
