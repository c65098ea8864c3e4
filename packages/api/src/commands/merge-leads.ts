import { type Instant, InvalidInput } from '@leadstage/core';
import type { Database } from '@leadstage/prisma';
import { instantParameter, sql } from '../query/sql.js';
import type { LeadReference } from '../query/survivor.js';
import { checkedText } from './check-given.js';
import { findLead } from './find-lead.js';
import type { Once } from './idempotency.js';
import { type Recording, recordIn } from './recording.js';
import { type Segment, segmentIdOf } from './segments.js';

export interface LeadMerge {
  /** Is absorbed. */
  readonly lead: LeadReference;
  /** Survives. */
  readonly into: LeadReference;
  /** Who says that they are one person. */
  readonly actor?: string | null | undefined;
}

export interface MergedLeads {
  /** The surviving lead. */
  readonly leadId: number;
  readonly absorbedId: number;
  /** From when on, by `knownAt`, they are one. */
  readonly recordedAt: Instant;
}

/**
 * Makes two records of one person one: from now on, by `knownAt`, their logs are one log, and the absorbed lead's ids
 * answer with the survivor. What the survivor lacks of attributes, value, account, name and e-mail it takes over.
 * Either may have absorbed others before, or be absorbed itself: then its survivor is meant.
 * @throws InvalidInput UNKNOWN_LEAD, ALREADY_MERGED where both are one lead, INVALID_TEXT, TOO_LONG
 */
export function mergeLeads(
  database: Database,
  workspaceId: string,
  merge: LeadMerge,
  once?: Once,
): Promise<MergedLeads> {
  return recordIn(database, workspaceId, (recording) => recordMerge(recording, merge), once);
}

async function recordMerge(recording: Recording, merge: LeadMerge): Promise<MergedLeads> {
  const { transaction, workspaceId, recordedAt } = recording;
  const absorbed = await findLead(recording, merge.lead, ['lead']);
  const survivor = await findLead(recording, merge.into, ['into']);
  const actor = checkedText(merge.actor, ['actor']);
  if (absorbed.id === survivor.id) {
    throw new InvalidInput('ALREADY_MERGED', ['into'], 'Both are one lead already.', 'another lead');
  }
  await transaction.query(sql`
    INSERT INTO merge (workspace_id, lead_id, recorded_at, into_lead_id, actor)
    SELECT ${workspaceId}::uuid, id, ${instantParameter(recordedAt)}, ${survivor.id}::bigint, ${actor}::text
    FROM unnest(${[...absorbed.family]}::bigint[]) AS given (id)`);
  recording.state = { ...recording.state, hasMerges: true };
  await takeOverPerson(recording, absorbed.id, survivor.id);
  await takeOverAttributes(recording, absorbed.id, survivor.id);
  for (const id of [...absorbed.family, ...survivor.family]) recording.touched.add(id);
  return { leadId: survivor.id, absorbedId: absorbed.id, recordedAt };
}

/** An erased survivor takes over nothing personal. */
async function takeOverPerson({ transaction, workspaceId }: Recording, from: number, to: number): Promise<void> {
  await transaction.query(sql`
    UPDATE lead s SET name = coalesce(s.name, a.name), email = coalesce(s.email, a.email) FROM lead a
    WHERE s.workspace_id = ${workspaceId}::uuid AND s.id = ${to} AND s.erased_at IS NULL
      AND a.workspace_id = s.workspace_id AND a.id = ${from}`);
}

interface Snapshot extends Segment {
  readonly leadId: number;
  readonly accountId: number | null;
  /** Decimal text. */
  readonly value: string | null;
  readonly attributes: Readonly<Record<string, string>>;
}

async function takeOverAttributes(recording: Recording, from: number, to: number): Promise<void> {
  const { transaction, workspaceId, recordedAt } = recording;
  const versions = await transaction.query<Snapshot>(sql`
    SELECT DISTINCT ON (v.lead_id) v.lead_id AS "leadId", s.source, s.lead_type AS "leadType", s.campaign, s.region,
      v.account_id AS "accountId", v.value, v.attributes
    FROM lead_version v JOIN segment s ON s.workspace_id = v.workspace_id AND s.id = v.segment_id
    WHERE v.workspace_id = ${workspaceId}::uuid AND v.lead_id = ANY(${[from, to]}::bigint[])
    ORDER BY v.lead_id, v.recorded_at DESC`);
  const absorbed = versions.find(({ leadId }) => leadId === from);
  const survivor = versions.find(({ leadId }) => leadId === to);
  const next = absorbed && survivor && completed(survivor, absorbed);
  if (!next) return;
  const segmentId = await segmentIdOf(recording, next);
  await transaction.query(sql`
    INSERT INTO lead_version (workspace_id, lead_id, recorded_at, segment_id, account_id, value, attributes)
    VALUES (${workspaceId}::uuid, ${to}, ${instantParameter(recordedAt)}, ${segmentId}, ${next.accountId}::bigint,
      ${next.value}::numeric, ${JSON.stringify(next.attributes)}::jsonb)`);
}

/** The survivor with what it lacked; null where it lacked nothing that the other has. */
function completed(survivor: Snapshot, absorbed: Snapshot): Snapshot | null {
  const next: Snapshot = {
    leadId: survivor.leadId,
    source: survivor.source ?? absorbed.source,
    leadType: survivor.leadType ?? absorbed.leadType,
    campaign: survivor.campaign ?? absorbed.campaign,
    region: survivor.region ?? absorbed.region,
    accountId: survivor.accountId ?? absorbed.accountId,
    value: survivor.value ?? absorbed.value,
    attributes: { ...absorbed.attributes, ...survivor.attributes },
  };
  const lacked = (Object.keys(next) as (keyof Snapshot)[]).some(
    (key) => key !== 'attributes' && next[key] !== survivor[key],
  );
  const keys = (of: Snapshot) => Object.keys(of.attributes).length;
  return lacked || keys(next) > keys(survivor) ? next : null;
}
