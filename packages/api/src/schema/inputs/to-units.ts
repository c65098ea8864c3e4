import type {
  AccountInput,
  ActivityInput,
  CostInput,
  IngestUnit,
  LeadInput,
  TransitionInput,
} from '../../commands/ingest-input.js';
import { given } from './given.js';
import type { AccountUpsertItem, ActivityRecord, CostRecord, LeadUpsert, TransitionRecord } from './ingest-items.js';

type LeadItem = typeof LeadUpsert.$inferInput;
type TransitionItem = typeof TransitionRecord.$inferInput;

/** Items of a call by kind; each becomes a unit of its own, stored or refused by itself. */
export interface Items {
  readonly accounts?: readonly (typeof AccountUpsertItem.$inferInput)[] | null | undefined;
  readonly leads?: readonly LeadItem[] | null | undefined;
  readonly transitions?: readonly TransitionItem[] | null | undefined;
  readonly activities?: readonly (typeof ActivityRecord.$inferInput)[] | null | undefined;
  readonly costs?: readonly (typeof CostRecord.$inferInput)[] | null | undefined;
}

export type ItemKind = keyof Items;

/** Where an item stands in the call. */
export interface ItemPlace {
  readonly kind: ItemKind;
  /** In its list, from 0. */
  readonly index: number;
  readonly externalId: string;
}

export interface PlacedUnit {
  readonly unit: IngestUnit;
  readonly place: ItemPlace;
}

/** The units of a call, in the order in which they can refer to one another, each with its place in the call. */
export function unitsOf(items: Items): PlacedUnit[] {
  const began = earliestTransitions(items.transitions ?? []);
  const listed = <Item extends { readonly externalId: string }>(
    kind: ItemKind,
    list: readonly Item[] | null | undefined,
    unit: (item: Item, index: number) => IngestUnit,
  ) =>
    (list ?? []).map((item, index) => ({
      unit: unit(item, index),
      place: { kind, index, externalId: item.externalId },
    }));
  return [
    ...listed('accounts', items.accounts, (account): IngestUnit => ({ account: account as AccountInput })),
    ...listed('leads', items.leads, (lead) => ({ lead: leadOf(lead, began.get(lead.externalId)) })),
    ...listed('transitions', items.transitions, (each) => ({ transitions: [transitionOf(each)] })),
    ...listed('activities', items.activities, (activity) => ({
      activities: [given(activity, ['actor']) as ActivityInput],
    })),
    ...listed('costs', items.costs, (cost) => ({ costs: [given(cost, ['exchangeRate', 'costScope']) as CostInput] })),
  ];
}

/** A new lead without `createdAt` is known since the first transition that comes with it. */
function leadOf({ attributes, ...lead }: LeadItem, began: number | undefined): LeadInput {
  return {
    ...given(lead, ['createdAt']),
    ...(began === undefined ? {} : { createdAtIfNew: began }),
    ...(attributes
      ? { attributes: Object.fromEntries(attributes.map(({ name, value }) => [name, value ?? null])) }
      : {}),
  };
}

function earliestTransitions(transitions: readonly TransitionItem[]): Map<string, number> {
  const earliest = new Map<string, number>();
  for (const { lead, occurredAt } of transitions) {
    earliest.set(lead, Math.min(earliest.get(lead) ?? occurredAt, occurredAt));
  }
  return earliest;
}

/** Where it says more than one way, or none, all go along: the command refuses the item. */
function transitionOf({ out, to, crm, ...rest }: TransitionItem): TransitionInput {
  const base = given(rest, ['kind']);
  const ways = [to != null, out === true, crm != null].filter(Boolean).length;
  if (ways !== 1) return { ...base, ambiguous: true, to: null };
  return crm ? { ...base, crm } : { ...base, to: to ?? null };
}
