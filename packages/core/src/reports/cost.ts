import { InvalidInput } from '../invalid-input.js';
import { findStage, resolveStage, type StageDefinition } from '../ladder.js';
import type { CostScope, Measure, SpendPart } from '../measure.js';
import { costPerEntryOf } from '../metrics/cost-per-entry.js';
import { observedLagDays } from '../metrics/lag.js';
import { moneyOfMinor } from '../money.js';
import { shiftPeriod } from '../period.js';
import type { Period, ReportQuestion } from '../question.js';
import { type Cell, type Desk, type Frame, layOut, type Report, type ReportBody } from '../report.js';

export type CostMethod = 'SIMPLE' | 'SHIFTED';

export interface CostQuestion extends ReportQuestion {
  /** Default SIMPLE. */
  readonly method?: CostMethod | undefined;
  /** Stages to show; default every stage from LEAD up; the whole ladder where it has no LEAD. */
  readonly stages?: readonly string[] | undefined;
  /** SHIFTED: whole days to look back, 0–3650; default derived from the observed times (OBSERVED). */
  readonly lagDays?: number | undefined;
  /** SHIFTED, OBSERVED: round the lag to a multiple of so many days, 1–366; default 1. */
  readonly roundLagToDays?: number | undefined;
  /** Default MARKETING only. */
  readonly costScopes?: readonly CostScope[] | undefined;
}

/** Money is decimal text in the workspace's currency. */
export interface CostStage {
  readonly stage: StageDefinition;
  /** Days between spend window and period; null where it could not be derived. */
  readonly lagDays: number | null;
  readonly spendWindow: Period | null;
  readonly spend: string | null;
  /** Of the total's spend, what lacks an attribute of `by`; null in groups and without `by`. */
  readonly unallocated: string | null;
  /** Spend that lacks an attribute of the filter, in no total; null in groups and without a filter. */
  readonly outsideFilter: string | null;
  readonly entered: number;
  readonly costPerEntry: string | null;
}

export interface CostFigures {
  readonly stages: readonly CostStage[];
}

const MOST_LAG_DAYS = 3_650;
const MOST_ROUNDING_DAYS = 366;

/** What one lead at each stage has cost. */
export const cost: Report<CostQuestion, ReportBody<CostFigures>> = {
  name: 'cost',
  async answer(question, frame, desk) {
    const lead = findStage(frame.ladder, 'LEAD');
    const stages = chosenStages(question, frame, lead);
    return withLags(question, frame, desk, stages, await lagsOf(question, frame, desk, stages, lead));
  },
};

/** By how many days the spend window of each stage lies back; null where that cannot be said. */
async function lagsOf(
  question: CostQuestion,
  frame: Frame,
  desk: Desk,
  stages: readonly StageDefinition[],
  lead: StageDefinition | undefined,
): Promise<(number | null)[]> {
  if ((question.method ?? 'SIMPLE') === 'SIMPLE') return stages.map(() => 0);
  if (question.lagDays !== undefined) {
    const days = wholeBetween(question.lagDays, 0, MOST_LAG_DAYS, 'lagDays');
    return stages.map(() => days);
  }
  if (!lead) return stages.map(() => null);
  return observedLags(question, frame, desk, stages, lead);
}

/** Derived once, over the whole report. */
async function observedLags(
  question: CostQuestion,
  frame: Frame,
  desk: Desk,
  stages: readonly StageDefinition[],
  lead: StageDefinition,
): Promise<(number | null)[]> {
  const roundTo = wholeBetween(question.roundLagToDays ?? 1, 1, MOST_ROUNDING_DAYS, 'roundLagToDays');
  const later = stages.filter((stage) => stage.position > lead.position);
  const durations = later.map(
    (stage) => ({ kind: 'duration', from: lead.id, to: stage.id, basis: 'TO', bounds: [], clock: null }) as const,
  );
  const total = (await desk.ask(durations, { ...frame, by: [], buckets: [] })).cell(null, null);
  return stages.map((stage) => {
    const index = later.indexOf(stage);
    return index < 0 ? 0 : observedLagDays(total.values(index), roundTo);
  });
}

async function withLags(
  question: CostQuestion,
  frame: Frame,
  desk: Desk,
  stages: readonly StageDefinition[],
  lags: readonly (number | null)[],
): Promise<ReportBody<CostFigures>> {
  const { currency, by, filter } = frame;
  const scopes = chosenScopes(question);
  const parts: SpendPart[] = ['TOTAL'];
  if (by.length > 0) parts.push('GROUP', 'UNALLOCATED');
  if (Object.keys(filter).length > 0) parts.push('OUTSIDE_FILTER');
  const windows = [...new Set(lags.filter((lag) => lag !== null))];
  const measures: Measure[] = [
    ...stages.map((stage) => ({ kind: 'entered', unit: 'LEAD', stage: stage.id, explicitOnly: false }) as const),
    ...windows.flatMap((lagDays) => parts.map((part) => ({ kind: 'spend', scopes, lagDays, part }) as const)),
  ];
  const spent = (cell: Cell, lagDays: number, part: SpendPart) => {
    const position = stages.length + windows.indexOf(lagDays) * parts.length + parts.indexOf(part);
    return moneyOfMinor(String(cell.values(position)[0]), currency);
  };
  const stageFigures = (cell: Cell, stage: StageDefinition, index: number): CostStage => {
    const entered = Number(cell.values(index)[0]);
    const lagDays = lags[index] ?? null;
    if (lagDays === null) return { ...NO_SPEND, stage, entered };
    const isTotal = cell.keys === null;
    const spend = spent(cell, lagDays, isTotal ? 'TOTAL' : 'GROUP');
    return {
      stage,
      lagDays,
      spendWindow: shiftPeriod(cell.period, -lagDays),
      spend,
      unallocated: isTotal && parts.includes('UNALLOCATED') ? spent(cell, lagDays, 'UNALLOCATED') : null,
      outsideFilter: isTotal && parts.includes('OUTSIDE_FILTER') ? spent(cell, lagDays, 'OUTSIDE_FILTER') : null,
      entered,
      costPerEntry: costPerEntryOf(spend, entered, currency),
    };
  };
  return layOut(await desk.ask(measures, frame), frame, {
    figures: (cell) => ({ stages: stages.map((stage, index) => stageFigures(cell, stage, index)) }),
    weight: (cell) => Number(cell.values(0)[0]),
  });
}

const NO_SPEND = {
  lagDays: null,
  spendWindow: null,
  spend: null,
  unallocated: null,
  outsideFilter: null,
  costPerEntry: null,
} as const;

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

function wholeBetween(value: number, low: number, high: number, name: string): number {
  if (Number.isInteger(value) && value >= low && value <= high) return value;
  throw new InvalidInput(
    'INVALID_LAG',
    [name],
    `${name} is a whole number of days from ${low} to ${high}, not ${value}.`,
  );
}
