import type { StageDefinition } from '@leadstage/core';
import { ladderAt } from '@leadstage/core';
import { type Account, type Database, inWorkspace, type Transaction, type WorkspacePrisma } from '@leadstage/prisma';
import DataLoader from 'dataloader';
import { type AccountStanding, accountStandings, leadsOfAccounts } from './query/account-list.js';
import { type Handoff, handoffsOf } from './query/handoff-list.js';
import { activitiesOf, type LeadActivity } from './query/lead-activities.js';
import { type LogEntry, logsOf } from './query/lead-log.js';
import { type PolicyVersion, policyVersions } from './query/policy-versions.js';
import { type PresentLead, presentLeads } from './query/present-leads.js';
import type { WorkspaceState } from './query/workspace-state.js';

export type LeadRow = Awaited<ReturnType<WorkspacePrisma['lead']['findMany']>>[number];

/** What resolvers load by id: everything of one kind that a request wants comes in one statement. */
export interface Loaders {
  /** Today's definition of a stage. */
  readonly stageById: DataLoader<number, StageDefinition | null>;
  readonly accountById: DataLoader<number, Account | null>;
  readonly standingOfAccount: DataLoader<number, AccountStanding>;
  /** Ids of an account's first leads, by `<account id>/<how many>`. */
  readonly leadIdsOfAccount: DataLoader<string, number[]>;
  /** The whole row of a lead. */
  readonly leadById: DataLoader<number, LeadRow | null>;
  readonly presentLead: DataLoader<number, PresentLead | null>;
  readonly handoffsOfLead: DataLoader<number, Handoff[]>;
  /** By `<policy id>/<version>`. */
  readonly policyVersion: DataLoader<string, PolicyVersion | null>;
  readonly logOfLead: DataLoader<number, LogEntry[]>;
  readonly activitiesOfLead: DataLoader<number, LeadActivity[]>;
}

export function loadersFor(
  database: Database,
  workspace: () => Promise<WorkspaceState>,
  prisma: () => WorkspacePrisma,
): Loaders {
  const ask = async <Row>(work: (transaction: Transaction, state: WorkspaceState) => Promise<Row>): Promise<Row> => {
    const state = await workspace();
    return inWorkspace(database, state.id, (transaction) => work(transaction, state));
  };
  return {
    stageById: new DataLoader(async (ids) => {
      const { definitions } = await workspace();
      const today = ladderAt(
        definitions.map((definition) => ({ ...definition, retired: false })),
        Date.now(),
      );
      return ids.map((id) => today.find((stage) => stage.id === id) ?? null);
    }),
    accountById: new DataLoader(async (ids) => {
      const { id: workspaceId } = await workspace();
      const rows = await prisma().account.findMany({ where: { workspaceId, id: { in: ids.map(BigInt) } } });
      const byId = new Map(rows.map((row) => [Number(row.id), row]));
      return ids.map((id) => byId.get(id) ?? null);
    }),
    standingOfAccount: new DataLoader((ids) =>
      ask((transaction, state) => accountStandings(transaction, state, ids, Date.now())),
    ),
    leadIdsOfAccount: new DataLoader(async (keys) => {
      const asked = keys.map((key) => ({ accountId: Number.parseInt(key, 10), most: Number(key.split('/')[1]) }));
      const accountIds = [...new Set(asked.map(({ accountId }) => accountId))];
      const most = Math.max(...asked.map((each) => each.most));
      const rows = await ask((transaction, state) => leadsOfAccounts(transaction, state, accountIds, most));
      const byAccount = new Map<number, number[]>(accountIds.map((id) => [id, []]));
      for (const { accountId, leadId } of rows) byAccount.get(accountId)?.push(leadId);
      return asked.map((each) => (byAccount.get(each.accountId) ?? []).slice(0, each.most));
    }),
    leadById: new DataLoader(async (ids) => {
      const { id: workspaceId } = await workspace();
      const rows = await prisma().lead.findMany({ where: { workspaceId, id: { in: ids.map(BigInt) } } });
      const byId = new Map(rows.map((row) => [Number(row.id), row]));
      return ids.map((id) => byId.get(id) ?? null);
    }),
    presentLead: new DataLoader(async (ids) => {
      const rows = await ask((transaction, state) => presentLeads(transaction, state, ids));
      const byId = new Map(rows.map((row) => [row.leadId, row]));
      return ids.map((id) => byId.get(id) ?? null);
    }),
    handoffsOfLead: new DataLoader(async (ids) => {
      return grouped(ids, await ask((transaction, state) => handoffsOf(transaction, state, ids)));
    }),
    policyVersion: new DataLoader(async (names) => {
      const wanted = names.map((name) => ({ id: Number.parseInt(name, 10), version: Number(name.split('/')[1]) }));
      const rows = await ask((transaction, state) => policyVersions(transaction, state.id, wanted));
      const byName = new Map(rows.map((row) => [`${row.id}/${row.version}`, row]));
      return names.map((name) => byName.get(name) ?? null);
    }),
    logOfLead: new DataLoader(async (ids) => {
      return grouped(ids, await ask((transaction, state) => logsOf(transaction, state, ids)));
    }),
    activitiesOfLead: new DataLoader(async (ids) => {
      return grouped(ids, await ask((transaction, state) => activitiesOf(transaction, state, ids)));
    }),
  };
}

function grouped<Row extends { readonly leadId: number }>(ids: readonly number[], rows: readonly Row[]): Row[][] {
  const byLead = new Map<number, Row[]>(ids.map((id) => [id, []]));
  for (const row of rows) byLead.get(row.leadId)?.push(row);
  return ids.map((id) => byLead.get(id) ?? []);
}
