import { gather } from './cells.js';
import type { FirstEntry } from './first-entries.js';
import { reportLadder, reportStage } from './ladder.js';
import type { Cell, CohortQuestion, CommonQuestion, History, StageDefinition, ThroughputQuestion } from './model.js';
import { type Subject, subjectsOf, unassignedLeads } from './subjects.js';

export interface CohortRow extends Cell {
  readonly stage: string;
  readonly reached: number;
  /** The numerator of the stage's step rate. */
  readonly fromPrevious: number;
}

export interface ThroughputRow extends Cell {
  readonly stage: string;
  readonly entered: number;
}

export interface UnassignedRow extends Cell {
  readonly stage: string;
  readonly unassigned: number;
}

/** Of the leads (accounts) that first entered the base in the period: how many reached each stage from there up. */
export function cohortFunnel(history: History, question: CohortQuestion): CohortRow[] {
  const { includeImplied, conversionWindowMs = Infinity, watchedForMs = 0, asOf = Infinity } = question;
  const stages = stagesFrom(history, question, question.base);
  const base = stages[0];
  if (!base) return [];
  const counted: { label: Cell & { stage: string }; item: { fromPrevious: boolean } }[] = [];
  for (const subject of subjectsOf(history, question)) {
    const baseEntry = entryOf(subject, base.id, includeImplied);
    if (!baseEntry || baseEntry.at + watchedForMs > asOf) continue;
    const counts = (stage: StageDefinition) => {
      const entry = entryOf(subject, stage.id, includeImplied);
      return entry !== undefined && entry.at - baseEntry.at <= conversionWindowMs;
    };
    for (const cell of subject.cellsBy(base.id)) {
      stages.forEach((stage, index) => {
        if (!counts(stage)) return;
        const previous = stages[index - 1];
        const fromPrevious = includeImplied || !previous || counts(previous);
        counted.push({ label: { ...cell, stage: stage.key }, item: { fromPrevious } });
      });
    }
  }
  return gather(counted).map(({ label, items }) => ({
    ...label,
    reached: items.length,
    fromPrevious: items.filter((item) => item.fromPrevious).length,
  }));
}

/** How many leads (accounts) first entered each stage, from the base up, in the period. */
export function throughputFunnel(history: History, question: ThroughputQuestion): ThroughputRow[] {
  return entriesOf(subjectsOf(history, question), history, question).map(({ count, ...row }) => ({
    ...row,
    entered: count,
  }));
}

/** How many leads without account did. */
export function unassigned(history: History, question: ThroughputQuestion): UnassignedRow[] {
  const leads = unassignedLeads(history, question);
  return entriesOf(leads, history, question).map(({ count, ...row }) => ({ ...row, unassigned: count }));
}

function entriesOf(subjects: readonly Subject[], history: History, question: ThroughputQuestion) {
  const counted: { label: Cell & { stage: string }; item: null }[] = [];
  const stages = stagesFrom(history, question, question.base);
  for (const subject of subjects) {
    for (const stage of stages) {
      if (!entryOf(subject, stage.id, question.includeImplied)) continue;
      for (const cell of subject.cellsBy(stage.id)) counted.push({ label: { ...cell, stage: stage.key }, item: null });
    }
  }
  return gather(counted).map(({ label, items }) => ({ ...label, count: items.length }));
}

/** The first entry into a stage, if it counts. */
export function entryOf(subject: Subject, stage: number, includeImplied: boolean): FirstEntry | undefined {
  const entry = subject.entries.get(stage);
  return entry && (includeImplied || entry.explicit) ? entry : undefined;
}

/** The report's stages from a base up, itself first; none where the ladder has no such base. */
export function stagesFrom(history: History, question: CommonQuestion, name: string): StageDefinition[] {
  const base = reportStage(history, question, name);
  return base ? reportLadder(history, question).filter((stage) => stage.position >= base.position) : [];
}
