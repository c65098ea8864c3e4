import { erasOf, findStage, type Instant, type LadderEra, ladderAt, type StageDefinition } from '@leadstage/core';
import type { CrmMapping } from '../ladder/record-mappings.js';
import type { Counter, LockedWorkspace } from '../lock-workspace.js';
import { type KnownCrmState, meaningKey } from './crm-values.js';
import type { Known, KnownLead, KnownTransition, LeadSnapshot } from './known.js';

export interface NewTransition extends KnownTransition {
  readonly id: number;
  readonly externalId: string;
  readonly actor: string | null;
  readonly reason: string | null;
}

/** A value of the CRM; one that has no meaning yet waits. */
export interface NewCrmState extends KnownCrmState {
  readonly id: number;
  readonly externalId: string;
  readonly value: string;
  readonly actor: string | null;
  readonly settled: boolean;
}

export interface NewActivity {
  readonly id: number;
  readonly externalId: string;
  readonly leadId: number;
  readonly type: string;
  readonly occurredAt: Instant;
  readonly actor: string | null;
}

export interface NewCost {
  readonly id: number;
  readonly externalId: string;
  readonly amount: string;
  readonly givenAmount: string;
  readonly givenCurrency: string;
  readonly exchangeRate: string | null;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly category: string;
  readonly source: string | null;
  readonly leadType: string | null;
  readonly campaign: string | null;
  readonly costScope: string;
}

/** A lead as it stands in the batch: what was known of it, and what units have made of it since. */
export interface LeadDraft {
  readonly externalId: string;
  readonly isNew: boolean;
  readonly before: KnownLead | undefined;
  lead: KnownLead;
  /** Its facts must be projected anew. */
  touched: boolean;
}

/** What taking an item did: nothing, because it was known; something; or something with its subject made new. */
export type Taken = 'UNCHANGED' | 'UPDATED' | 'CREATED';

/**
 * What a batch will store. Units are taken in order, each as a whole: `attempt` runs one and undoes all of it when
 * it reports an error.
 */
export class Batch {
  readonly leads = new Map<string, LeadDraft>();
  readonly accounts = new Map<string, { id: number; externalId: string; name: string | null; isNew: boolean }>();
  readonly transitions: NewTransition[] = [];
  readonly crmStates: NewCrmState[] = [];
  readonly activities: NewActivity[] = [];
  readonly costs: NewCost[] = [];
  readonly attributeKeys: Set<string>;
  readonly lastIds: Record<Counter, number>;
  readonly #undo: (() => void)[] = [];
  readonly #eras: readonly LadderEra[];
  /** Today's. */
  readonly ladder: readonly StageDefinition[];

  constructor(
    readonly workspace: LockedWorkspace,
    readonly known: Known,
  ) {
    this.ladder = ladderAt(workspace.state.definitions, workspace.recordedAt);
    this.#eras = erasOf(workspace.state.definitions);
    this.lastIds = { ...workspace.lastIds };
    this.attributeKeys = new Set(workspace.state.attributeKeys);
    const drafts = new Map<number, LeadDraft>();
    for (const [externalId, lead] of known.leads) {
      // Leads that were merged are one, by whichever of their ids they are named.
      const draft = drafts.get(lead.id) ?? { externalId, isNew: false, before: lead, lead, touched: false };
      drafts.set(lead.id, draft);
      this.leads.set(externalId, draft);
    }
    for (const [externalId, account] of known.accounts) {
      this.accounts.set(externalId, { externalId, ...account, isNew: false });
    }
  }

  /** The leads whose record the batch changes, each once. */
  touched(): LeadDraft[] {
    return [...new Set(this.leads.values())].filter((draft) => draft.touched);
  }

  /** Runs `take`; when it says false, everything it did to the batch is undone. */
  attempt(take: () => boolean): boolean {
    this.#undo.length = 0;
    if (take()) return true;
    for (const step of this.#undo.reverse()) step();
    return false;
  }

  nextId(counter: Counter): number {
    this.#undo.push(() => void this.lastIds[counter]--);
    return ++this.lastIds[counter];
  }

  set<Key, Value>(map: Map<Key, Value>, key: Key, value: Value): void {
    const had = map.has(key);
    const before = map.get(key) as Value;
    this.#undo.push(() => (had ? map.set(key, before) : map.delete(key)));
    map.set(key, value);
  }

  add<Value>(list: Value[], value: Value): void {
    this.#undo.push(() => void list.pop());
    list.push(value);
  }

  changeLead(draft: LeadDraft, change: { lead?: KnownLead }): void {
    const { lead, touched } = draft;
    this.#undo.push(() => Object.assign(draft, { lead, touched }));
    Object.assign(draft, change, { touched: true });
  }

  defineAttribute(key: string): void {
    if (this.attributeKeys.has(key)) return;
    this.#undo.push(() => void this.attributeKeys.delete(key));
    this.attributeKeys.add(key);
  }

  /** What a value of the CRM means; null while it is unmapped, or its stage is neither of that day's ladder nor of today's. */
  meaning(field: string, key: string, at: Instant): Pick<CrmMapping, 'meaning' | 'stageId'> | null {
    const mapping = this.known.meanings.get(meaningKey(field, key));
    if (mapping?.meaning !== 'STAGE') return mapping ?? null;
    const then = this.#eras.findLast(({ from }) => from <= at)?.stages ?? [];
    return [...then, ...this.ladder].some(({ id }) => id === mapping.stageId) ? mapping : null;
  }

  /** The stage a name means: in the ladder of that day, else among all that were ever defined. */
  stage(name: string, at: Instant): StageDefinition | undefined {
    const era = this.#eras.findLast(({ from }) => from <= at);
    return findStage(era?.stages ?? [], name) ?? findStage(this.workspace.state.definitions, name);
  }
}

export const NO_SNAPSHOT: LeadSnapshot = {
  source: null,
  leadType: null,
  campaign: null,
  region: null,
  accountId: null,
  value: null,
  attributes: {},
};
