import type { Instant } from '@leadstage/core';
import type { Transaction } from '@leadstage/prisma';
import { sql } from '../../query/sql.js';
import type { IngestUnit } from '../ingest-input.js';
import { type CostContent, costContent } from './cost-content.js';

/** Attributes of a lead that reports read, as one snapshot. */
export interface LeadSnapshot {
  readonly source: string | null;
  readonly leadType: string | null;
  readonly campaign: string | null;
  readonly region: string | null;
  readonly accountId: number | null;
  readonly value: string | null;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface KnownLead {
  readonly id: number;
  readonly createdAt: Instant;
  readonly name: string | null;
  readonly email: string | null;
  readonly snapshot: LeadSnapshot;
  /** Undefined while nobody was ever assigned. */
  readonly owner: string | null | undefined;
}

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

  const leads = await ask<LeadRow, KnownLead>(wanted.leads, (names) => leadsByName(workspaceId, names), knownLead);
  const accounts = await ask<KnownAccount & { externalId: string }, KnownAccount>(
    wanted.accounts,
    (names) => sql`SELECT external_id AS "externalId", id, name FROM account
      WHERE workspace_id = ${workspaceId}::uuid AND external_id = ANY(${names}::text[])`,
    ({ id, name }) => ({ id, name }),
  );
  const transitions = await ask<KnownTransition & { externalId: string }, KnownTransition>(
    wanted.transitions,
    (names) => sql`SELECT external_id AS "externalId", ${TRANSITION} FROM transition
      WHERE workspace_id = ${workspaceId}::uuid AND external_id = ANY(${names}::text[])`,
    (row) => row,
  );
  const activities = await ask<KnownActivity & { externalId: string }, KnownActivity>(
    wanted.activities,
    (
      names,
    ) => sql`SELECT external_id AS "externalId", lead_id AS "leadId", type, occurred_at AS "occurredAt" FROM activity
      WHERE workspace_id = ${workspaceId}::uuid AND external_id = ANY(${names}::text[])`,
    (row) => row,
  );
  const costs = await ask<CostContent & { externalId: string }, string>(
    wanted.costs,
    (names) => sql`SELECT external_id AS "externalId", given_amount AS amount, given_currency AS currency,
        exchange_rate AS "exchangeRate", starts_on AS "from", ends_on AS "to", category, source, lead_type AS "leadType",
        campaign, cost_scope AS "costScope"
      FROM cost_entry WHERE workspace_id = ${workspaceId}::uuid AND external_id = ANY(${names}::text[])`,
    costContent,
  );
  const logs = await logsOf(transaction, workspaceId, units, leads);
  return { leads, accounts, transitions, activities, costs, logs };
}

const TRANSITION = sql`lead_id AS "leadId", to_stage_id AS "toStageId", kind, occurred_at AS "occurredAt",
  voided_at IS NOT NULL AS voided`;

interface LeadRow extends Omit<KnownLead, 'snapshot' | 'owner'>, LeadSnapshot {
  readonly externalId: string;
  readonly owner: string | null;
  readonly assigned: boolean;
}

function leadsByName(workspaceId: string, names: string[]) {
  return sql`
    SELECT l.external_id AS "externalId", l.id, l.created_at AS "createdAt", l.name, l.email,
      s.source, s.lead_type AS "leadType", s.campaign, s.region, v.account_id AS "accountId", v.value, v.attributes,
      a.owner, a.lead_id IS NOT NULL AS assigned
    FROM lead l
    JOIN LATERAL (
      SELECT * FROM lead_version v WHERE v.workspace_id = l.workspace_id AND v.lead_id = l.id
      ORDER BY v.recorded_at DESC LIMIT 1
    ) v ON true
    JOIN segment s ON s.workspace_id = v.workspace_id AND s.id = v.segment_id
    LEFT JOIN LATERAL (
      SELECT * FROM assignment a WHERE a.workspace_id = l.workspace_id AND a.lead_id = l.id
      ORDER BY a.occurred_at DESC, a.recorded_at DESC LIMIT 1
    ) a ON true
    WHERE l.workspace_id = ${workspaceId}::uuid AND l.external_id = ANY(${names}::text[])`;
}

function knownLead(row: LeadRow): KnownLead {
  const { id, createdAt, name, email, source, leadType, campaign, region, accountId, value, attributes } = row;
  return {
    id,
    createdAt,
    name,
    email,
    snapshot: { source, leadType, campaign, region, accountId, value, attributes },
    owner: row.assigned ? row.owner : undefined,
  };
}

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
    SELECT ${TRANSITION} FROM transition
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
