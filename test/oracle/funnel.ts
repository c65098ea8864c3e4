import { gather } from './cells.js';
import type { FirstEntry } from './first-entries.js';
import { reportLadder, reportStage } from './ladder.js';
import { leadsSeenBy } from './leads.js';
import type { Cell, CohortQuestion, CommonQuestion, History, StageDefinition, ThroughputQuestion } from './model.js';

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

/** Of the leads that first entered the base in the period: how many reached each stage from there up. */
export function cohortFunnel(history: History, question: CohortQuestion): CohortRow[] {
  const { includeImplied, conversionWindowMs = Infinity } = question;
  const stages = stagesFrom(history, question, question.base);
  const base = stages[0];
  if (!base) return [];
  const counted: { label: Cell & { stage: string }; item: { fromPrevious: boolean } }[] = [];
  for (const lead of leadsSeenBy(history, question)) {
    const baseEntry = lead.entries.get(base.id);
    if (!baseEntry || !(includeImplied || baseEntry.explicit)) continue;
    const counts = (entry: FirstEntry | undefined) =>
      entry !== undefined && (includeImplied || entry.explicit) && entry.at - baseEntry.at <= conversionWindowMs;
    for (const cell of lead.cellsAt(baseEntry.at)) {
      stages.forEach((stage, index) => {
        if (!counts(lead.entries.get(stage.id))) return;
        const previous = stages[index - 1];
        const fromPrevious = includeImplied || !previous || counts(lead.entries.get(previous.id));
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

/** How many leads first entered each stage, from the base up, in the period. */
export function throughputFunnel(history: History, question: ThroughputQuestion): ThroughputRow[] {
  const counted: { label: Cell & { stage: string }; item: null }[] = [];
  for (const lead of leadsSeenBy(history, question)) {
    for (const stage of stagesFrom(history, question, question.base)) {
      const entry = lead.entries.get(stage.id);
      if (!entry || !(question.includeImplied || entry.explicit)) continue;
      for (const cell of lead.cellsAt(entry.at)) counted.push({ label: { ...cell, stage: stage.key }, item: null });
    }
  }
  return gather(counted).map(({ label, items }) => ({ ...label, entered: items.length }));
}

/** The report's stages from a base up, itself first; none where the ladder has no such base. */
function stagesFrom(history: History, question: CommonQuestion, name: string): StageDefinition[] {
  const base = reportStage(history, question, name);
  return base ? reportLadder(history, question).filter((stage) => stage.position >= base.position) : [];
}
