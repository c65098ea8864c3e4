import type { Instant } from '../../packages/core/src/question.js';
import { bucketsOf, dateOf, isWithin } from './calendar.js';
import { bucketOf, cellsOf, groupOf, passes } from './cells.js';
import { type FirstEntry, firstEntries } from './first-entries.js';
import { fold, type KnownLead } from './fold.js';
import { definitionsRead } from './ladder.js';
import type { Cell, CommonQuestion, History } from './model.js';
import { outSince } from './out.js';

/** What a report sees of a lead that passes its filter. */
export interface SeenLead {
  readonly lead: KnownLead;
  /** By `asOf`, as `outSince` is. */
  readonly entries: ReadonlyMap<number, FirstEntry>;
  readonly outSince: () => Instant | null;
  /** The cells the lead counts in by an event at an instant; none where that lies outside the period. */
  readonly cellsAt: (instant: Instant) => Cell[];
}

export function leadsSeenBy(history: History, question: CommonQuestion): SeenLead[] {
  const { filter, by, asOf = Infinity, knownAt = Infinity } = question;
  const definitions = definitionsRead(history, question);
  const cellsBy = cellsOfPeriod(history, question);
  const leads = fold(history, knownAt).leads.filter((lead) => passes(lead.attributes, filter));
  return leads.map((lead) => ({
    lead,
    entries: firstEntries(lead, definitions, asOf),
    outSince: () => outSince(lead, definitions, asOf),
    cellsAt: (instant) => cellsBy(instant, groupOf(lead.attributes, by)),
  }));
}

/** The cells that something of a group counts in by an event at an instant; none outside the period. */
export function cellsOfPeriod(history: History, { period, grain }: CommonQuestion) {
  const { settings } = history;
  const buckets = grain && bucketsOf(period, grain, settings);
  return (instant: Instant, group: readonly (string | null)[] | undefined): Cell[] => {
    const date = dateOf(instant, settings.timeZone);
    return isWithin(date, period) ? cellsOf(group, bucketOf(date, buckets)) : [];
  };
}
