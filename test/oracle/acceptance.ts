import type { Instant } from '../../packages/core/src/question.js';
import { gather, groupOf, passes } from './cells.js';
import { fold } from './fold.js';
import { type Handoff, handoffsOf } from './handoffs.js';
import { definitionsRead } from './ladder.js';
import { cellsOfPeriod } from './leads.js';
import type { AcceptanceQuestion, Cell, CommonQuestion, History } from './model.js';

/** A handoff that passes a question's filter and opened in its period. */
export interface SeenHandoff {
  readonly handoff: Handoff;
  readonly lead: string;
  /** The lead's, but for the owner, who is the handoff's. */
  readonly attributes: ReadonlyMap<string, string>;
  /** When the lead's next handoff opened, by the place of that event in the log. */
  readonly next: Handoff | undefined;
  readonly cells: readonly Cell[];
}

export function handoffsSeenBy(history: History, question: CommonQuestion & { readonly asOf: Instant }): SeenHandoff[] {
  const definitions = definitionsRead(history, question);
  const cellsBy = cellsOfPeriod(history, question);
  return fold(history, question.knownAt).leads.flatMap((lead) => {
    const handoffs = handoffsOf(lead, definitions, question.asOf);
    return handoffs.flatMap((handoff, index): SeenHandoff[] => {
      const attributes = new Map(lead.attributes);
      attributes.delete('owner');
      if (handoff.owner !== null) attributes.set('owner', handoff.owner);
      if (!passes(attributes, question.filter)) return [];
      const cells = cellsBy(handoff.openedAt, groupOf(attributes, question.by));
      return cells.length ? [{ handoff, lead: lead.externalId, attributes, next: handoffs[index + 1], cells }] : [];
    });
  });
}

export interface AcceptanceRow extends Cell {
  readonly handedOver: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly recycled: number;
  readonly disqualified: number;
  readonly open: number;
  /** Of the rejected, in no promised order. */
  readonly reasons: readonly { readonly reason: string | null; readonly handoffs: number }[];
}

/** What came of the handoffs that opened in the period, by `asOf`. */
export function acceptance(history: History, question: AcceptanceQuestion): AcceptanceRow[] {
  const counted = handoffsSeenBy(history, question).flatMap(({ handoff, cells }) =>
    cells.map((label) => ({ label, item: handoff })),
  );
  return gather(counted).map(({ label, items }) => {
    const of = (outcome: Handoff['outcome']) => items.filter((handoff) => handoff.outcome === outcome);
    const rejected = of('REJECTED');
    return {
      ...label,
      handedOver: items.length,
      accepted: of('ACCEPTED').length,
      rejected: rejected.length,
      recycled: of('RECYCLED').length,
      disqualified: of('DISQUALIFIED').length,
      open: of(null).length,
      reasons: gather(rejected.map((item) => ({ label: item.reason, item }))).map((group) => ({
        reason: group.label,
        handoffs: group.items.length,
      })),
    };
  });
}
