import type { Instant } from '../../packages/core/src/question.js';
import type { KnownLead } from './fold.js';
import { ladderAt } from './ladder.js';
import type { StageDefinition } from './model.js';

export interface FirstEntry {
  readonly at: Instant;
  /** False: implied, the lead skipped the stage. */
  readonly explicit: boolean;
}

/** The stage a lead stands in since its creation; none where any transition known, whatever `asOf`, reaches a stage. */
export function createdEntry(lead: KnownLead, definitions: readonly StageDefinition[]): StageDefinition | undefined {
  const reachesAStage = lead.transitions.some((transition) =>
    ladderAt(definitions, transition.occurredAt).some((stage) => stage.id === transition.stage),
  );
  return reachesAStage ? undefined : ladderAt(definitions, lead.createdAt)[0];
}

/** A lead's first entry into each stage (by id) it reached by `asOf`, each event under the ladder of its own time. */
export function firstEntries(
  lead: KnownLead,
  definitions: readonly StageDefinition[],
  asOf: Instant,
): ReadonlyMap<number, FirstEntry> {
  const entries: { stage: number; at: Instant; explicit: boolean }[] = [];
  const created = createdEntry(lead, definitions);
  if (created && lead.createdAt <= asOf) entries.push({ stage: created.id, at: lead.createdAt, explicit: true });
  for (const transition of lead.transitions) {
    if (transition.occurredAt > asOf) continue;
    const ladder = ladderAt(definitions, transition.occurredAt);
    const target = ladder.find((stage) => stage.id === transition.stage);
    if (!target) continue;
    for (const stage of ladder) {
      if (stage.position > target.position) continue;
      entries.push({ stage: stage.id, at: transition.occurredAt, explicit: stage.id === target.id });
    }
  }
  const firsts = new Map<number, FirstEntry>();
  for (const stage of new Set(entries.map((entry) => entry.stage))) {
    const own = entries.filter((entry) => entry.stage === stage);
    const at = Math.min(...own.map((entry) => entry.at));
    firsts.set(stage, { at, explicit: own.some((entry) => entry.at === at && entry.explicit) });
  }
  return firsts;
}
