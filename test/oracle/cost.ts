import { spendByEntries } from './allocation.js';
import { addDays, bucketsOf, dateOf, daysBetween } from './calendar.js';
import { gather } from './cells.js';
import { fold } from './fold.js';
import { type Fraction, fraction, halfAway, ZERO } from './fractions.js';
import { throughputFunnel } from './funnel.js';
import { reportLadder, reportStage } from './ladder.js';
import { lagOf } from './lags.js';
import { leadsSeenBy } from './leads.js';
import type { Cell, CostQuestion, History, StageDefinition } from './model.js';
import { type SpendAnswer, spend } from './spend.js';

export interface CostRow extends Cell {
  readonly stage: string;
  /** Rounded to minor units. */
  readonly spend: bigint | null;
  readonly entered: number;
  readonly cost: Fraction | null;
}

export interface LooseCostRow {
  readonly stage: string;
  readonly bucket: number | null;
  readonly spend: bigint;
}

export interface CostAnswer {
  /** KERNEL has no lag of its own; of a stage that has none to take its spend by, it is null. */
  readonly lags: readonly { readonly stage: string; readonly lagDays: number | null }[];
  readonly rows: readonly CostRow[];
  readonly unallocated: readonly LooseCostRow[];
  readonly outsideFilter: readonly LooseCostRow[];
  /** By how many minor units money that is shown may differ: where several windows are rounded so as to add up. */
  readonly tolerance: number;
}

/** Spend over entries for the stages asked for. */
export function cost(history: History, question: CostQuestion): CostAnswer {
  const stages = stagesOf(history, question).map((stage) => ({
    stage: stage.key,
    ...costOfStage(history, question, stage),
  }));
  return {
    lags: stages.map(({ stage, lagDays }) => ({ stage, lagDays })),
    rows: stages.flatMap(({ stage, rows }) => rows.map((row) => ({ stage, ...row }))),
    unallocated: stages.flatMap(({ stage, unallocated }) => unallocated.map((row) => ({ stage, ...row }))),
    outsideFilter: stages.flatMap(({ stage, outsideFilter }) => outsideFilter.map((row) => ({ stage, ...row }))),
    tolerance: toleranceOf(history, question),
  };
}

function stagesOf(history: History, question: CostQuestion): StageDefinition[] {
  if (!question.stages) return reportLadder(history, question);
  return question.stages.flatMap((name) => reportStage(history, question, name) ?? []);
}

function toleranceOf(history: History, { method, allocation, knownAt }: CostQuestion): number {
  const isSeveral = method.kind === 'KERNEL' || method.kind === 'ROLLING';
  const spread = isSeveral && allocation === 'BY_ENTRIES' ? 3 * fold(history, knownAt).costs.length : 0;
  return spread + (method.kind === 'KERNEL' ? 2 : 0);
}

function costOfStage(history: History, question: CostQuestion, stage: StageDefinition) {
  const { lagDays, shifts } = shiftsOf(history, question, stage);
  const spent = shifts.length ? meanOver(shifts, (shift) => spentBy(history, question, shift)) : null;
  const entries = enteredBy(history, question, stage);
  const amounts = new Map((spent?.rows ?? []).map((row) => named(row)));
  const counts = new Map(entries.map((row) => named(row)));
  const cells = new Map<string, Cell>([...amounts, ...counts]);
  const rows = [...cells].map(([name, { keys, bucket }]) => {
    const entered = counts.get(name)?.entered ?? 0;
    const amount = spent && (amounts.get(name)?.spend ?? ZERO);
    return {
      keys,
      bucket,
      spend: amount && halfAway(amount),
      entered,
      cost: amount && entered > 0 ? fraction(amount.numerator, amount.denominator * BigInt(entered)) : null,
    };
  });
  return { lagDays, rows, unallocated: spent?.unallocated ?? [], outsideFilter: spent?.outsideFilter ?? [] };
}

function named<Row extends Cell>(row: Row): [string, Row] {
  return [JSON.stringify([row.keys, row.bucket]), row];
}

/** Of ROLLING, each bucket with the days before its end that stand for it, and the period with those before its own. */
function rollingWindows(history: History, { period, grain, method }: CostQuestion) {
  if (method.kind !== 'ROLLING') return null;
  const buckets = grain ? bucketsOf(period, grain, history.settings) : [];
  return [{ bucket: null, ...period }, ...buckets.map((each, bucket) => ({ bucket, ...each }))].map(
    ({ bucket, end }) => ({ bucket, period: { start: addDays(end, -method.rollingDays), end } }),
  );
}

