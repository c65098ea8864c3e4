import type { Instant } from '../../packages/core/src/question.js';
import { bucketsOf, dateOf, isWithin } from './calendar.js';
import { bucketOf, cellsOf, groupOf, passes } from './cells.js';
import { type FirstEntry, firstEntries } from './first-entries.js';
import { fold } from './fold.js';
import { definitionsKnownAt } from './ladder.js';
import type { Cell, CommonQuestion, History } from './model.js';

/** What a report sees of a lead that passes its filter. */
export interface SeenLead {
  readonly entries: ReadonlyMap<number, FirstEntry>;
  /** The cells the lead counts in by an event at an instant; none where that lies outside the period. */
  readonly cellsAt: (instant: Instant) => Cell[];
}

export function leadsSeenBy(history: History, question: CommonQuestion): SeenLead[] {
  const { period, grain, filter, by, asOf = Infinity, knownAt = Infinity } = question;
  const { settings } = history;
  const definitions = definitionsKnownAt(history, knownAt);
  const buckets = grain && bucketsOf(period, grain, settings);
  const leads = fold(history, knownAt).leads.filter((lead) => passes(lead.attributes, filter));
  return leads.map((lead) => ({
    entries: firstEntries(lead, definitions, asOf),
    cellsAt: (instant) => {
      const date = dateOf(instant, settings.timeZone);
      return isWithin(date, period) ? cellsOf(groupOf(lead.attributes, by), bucketOf(date, buckets)) : [];
    },
  }));
}
