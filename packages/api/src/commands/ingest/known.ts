import type { Instant } from '@leadstage/core';
import type { Transaction } from '@leadstage/prisma';
import { sql } from '../../query/sql.js';
import type { IngestUnit } from '../ingest-input.js';
import { type CostContent, costContent } from './cost-content.js';
import { type CrmMeanings, type KnownCrmState, meaningsOf } from './crm-values.js';
import { type KnownLead, knownLead, type LeadRow, type LeadSnapshot, leadsByName, survivorId } from './known-leads.js';

export type { KnownLead, LeadSnapshot } from './known-leads.js';

export interface KnownAccount {
  readonly id: number;
  readonly name: string | null;
}

export interface KnownTransition {
  readonly leadId: number;
  readonly toStageId: number | null;
  readonly kind: string | null;
  readonly occurredAt: Instant;
  readonly voided: boolean;
}

export interface KnownActivity {
  readonly leadId: number;
  readonly type: string;
  readonly occurredAt: Instant;
}

/** What was stored before under the external ids that a batch names. */
export interface Known {
  readonly leads: Map<string, KnownLead>;
  readonly accounts: Map<string, KnownAccount>;
  readonly transitions: Map<string, KnownTransition>;
  /** Values of the CRM; one that made a transition is among `transitions` too. */
  readonly crmStates: Map<string, KnownCrmState>;
  readonly meanings: CrmMeanings;
  readonly activities: Map<string, KnownActivity>;
  /** A cost entry's content, as `costContent` writes it. */
  readonly costs: Map<string, string>;
  /** The standing log of the leads that get new transitions. */
  readonly logs: Map<number, KnownTransition[]>;
}

/** Looks up everything that a batch refers to: one statement per kind of item, whatever the batch's size. */
export async function lookUp(
  transaction: Transaction,
  workspaceId: string,
  units: readonly IngestUnit[],
  hasMerges: boolean,
): Promise<Known> {
  const wanted = namesOf(units);
  const ask = async <Row extends { externalId: string }, Value>(
    names: ReadonlySet<string>,
    statement: (names: string[]) => ReturnType<typeof sql>,
    value: (row: Row) => Value,
  ) => {
    if (names.size === 0) return new Map<string, Value>();
    const rows = await transaction.query<Row>(statement([...names]));
    return new Map(rows.map((row) => [row.externalId, value(row)]));
  };

  const leads = await ask<LeadRow, KnownLead>(
    wanted.leads,
    (names) => leadsByName(workspaceId, names, hasMerges),
    knownLead,
  );
  const accounts = await ask<KnownAccount & { externalId: string }, KnownAccount>(
    wanted.accounts,
    (names) => sql`SELECT external_id AS "externalId", id, name FROM account
      WHERE workspace_id = ${workspaceId}::uuid AND external_id = ANY(${names}::text[])`,
    ({ id, name }) => ({ id, name }),
  );
  const events = await eventsByName(transaction, workspaceId, wanted.transitions, hasMerges);
  const meanings = await meaningsOf(transaction, workspaceId, units);
  const activities = await ask<KnownActivity & { externalId: string }, KnownActivity>(
    wanted.activities,
    (
      names,
    ) => sql`SELECT external_id AS "externalId", ${survivorId('activity', 'lead_id', hasMerges)} AS "leadId", type,
        occurred_at AS "occurredAt" FROM activity
      WHERE workspace_id = ${workspaceId}::uuid AND external_id = ANY(${names}::text[])`,
    (row) => row,
  );
  const costs = await ask<CostContent & { externalId: string }, string>(
    wanted.costs,
    (names) => sql`SELECT external_id AS "externalId", given_amount AS amount, given_currency AS currency,
        exchange_rate AS "exchangeRate", starts_on AS "from", ends_on AS "to", category, source, lead_type AS "leadType",
        campaign, cost_scope AS "costScope"
      FROM cost_entry WHERE workspace_id = ${workspaceId}::uuid AND external_id = ANY(${names}::text[])
      ORDER BY voided_at NULLS LAST`, // What stands under an id comes last, and so decides.
    costContent,
  );
  const logs = await logsOf(transaction, workspaceId, units, leads);
  return { leads, accounts, ...events, meanings, activities, costs, logs };
}

