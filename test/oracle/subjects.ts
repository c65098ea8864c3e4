import type { Instant } from '../../packages/core/src/question.js';
import type { FirstEntry } from './first-entries.js';
import { leadsSeenBy, type SeenLead } from './leads.js';
import type { Cell, CommonQuestion, History, Unit } from './model.js';

/** What a funnel counts: a lead, or an account by what its leads did. */
export interface Subject {
  readonly entries: ReadonlyMap<number, FirstEntry>;
  readonly outSince: () => Instant | null;
  /** The cells it counts in by its first entry into a stage, in the group of the lead that brought it there. */
  readonly cellsBy: (stage: number) => Cell[];
}

export function subjectsOf(
  history: History,
  question: CommonQuestion & { readonly unit?: Unit | undefined },
): Subject[] {
  const leads = leadsSeenBy(history, question);
  if (question.unit !== 'ACCOUNT') return leads.map(leadAsSubject);
  const accounts = new Set(leads.flatMap(({ lead }) => lead.attributes.get('account') ?? []));
  return [...accounts].map((account) =>
    accountOf(leads.filter(({ lead }) => lead.attributes.get('account') === account)),
  );
}

/** Leads that belong to no account. */
export function unassignedLeads(history: History, question: CommonQuestion): Subject[] {
  return leadsSeenBy(history, question)
    .filter(({ lead }) => !lead.attributes.has('account'))
    .map(leadAsSubject);
}

function leadAsSubject({ entries, outSince, cellsAt }: SeenLead): Subject {
  return {
    entries,
    outSince,
    cellsBy: (stage) => {
      const entry = entries.get(stage);
      return entry ? cellsAt(entry.at) : [];
    },
  };
}

/** An account, by its leads in the order in which they became known. */
function accountOf(leads: readonly SeenLead[]): Subject {
  const stages = new Set(leads.flatMap(({ entries }) => [...entries.keys()]));
  const bringers = new Map([...stages].map((stage) => [stage, bringerInto(stage, leads)]));
  // A lead that is nowhere by `asOf` is not there yet, so it keeps no account in.
  const there = () => leads.filter(({ entries, outSince }) => entries.size > 0 || outSince() !== null);
  return {
    entries: new Map([...bringers].map(([stage, lead]) => [stage, lead.entries.get(stage)!])),
    outSince: () => {
      const outs = there().map((lead) => lead.outSince());
      return outs.length > 0 && outs.every((out) => out !== null) ? Math.max(...outs) : null;
    },
    cellsBy: (stage) => {
      const bringer = bringers.get(stage);
      return bringer ? bringer.cellsAt(bringer.entries.get(stage)!.at) : [];
    },
  };
}

/** The first lead to enter a stage; at one instant an explicit entry comes first, then the lead that was known first. */
function bringerInto(stage: number, leads: readonly SeenLead[]): SeenLead {
  const entered = leads.flatMap((lead) => {
    const entry = lead.entries.get(stage);
    return entry ? [{ lead, entry }] : [];
  });
  const first = Math.min(...entered.map(({ entry }) => entry.at));
  const atFirst = entered.filter(({ entry }) => entry.at === first);
  return (atFirst.find(({ entry }) => entry.explicit) ?? atFirst[0]!).lead;
}
