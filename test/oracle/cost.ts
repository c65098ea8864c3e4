import { throughputFunnel } from './funnel.js';
import { reportLadder, reportStage } from './ladder.js';
import type { Cell, CostQuestion, History, StageDefinition } from './model.js';
import { type LooseSpendRow, spend } from './spend.js';
import { timeToReach } from './velocity.js';

export interface CostRow extends Cell {
  readonly stage: string;
  readonly spend: bigint | null;
  readonly entered: number;
  readonly cost: { readonly numerator: bigint; readonly denominator: bigint } | null;
}

export interface LooseCostRow extends LooseSpendRow {
  readonly stage: string;
}

export interface CostAnswer {
  readonly lags: readonly { readonly stage: string; readonly lagDays: number | null }[];
  readonly rows: readonly CostRow[];
  readonly unallocated: readonly LooseCostRow[];
  readonly outsideFilter: readonly LooseCostRow[];
}

/** Spend over entries for every stage of the ladder, by SIMPLE or SHIFTED. */
export function cost(history: History, question: CostQuestion): CostAnswer {
  const stages = reportLadder(history, question).map((stage) => ({
    stage: stage.key,
    ...costOfStage(history, question, stage),
  }));
  return {
    lags: stages.map(({ stage, lagDays }) => ({ stage, lagDays })),
    rows: stages.flatMap(({ stage, rows }) => rows.map((row) => ({ stage, ...row }))),
    unallocated: stages.flatMap(({ stage, unallocated }) => unallocated.map((row) => ({ stage, ...row }))),
    outsideFilter: stages.flatMap(({ stage, outsideFilter }) => outsideFilter.map((row) => ({ stage, ...row }))),
  };
}

function costOfStage(history: History, question: CostQuestion, stage: StageDefinition) {
  const lagDays = lagOf(history, question, stage);
  const spent =
    lagDays === null ? { rows: [], unallocated: [], outsideFilter: [] } : spend(history, { ...question, lagDays });
  const entries = throughputFunnel(history, { ...question, base: stage.key }).filter((row) => row.stage === stage.key);
  const cells = new Map(
    [...spent.rows, ...entries].map((row) => [nameOf(row), { keys: row.keys, bucket: row.bucket }]),
  );
  const rows = [...cells].map(([name, cell]) => {
    const entered = entries.find((row) => nameOf(row) === name)?.entered ?? 0;
    const amount = lagDays === null ? null : (spent.rows.find((row) => nameOf(row) === name)?.spend ?? 0n);
    const perEntry = amount === null || entered === 0 ? null : { numerator: amount, denominator: BigInt(entered) };
    return { ...cell, spend: amount, entered, cost: perEntry };
  });
  return { lagDays, rows, unallocated: spent.unallocated, outsideFilter: spent.outsideFilter };
}

function nameOf({ keys, bucket }: Cell): string {
  return JSON.stringify([keys, bucket]);
}

/** Days by which a stage's spend window lies before the period; null where no lead shows how long it takes. */
function lagOf(history: History, question: CostQuestion, stage: StageDefinition): number | null {
  const { method, period, filter, asOf, knownAt } = question;
  if (method.kind === 'SIMPLE') return 0;
  if (method.lagDays !== 'OBSERVED') return method.lagDays;
  const lead = reportStage(history, question, 'LEAD');
  if (!lead) return null;
  if (stage.position <= lead.position) return 0;
  const [total] = timeToReach(history, { period, filter, asOf, knownAt, from: lead.key, to: stage.key, basis: 'TO' });
  return total ? nearestMultiple(total.sumMs, BigInt(total.count), BigInt(method.roundLagToDays)) : null;
}

const DAY_MS = 86_400_000n;

/** The mean in days, rounded to the nearest multiple of `step` days, half up: 33 days by 30 are 30, 45 are 60. */
export function nearestMultiple(sumMs: bigint, count: bigint, step: bigint): number {
  const unit = count * step * DAY_MS;
  return Number(floorDivided(2n * sumMs + unit, 2n * unit) * step);
}

/** The denominator is above 0. */
function floorDivided(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  return quotient * denominator > numerator ? quotient - 1n : quotient;
}