function enteredBy(history: History, question: CostQuestion, stage: StageDefinition) {
  const of = (asked: CostQuestion) =>
    throughputFunnel(history, { ...asked, base: stage.key }).filter((row) => row.stage === stage.key);
  const windows = rollingWindows(history, question);
  if (!windows) return of(question);
  return windows.flatMap(({ bucket, period }) =>
    of({ ...question, period, grain: undefined }).map((row) => ({ ...row, bucket })),
  );
}

function spentBy(history: History, question: CostQuestion, lagDays: number): SpendAnswer {
  const of = (asked: CostQuestion) =>
    question.allocation === 'BY_ENTRIES'
      ? spendByEntries(history, { ...asked, lagDays }, question.period)
      : spend(history, { ...asked, lagDays });
  const windows = rollingWindows(history, question);
  if (!windows) return of(question);
  const answers = windows.map(({ bucket, period }) => {
    const { rows, unallocated, outsideFilter } = of({ ...question, period, grain: undefined });
    const placed = <T>(list: readonly T[]) => list.map((row) => ({ ...row, bucket }));
    return { rows: placed(rows), unallocated: placed(unallocated), outsideFilter: placed(outsideFilter) };
  });
  return {
    rows: answers.flatMap((answer) => answer.rows),
    unallocated: answers.flatMap((answer) => answer.unallocated),
    outsideFilter: answers.flatMap((answer) => answer.outsideFilter),
  };
}

/** By how many days the spend of a stage is moved back: one lag, or of KERNEL one of each lead; none: nobody can say. */
function shiftsOf(history: History, question: CostQuestion, stage: StageDefinition) {
  const { method } = question;
  if (method.kind === 'SIMPLE') return { lagDays: 0, shifts: [0] };
  if (method.kind !== 'KERNEL') {
    const lagDays = lagOf(history, question, method, stage);
    return { lagDays, shifts: lagDays === null ? [] : [lagDays] };
  }
  return { lagDays: null, shifts: lagsOfLeads(history, question, stage) };
}

/** Days from entry into LEAD to entry into a stage, of those that entered it in the period, both explicit. */
export function lagsOfLeads(history: History, question: CostQuestion, stage: StageDefinition): number[] {
  const lead = reportStage(history, question, 'LEAD');
  if (!lead) return [];
  if (stage.position <= lead.position) return [0];
  const dateAt = (instant: number) => dateOf(instant, history.settings.timeZone);
  return leadsSeenBy(history, { ...question, by: undefined, grain: undefined }).flatMap(({ entries, cellsAt }) => {
    const [from, to] = [entries.get(lead.id), entries.get(stage.id)];
    if (!from?.explicit || !to?.explicit || cellsAt(to.at).length === 0) return [];
    return [daysBetween(dateAt(from.at), dateAt(to.at))];
  });
}

/** The mean over shifts, each counted as often as it is there. */
function meanOver(shifts: readonly number[], spent: (shift: number) => SpendAnswer) {
  const answers = gather(shifts.map((shift) => ({ label: shift, item: null }))).map(({ label, items }) => ({
    times: BigInt(items.length),
    answer: spent(label),
  }));
  const mean = (amounts: readonly bigint[]) =>
    fraction(
      amounts.reduce((sum, amount) => sum + amount, 0n),
      shifts.length,
    );
  const loose = (part: 'unallocated' | 'outsideFilter') =>
    gather(
      answers.flatMap(({ times, answer }) =>
        answer[part].map((row) => ({ label: row.bucket, item: row.spend * times })),
      ),
    )
      .map(({ label, items }) => ({ bucket: label, spend: halfAway(mean(items)) }))
      .filter((row) => row.spend !== 0n);
  const rows = answers.flatMap(({ times, answer }) =>
    answer.rows.map(({ keys, bucket, spend: amount }) => ({ label: { keys, bucket }, item: amount * times })),
  );
  return {
    rows: gather(rows).map(({ label, items }) => ({ ...label, spend: mean(items) })),
    unallocated: loose('unallocated'),
    outsideFilter: loose('outsideFilter'),
  };
}
