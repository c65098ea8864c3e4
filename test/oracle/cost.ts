import { spendByEntries } from './allocation.js';
import { addDays, bucketsOf, dateOf, daysBetween } from './calendar.js';
import { type Fraction, fraction } from './fractions.js';
import { throughputFunnel } from './funnel.js';
import { kernelSpend } from './kernel.js';
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
  readonly lags: readonly {
    readonly stage: string;
    readonly lagDays: number | null;
    /** By how many days spend is moved back; of KERNEL once for each lead, none where nobody can say. */
    readonly shifts: readonly number[];
  }[];
  readonly rows: readonly CostRow[];
  readonly unallocated: readonly LooseCostRow[];
  readonly outsideFilter: readonly LooseCostRow[];
}

/** Spend over entries for the stages asked for. */
export function cost(history: History, question: CostQuestion): CostAnswer {
  const stages = stagesOf(history, question).map((stage) => ({
    stage: stage.key,
    ...costOfStage(history, question, stage),
  }));
  return {
    lags: stages.map(({ stage, lagDays, shifts }) => ({ stage, lagDays, shifts })),
    rows: stages.flatMap(({ stage, rows }) => rows.map((row) => ({ stage, ...row }))),
    unallocated: stages.flatMap(({ stage, unallocated }) => unallocated.map((row) => ({ stage, ...row }))),
    outsideFilter: stages.flatMap(({ stage, outsideFilter }) => outsideFilter.map((row) => ({ stage, ...row }))),
  };
}

function stagesOf(history: History, question: CostQuestion): StageDefinition[] {
  if (!question.stages) return reportLadder(history, question);
  return question.stages.flatMap((name) => reportStage(history, question, name) ?? []);
}

function costOfStage(history: History, question: CostQuestion, stage: StageDefinition) {
  const { lagDays, shifts } = shiftsOf(history, question, stage);
  const spent = shifts.length ? spentOver(history, question, shifts) : null;
  const entries = enteredBy(history, question, stage);
  const amounts = new Map((spent?.rows ?? []).map((row) => named(row)));
  const counts = new Map(entries.map((row) => named(row)));
  const cells = new Map<string, Cell>([...amounts, ...counts]);
  const rows = [...cells].map(([name, { keys, bucket }]) => {
    const entered = counts.get(name)?.entered ?? 0;
    const amount = spent && (amounts.get(name)?.spend ?? 0n);
    // What is shown over what is shown.
    return {
      keys,
      bucket,
      spend: amount,
      entered,
      cost: amount !== null && entered > 0 ? fraction(amount, entered) : null,
    };
  });
  return { lagDays, shifts, rows, unallocated: spent?.unallocated ?? [], outsideFilter: spent?.outsideFilter ?? [] };
}

function named<Row extends Cell>(row: Row): [string, Row] {
  return [JSON.stringify([row.keys, row.bucket]), row];
}

/** Of ROLLING, each bucket with the days before its end that stand for it, and the period with those before its own. */
export function rollingWindows(history: History, { period, grain, method }: CostQuestion) {
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

/** Of KERNEL the weighted spend as it is shown; of one lag what was spent. */
function spentOver(history: History, question: CostQuestion, shifts: readonly number[]): SpendAnswer {
  const [first = 0] = shifts;
  return question.method.kind === 'KERNEL' ? kernelSpend(history, question, shifts) : spentBy(history, question, first);
}
