import type { Account, Handoff, Lead } from '@leadstage/sdk';
import type { DataTable } from '../frame/data-table.js';
import { type HandoffScene, handoffColumns, handoffTable } from '../handoffs/handoff-columns.js';
import { accountColumns, accountTable } from '../list/account-columns.js';
import { leadColumns, leadTable } from '../list/lead-columns.js';
import type { ListColumn } from '../list/list-view.js';
import type { ListSource } from '../list/paged-list.js';
import type { BehindOf } from '../reports/events.js';
import type { Session } from '../reports/session.js';
import type { CommonWords } from '../words/common-words.js';

/** One kind of thing that a number may count: how it is asked for and shown. */
export interface Behind<Item> {
  readonly source: (session: Session, behind: string) => ListSource<Item>;
  readonly heading: (words: CommonWords) => string;
  readonly columns: (scene: HandoffScene) => readonly ListColumn<Item>[];
  readonly table: (caption: string, items: readonly Item[], scene: HandoffScene) => DataTable;
}

const LEADS: Behind<Lead> = {
  source:
    ({ client }, behind) =>
    async (page, options) => {
      const { leads, ...rest } = await client.leadsPage({ ...page, filter: { behind } }, options);
      return { ...rest, items: leads };
    },
  heading: ({ leadsBehind }) => leadsBehind,
  columns: (scene) => leadColumns(scene, scene.workspace),
  table: leadTable,
};

const HANDOFFS: Behind<Handoff> = {
  source:
    ({ client }, behind) =>
    async (page, options) => {
      const { handoffs, ...rest } = await client.handoffsPage({ ...page, filter: { behind } }, options);
      return { ...rest, items: handoffs };
    },
  heading: ({ handoffsBehind }) => handoffsBehind,
  columns: handoffColumns,
  table: handoffTable,
};

const ACCOUNTS: Behind<Account> = {
  source:
    ({ client }, behind) =>
    async (page, options) => {
      const { accounts, ...rest } = await client.accountsPage({ ...page, filter: { behind } }, options);
      return { ...rest, items: accounts };
    },
  heading: ({ accountsBehind }) => accountsBehind,
  columns: accountColumns,
  table: accountTable,
};

const KINDS = { leads: LEADS, handoffs: HANDOFFS, accounts: ACCOUNTS };

/** What lists leads, handoffs or accounts. */
export function behindOf(of: BehindOf): Behind<Lead> | Behind<Handoff> | Behind<Account> {
  return KINDS[of];
}
