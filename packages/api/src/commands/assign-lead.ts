import type { Instant } from '@leadstage/core';
import type { Database } from '@leadstage/prisma';
import type { LeadFamily } from '../query/lead-standing.js';
import { instantParameter, sql } from '../query/sql.js';
import type { LeadReference } from '../query/survivor.js';
import { checkedText, checkPast } from './check-given.js';
import { findLead } from './find-lead.js';
import type { Once } from './idempotency.js';
import { type Recording, recordIn } from './recording.js';

export interface Assignment {
  readonly lead: LeadReference;
  /** Null: nobody. */
  readonly owner: string | null;
  /** Since when, which may lie before its creation; default: now, and after every assignment that is known. */
  readonly occurredAt?: Instant | null | undefined;
  /** Who assigns it. */
  readonly actor?: string | null | undefined;
}

export interface AssignedLead {
  readonly leadId: number;
  /** Since when the owner has it, as far as this call says. */
  readonly occurredAt: Instant;
  /** False: it was so already, and nothing was recorded. */
  readonly changed: boolean;
}

/**
 * Gives a lead to an owner. Without an instant, the owner in force changes nothing. With one it is recorded even where
 * the owner stays the same, unless that very instant has said so: it stands against what is told later of an earlier one.
 * @throws InvalidInput UNKNOWN_LEAD, IN_THE_FUTURE, INVALID_INSTANT, INVALID_TEXT, TOO_LONG
 */
export function assignLead(
  database: Database,
  workspaceId: string,
  assignment: Assignment,
  once?: Once,
): Promise<AssignedLead> {
  return recordIn(database, workspaceId, (recording) => recordAssignment(recording, assignment), once);
}

/** The same within a command that is under way. */
export async function recordAssignment(recording: Recording, given: Assignment): Promise<AssignedLead> {
  const { transaction, workspaceId, recordedAt } = recording;
  const lead = await findLead(recording, given.lead);
  const [owner, actor] = [checkedText(given.owner, ['owner']), checkedText(given.actor, ['actor'])];
  if (given.occurredAt != null) checkPast(given.occurredAt, recordedAt, ['occurredAt']);
  const inForce = await lastAssignment(recording, lead, given.occurredAt ?? null);
  const occurredAt = given.occurredAt ?? Math.max(recordedAt, inForce?.occurredAt ?? 0);
  const says = given.occurredAt == null ? (inForce?.owner ?? null) : ownerSince(inForce, given.occurredAt);
  if (says === owner) return { leadId: lead.id, occurredAt, changed: false };
  await transaction.query(sql`
    INSERT INTO assignment (workspace_id, lead_id, occurred_at, recorded_at, owner, actor)
    VALUES (${workspaceId}::uuid, ${lead.id}, ${instantParameter(occurredAt)}, ${instantParameter(recordedAt)},
      ${owner}, ${actor})
    ON CONFLICT (workspace_id, lead_id, occurred_at, recorded_at) DO UPDATE SET owner = excluded.owner, actor = excluded.actor`);
  recording.touched.add(lead.id);
  recording.occurred.push(occurredAt);
  return { leadId: lead.id, occurredAt, changed: true };
}

interface InForce {
  readonly owner: string | null;
  readonly occurredAt: Instant;
}

/** The owner that was said for that very instant; undefined where none was. */
function ownerSince(inForce: InForce | undefined, instant: Instant): string | null | undefined {
  return inForce?.occurredAt === instant ? inForce.owner : undefined;
}

/** The assignment in force at an instant; at null, the last of all. */
async function lastAssignment(
  { transaction, workspaceId }: Recording,
  { family }: LeadFamily,
  at: Instant | null,
): Promise<InForce | undefined> {
  const [row] = await transaction.query<InForce>(sql`
    SELECT owner, occurred_at AS "occurredAt" FROM assignment
    WHERE workspace_id = ${workspaceId}::uuid AND lead_id = ANY(${[...family]}::bigint[])
      AND ${at === null ? sql`true` : sql`occurred_at <= ${instantParameter(at)}`}
    ORDER BY occurred_at DESC, recorded_at DESC LIMIT 1`);
  return row;
}
