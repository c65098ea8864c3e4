import type { Instant } from '@leadstage/core';
import type { Database } from '@leadstage/prisma';
import { HANDOFF_FACT, LEAD_FACT } from '../query/facts.js';
import { instantParameter, sql } from '../query/sql.js';
import type { LeadReference } from '../query/survivor.js';
import { eraseAnswers } from './erasure/erase-answers.js';
import { eraseEvents } from './erasure/erase-events.js';
import { eraseLog, eraseMentions } from './erasure/erase-log.js';
import { erasedId } from './erasure/erased-id.js';
import { identityOf } from './erasure/identity.js';
import { findLead } from './find-lead.js';
import type { Once } from './idempotency.js';
import { type Recording, recordIn } from './recording.js';

export interface ErasedLead {
  /** The lead that was erased: of merged ones the surviving one. */
  readonly leadId: number;
  /** When it was, the first time. */
  readonly erasedAt: Instant;
}

/**
 * Erases the personal data of a lead and of all that were merged with it, everywhere in the database, and keeps what
 * reports count (docs/erasure.md). From then on the lead answers to our id alone. Erasing it again erases what came
 * since.
 * @throws InvalidInput UNKNOWN_LEAD
 */
export function deleteLead(
  database: Database,
  workspaceId: string,
  { lead }: { readonly lead: LeadReference },
  once?: Once,
): Promise<ErasedLead> {
  return recordIn(database, workspaceId, (recording) => erase(recording, lead), once);
}

async function erase(recording: Recording, reference: LeadReference): Promise<ErasedLead> {
  const { id, family } = await findLead(recording, reference);
  recording.tell({ lead: id });
  const identity = await identityOf(recording.transaction, recording.workspaceId, family);
  const before = await externalIds(recording, family);
  await eraseLog(recording, family, identity);
  const mentioning = await eraseMentions(recording, family, identity);
  const erasedAt = await erasePeople(recording, id, family);
  const after = await externalIds(recording, family);
  const renamed = new Map(before.map(({ item, externalId }) => [externalId, idOf(item, after)]));
  await eraseEvents(recording, family, identity, renamed);
  await eraseAnswers(
    recording,
    family,
    identity,
    before.map(({ externalId }) => externalId),
  );
  await forgetOldGenerations(recording, [...family, ...mentioning]);
  for (const touched of [...family, ...mentioning]) recording.touched.add(touched);
  return { leadId: id, erasedAt };
}

interface NamedItem {
  /** Table and id. */
  readonly item: string;
  readonly externalId: string;
}

/** The external ids of leads and of what hangs on them. */
function externalIds({ transaction, workspaceId }: Recording, family: readonly number[]): Promise<NamedItem[]> {
  const mine = sql`workspace_id = ${workspaceId}::uuid AND lead_id = ANY(${[...family]}::bigint[])`;
  return transaction.query<NamedItem>(sql`
    SELECT 'activity ' || id AS item, external_id AS "externalId" FROM activity WHERE ${mine}
    UNION ALL SELECT 'crm_state ' || id, external_id FROM crm_state WHERE ${mine}
    UNION ALL SELECT 'transition ' || id, external_id FROM transition WHERE ${mine}
    UNION ALL SELECT 'lead ' || id, external_id FROM lead
      WHERE workspace_id = ${workspaceId}::uuid AND id = ANY(${[...family]}::bigint[])`);
}

function idOf(wanted: string, items: readonly NamedItem[]): string {
  return items.find(({ item }) => item === wanted)?.externalId ?? '';
}

/** @returns since when the lead `id` is erased */
async function erasePeople(
  { transaction, workspaceId, recordedAt }: Recording,
  id: number,
  family: readonly number[],
): Promise<Instant> {
  const rows = await transaction.query<{ id: number; erasedAt: Instant }>(sql`
    UPDATE lead l SET name = NULL, email = NULL, external_id = ${erasedId('lead', 'l')},
      erased_at = coalesce(erased_at, ${instantParameter(recordedAt)})
    WHERE workspace_id = ${workspaceId}::uuid AND id = ANY(${[...family]}::bigint[])
    RETURNING id, erased_at AS "erasedAt"`);
  return rows.find((row) => row.id === id)?.erasedAt ?? recordedAt;
}

/** What is left of generations that answer no longer is not projected anew. */
async function forgetOldGenerations(
  { transaction, workspaceId, state }: Recording,
  leadIds: readonly number[],
): Promise<void> {
  for (const table of [LEAD_FACT, HANDOFF_FACT]) {
    await transaction.query(sql`
      DELETE FROM ${table} WHERE workspace_id = ${workspaceId}::uuid AND generation < ${state.generation}
        AND lead_id = ANY(${[...leadIds]}::bigint[])`);
  }
}
