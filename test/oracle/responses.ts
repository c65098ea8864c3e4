import { handoffsSeenBy, type SeenHandoff } from './acceptance.js';
import { gather } from './cells.js';
import { fold } from './fold.js';
import { definitionsRead, ladderAt } from './ladder.js';
import { logOf } from './log.js';
import type { Cell, History, SlaQuestion, StageDefinition, StandardStage } from './model.js';

export interface ResponseRow extends Cell {
  /** The place among the bands; after the last bound come "later" and "never". */
  readonly band: number;
  readonly handoffs: number;
  readonly sql: number;
  readonly customer: number;
}

/** What became of handoffs, by the time as it passes until the first response. */
export function responses(history: History, question: SlaQuestion): ResponseRow[] {
  const { bandsMs } = question;
  const found = handoffsSeenBy(history, question).flatMap((seen) => {
    const { openedAt, firstResponseAt } = seen.handoff;
    const within = firstResponseAt === null ? -1 : bandsMs.findIndex((bound) => firstResponseAt - openedAt <= bound);
    const band = firstResponseAt === null ? bandsMs.length + 1 : within < 0 ? bandsMs.length : within;
    const item = { sql: became(history, question, seen, 'SQL'), customer: became(history, question, seen, 'CUSTOMER') };
    return seen.cells.map((cell) => ({ label: { ...cell, band }, item }));
  });
  return gather(found).map(({ label, items }) => ({
    ...label,
    handoffs: items.length,
    sql: items.filter((item) => item.sql).length,
    customer: items.filter((item) => item.customer).length,
  }));
}

/**
 * Whether the lead entered the stage that stands for a standard one, or a later one, by the ladder of that day, after
 * the handoff opened, before its next one did, and by `asOf`.
 */
function became(
  history: History,
  question: SlaQuestion,
  { handoff, lead, next }: SeenHandoff,
  standard: StandardStage,
) {
  const definitions = definitionsRead(history, question);
  const known = fold(history, question.knownAt).leads.find((each) => each.externalId === lead)!;
  const log = logOf(known, definitions);
  const placeOf = (id: string | null) => log.findIndex((event) => event.externalId === id);
  // A lead that was created in the handoff stage opens with nothing before it.
  const after = log.slice(placeOf(handoff.openedBy) + 1, next ? placeOf(next.openedBy) : undefined);
  return after.some((event) => {
    const ladder = ladderAt(definitions, event.occurredAt);
    const entered = ladder.find((stage) => stage.id === event.stage);
    const wanted = standingFor(standard, ladder);
    return (
      event.occurredAt >= handoff.openedAt &&
      event.occurredAt <= question.asOf &&
      entered &&
      wanted &&
      entered.position >= wanted.position
    );
  });
}

/** The stage of a ladder that counts as a standard one: itself, or the first that is mapped to it. */
export function standingFor(standard: StandardStage, ladder: readonly StageDefinition[]): StageDefinition | undefined {
  return ladder.find((stage) => stage.key === standard) ?? ladder.find((stage) => stage.standard === standard);
}
