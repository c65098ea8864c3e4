import type { Instant } from '@leadstage/core';
import { raw, type Sql, sql } from '../../query/sql.js';

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

export interface LeadRow extends Omit<KnownLead, 'snapshot' | 'owner'>, LeadSnapshot {
  readonly externalId: string;
  readonly owner: string | null;
  readonly assigned: boolean;
}

/** The leads that external ids mean: one that was merged away means its survivor. */
export function leadsByName(workspaceId: string, names: readonly string[], hasMerges: boolean): Sql {
  const family = hasMerges
    ? raw(`IN (SELECT l.id UNION ALL
        SELECT m.lead_id FROM merge m WHERE m.workspace_id = l.workspace_id AND m.into_lead_id = l.id)`)
    : raw('= l.id');
  const createdAt = hasMerges
    ? sql`(SELECT min(b.created_at) FROM lead b WHERE b.workspace_id = l.workspace_id AND b.id ${family})`
    : sql`l.created_at`;
  return sql`
    SELECT named.external_id AS "externalId", l.id, ${createdAt} AS "createdAt", l.name, l.email,
      s.source, s.lead_type AS "leadType", s.campaign, s.region, v.account_id AS "accountId", v.value, v.attributes,
      a.owner, a.lead_id IS NOT NULL AS assigned
    FROM lead named
    JOIN lead l ON l.workspace_id = named.workspace_id AND l.id = ${survivorId('named', 'id', hasMerges)}
    JOIN LATERAL (
      SELECT * FROM lead_version v WHERE v.workspace_id = l.workspace_id AND v.lead_id = l.id
      ORDER BY v.recorded_at DESC LIMIT 1
    ) v ON true
    JOIN segment s ON s.workspace_id = v.workspace_id AND s.id = v.segment_id
    LEFT JOIN LATERAL (
      SELECT * FROM assignment a WHERE a.workspace_id = l.workspace_id AND a.lead_id ${family}
      ORDER BY a.occurred_at DESC, a.recorded_at DESC, a.lead_id = l.id DESC, a.lead_id DESC LIMIT 1
    ) a ON true
    WHERE named.workspace_id = ${workspaceId}::uuid AND named.external_id = ANY(${[...names]}::text[])`;
}

/** The lead that a row's lead has become. */
export function survivorId(alias: string, column: string, hasMerges: boolean): Sql {
  const own = raw(`${alias}.${column}`);
  if (!hasMerges) return own;
  return sql`coalesce((
    SELECT m.into_lead_id FROM merge m WHERE m.workspace_id = ${raw(alias)}.workspace_id AND m.lead_id = ${own}
    ORDER BY m.recorded_at DESC LIMIT 1), ${own})`;
}

export function knownLead(row: LeadRow): KnownLead {
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