const transitionColumns = (hasMerges: boolean) => sql`
  ${survivorId('transition', 'lead_id', hasMerges)} AS "leadId", to_stage_id AS "toStageId", kind, occurred_at AS "occurredAt",
  voided_at IS NOT NULL AS voided`;

/** Transitions and values of the CRM by external id, in one statement. */
async function eventsByName(
  transaction: Transaction,
  workspaceId: string,
  names: ReadonlySet<string>,
  hasMerges: boolean,
): Promise<Pick<Known, 'transitions' | 'crmStates'>> {
  const known = { transitions: new Map<string, KnownTransition>(), crmStates: new Map<string, KnownCrmState>() };
  if (names.size === 0) return known;
  const rows = await transaction.query<EventRow>(sql`
    SELECT external_id AS "externalId", ${transitionColumns(hasMerges)}, NULL AS field, NULL AS "valueKey" FROM transition
    WHERE workspace_id = ${workspaceId}::uuid AND external_id = ANY(${[...names]}::text[])
    UNION ALL
    SELECT external_id, ${survivorId('crm_state', 'lead_id', hasMerges)}, NULL, NULL, occurred_at, false, field, value_key FROM crm_state
    WHERE workspace_id = ${workspaceId}::uuid AND external_id = ANY(${[...names]}::text[])`);
  for (const { externalId, field, valueKey, ...event } of rows) {
    if (field === null) known.transitions.set(externalId, event);
    else known.crmStates.set(externalId, { leadId: event.leadId, field, valueKey, occurredAt: event.occurredAt });
  }
  return known;
}

type EventRow = KnownTransition & { readonly externalId: string } & (
    | { readonly field: null; readonly valueKey: null }
    | { readonly field: string; readonly valueKey: string }
  );

async function logsOf(
  transaction: Transaction,
  workspaceId: string,
  units: readonly IngestUnit[],
  leads: Known['leads'],
): Promise<Known['logs']> {
  const names = new Set(units.flatMap((unit) => (unit.transitions ?? []).map((each) => each.lead)));
  const ids = [...names].flatMap((name) => leads.get(name)?.id ?? []);
  const logs = new Map<number, KnownTransition[]>();
  if (ids.length === 0) return logs;
  const rows = await transaction.query<KnownTransition>(sql`
    SELECT ${transitionColumns(false)} FROM transition
    WHERE workspace_id = ${workspaceId}::uuid AND lead_id = ANY(${ids}::bigint[]) AND voided_at IS NULL`);
  for (const row of rows) {
    const log = logs.get(row.leadId);
    if (log) log.push(row);
    else logs.set(row.leadId, [row]);
  }
  return logs;
}

function namesOf(units: readonly IngestUnit[]) {
  const names = {
    leads: new Set<string>(),
    accounts: new Set<string>(),
    transitions: new Set<string>(),
    activities: new Set<string>(),
    costs: new Set<string>(),
  };
  for (const unit of units) {
    if (unit.lead) names.leads.add(unit.lead.externalId);
    if (unit.lead?.account) names.accounts.add(unit.lead.account);
    if (unit.account) names.accounts.add(unit.account.externalId);
    for (const { externalId, lead } of unit.transitions ?? []) {
      names.transitions.add(externalId);
      names.leads.add(lead);
    }
    for (const { externalId, lead } of unit.activities ?? []) {
      names.activities.add(externalId);
      names.leads.add(lead);
    }
    for (const { externalId } of unit.costs ?? []) names.costs.add(externalId);
  }
  return names;
}

export function sameSnapshot(a: LeadSnapshot, b: LeadSnapshot): boolean {
  return fingerprint(a) === fingerprint(b);
}

function fingerprint({ attributes: own, value, ...rest }: LeadSnapshot): string {
  return JSON.stringify([
    rest.source,
    rest.leadType,
    rest.campaign,
    rest.region,
    rest.accountId,
    value === null ? null : Number(value),
    Object.entries(own).sort(([a], [b]) => (a < b ? -1 : 1)),
  ]);
}
