import { InvalidInput } from '../../invalid-input.js';
import { findStage, resolveStage, type StageDefinition } from '../../ladder.js';
import type { CostScope } from '../../measure.js';
import type { ReportQuestion } from '../../question.js';
import type { Frame } from '../../report.js';

export type CostMethod = 'SIMPLE' | 'SHIFTED' | 'ROLLING' | 'KERNEL';
export type LagSource = 'OBSERVED' | 'MQL_TIME_PLUS_SLA';
export type CostAllocation = 'UNALLOCATED' | 'BY_ENTRIES';

export interface CostQuestion extends ReportQuestion {
  /** Default SIMPLE. */
  readonly method?: CostMethod | undefined;
  /** Stages to show; default every stage from LEAD up; the whole ladder where it has no LEAD. */
  readonly stages?: readonly string[] | undefined;
  /** SHIFTED, ROLLING, and CAC whatever the method: whole days to look back, 0–3650; default derived by `lagFrom`. */
  readonly lagDays?: number | undefined;
  /** What a lag is derived from; default OBSERVED. */
  readonly lagFrom?: LagSource | undefined;
  /** MQL_TIME_PLUS_SLA: key of the policy; default the first in force at `asOf` with a decision target. */
  readonly policy?: string | undefined;
  /** Round a derived lag to a multiple of so many days, 1–366; default 1. */
  readonly roundLagToDays?: number | undefined;
  /** ROLLING, required: length of the windows in days, 1–3650. */
  readonly rollingDays?: number | undefined;
  /** What becomes of cost that lacks an attribute of `by` or `filter`; default UNALLOCATED. */
  readonly allocation?: CostAllocation | undefined;
  /** Default MARKETING only. */
  readonly costScopes?: readonly CostScope[] | undefined;
}

/** A question about cost, checked, with its defaults. */
export interface AskedCost {
  readonly method: CostMethod;
  readonly stages: readonly StageDefinition[];
  readonly scopes: readonly CostScope[];
  /** null: derived. */
  readonly lagDays: number | null;
  readonly lagFrom: LagSource;
  readonly policy: string | null;
  readonly roundTo: number;
  /** null but for ROLLING. */
  readonly rollingDays: number | null;
  readonly allocation: CostAllocation;
  readonly lead: StageDefinition | undefined;
  readonly customer: StageDefinition | undefined;
}

const MOST_LAG_DAYS = 3_650;
const MOST_ROUNDING_DAYS = 366;
const MOST_ROLLING_DAYS = 3_650;

/**
 * @throws InvalidInput UNKNOWN_STAGE, INVALID_STAGES, INVALID_SCOPE, INVALID_LAG, INVALID_ROLLING_DAYS, GRAIN_REQUIRED,
 *   LOCKED_FILTER
 */
export function askedCost(question: CostQuestion, frame: Frame): AskedCost {
  const { method = 'SIMPLE', lagDays, lagFrom = 'OBSERVED', roundLagToDays = 1, allocation = 'UNALLOCATED' } = question;
  const lead = findStage(frame.ladder, 'LEAD');
  return {
    method,
    stages: chosenStages(question, frame, lead),
    scopes: chosenScopes(question),
    lagDays: lagDays === undefined ? null : wholeBetween(lagDays, 0, MOST_LAG_DAYS, 'lagDays', 'INVALID_LAG'),
    lagFrom,
    policy: question.policy ?? null,
    roundTo:
      lagDays === undefined ? wholeBetween(roundLagToDays, 1, MOST_ROUNDING_DAYS, 'roundLagToDays', 'INVALID_LAG') : 1,
    rollingDays: method === 'ROLLING' ? rollingDaysOf(question) : null,
    allocation: allocationUnder(frame, allocation),
    lead,
    customer: findStage(frame.ladder, 'CUSTOMER'),
  };
}

function chosenStages(
  question: CostQuestion,
  { ladder }: Frame,
  lead: StageDefinition | undefined,
): readonly StageDefinition[] {
  if (!question.stages) return lead ? ladder.filter((stage) => stage.position >= lead.position) : ladder;
  if (question.stages.length === 0) {
    throw new InvalidInput('INVALID_STAGES', ['stages'], 'Name at least one stage, or leave `stages` out.');
  }
  return [...new Set(question.stages.map((name, index) => resolveStage(ladder, name, ['stages', index])))];
}

function chosenScopes(question: CostQuestion): readonly CostScope[] {
  if (!question.costScopes) return ['MARKETING'];
  if (question.costScopes.length > 0) return [...new Set(question.costScopes)];
  throw new InvalidInput('INVALID_SCOPE', ['costScopes'], 'Name at least one of MARKETING and SALES.');
}

function rollingDaysOf({ grain, rollingDays }: CostQuestion): number {
  if (grain === undefined) {
    const expected = 'a grain, such as MONTH';
    const message = `ROLLING cost is told for a series: each bucket looks back from its end. Give ${expected}.`;
    throw new InvalidInput('GRAIN_REQUIRED', ['grain'], message, expected);
  }
  return wholeBetween(rollingDays, 1, MOST_ROLLING_DAYS, 'rollingDays', 'INVALID_ROLLING_DAYS');
}

/** Spreading weighs groups by leads of all of them, which a lock hides. */
function allocationUnder({ isLocked }: Frame, allocation: CostAllocation): CostAllocation {
  if (!isLocked || allocation === 'UNALLOCATED') return allocation;
  const message = 'Under a locked filter loose cost is not spread: its shares would tell of leads outside.';
  throw new InvalidInput('LOCKED_FILTER', ['allocation'], `${message} Give UNALLOCATED.`, 'UNALLOCATED');
}

function wholeBetween(value: number | undefined, low: number, high: number, name: string, code: string): number {
  if (value !== undefined && Number.isInteger(value) && value >= low && value <= high) return value;
  const expected = `a whole number of days from ${low} to ${high}`;
  throw new InvalidInput(code, [name], `${name} is ${expected}, not ${value ?? 'left out'}.`, expected);
}
