import type { Instant } from '@leadstage/core';
import { type Database, inWorkspace } from '@leadstage/prisma';
import { countOf, type Listing, type Page, type PageRequest, pageOf } from '../query/keyset.js';
import { instantParameter, sql } from '../query/sql.js';
import type { Actor } from './audit.js';

/** An entry of the audit log. */
export interface AuditEntry {
  readonly id: number;
  readonly occurredAt: Instant;
  readonly actorKind: Actor['kind'];
  readonly actorId: string | null;
  readonly actorName: string;
  readonly act: string;
  readonly refusal: string | null;
  readonly detail: unknown;
  readonly requestId: string | null;
}

/** All conditions must hold. */
export interface AuditFilter {
  /** Name of a mutation. */
  readonly act?: string | null | undefined;
  /** Of a key. */
  readonly actorId?: string | null | undefined;
  readonly since?: Instant | null | undefined;
}

function listing(workspaceId: string, { act, actorId, since }: AuditFilter): Listing {
  return {
    columns: sql`a.id, a.occurred_at AS "occurredAt", a.actor_kind AS "actorKind", a.actor_id AS "actorId",
      a.actor_name AS "actorName", a.act, a.refusal, a.detail, a.request_id AS "requestId"`,
    from: sql`audit_entry a`,
    conditions: [
      sql`a.workspace_id = ${workspaceId}::uuid`,
      ...(act == null ? [] : [sql`a.act = ${act}`]),
      ...(actorId == null ? [] : [sql`a.actor_id = ${actorId}`]),
      ...(since == null ? [] : [sql`a.occurred_at >= ${instantParameter(since)}`]),
    ],
    order: { name: 'AUDIT', keys: [{ column: sql`a.id`, kind: 'INTEGER' }], descending: true },
  };
}

/**
 * A page of the audit log, newest first.
 * @throws InvalidInput PAGE_SIZE_REQUIRED, INVALID_ARGUMENTS, INVALID_CURSOR
 */
export function pageOfAudit(
  database: Database,
  workspaceId: string,
  filter: AuditFilter,
  request: PageRequest,
): Promise<Page<AuditEntry>> {
  const asked = listing(workspaceId, filter);
  return inWorkspace(database, workspaceId, (transaction) => pageOf(transaction, asked, request), { snapshot: true });
}

export function countAudit(database: Database, workspaceId: string, filter: AuditFilter): Promise<number> {
  return inWorkspace(database, workspaceId, (transaction) => countOf(transaction, listing(workspaceId, filter)));
}
