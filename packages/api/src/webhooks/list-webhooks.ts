import type { Instant } from '@leadstage/core';
import { type Database, inWorkspace } from '@leadstage/prisma';
import { type Listing, type Order, type Page, type PageRequest, pageOf, pageStatement } from '../query/keyset.js';
import { conjunction, sql } from '../query/sql.js';
import type { EventType } from './events.js';

export interface WebhookRow {
  readonly id: number;
  readonly url: string;
  readonly events: readonly EventType[];
  readonly createdAt: Instant;
}

export const DELIVERY_STATUSES = ['PENDING', 'DELIVERED', 'DEAD'] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

export interface DeliveryRow {
  readonly webhookId: number;
  readonly eventId: number;
  readonly type: EventType;
  readonly recordedAt: Instant;
  readonly status: DeliveryStatus;
  readonly attempts: number;
  readonly lastStatus: number | null;
  readonly lastError: string | null;
  readonly nextAttemptAt: Instant | null;
  readonly deliveredAt: Instant | null;
}

export interface DeliveryQuestion extends PageRequest {
  readonly status?: DeliveryStatus | null | undefined;
}

/** The webhooks that are not deleted, oldest first; of ids, only these. */
export function listWebhooks(database: Database, workspaceId: string, ids?: readonly number[]): Promise<WebhookRow[]> {
  const these = ids ? sql`id = ANY(${[...ids]}::int[])` : sql`true`;
  return inWorkspace(database, workspaceId, (transaction) =>
    transaction.query<WebhookRow>(sql`
      SELECT id, url, events, created_at AS "createdAt" FROM webhook
      WHERE workspace_id = ${workspaceId}::uuid AND deleted_at IS NULL AND ${these} ORDER BY id`),
  );
}

const NEWEST_FIRST: Order = {
  name: 'DELIVERY',
  keys: [{ column: sql`d.event_id`, kind: 'INTEGER' }],
  descending: true,
};
const MOST_PER_PAGE = 100;

/**
 * A page of each webhook's deliveries, newest event first. One statement, however many webhooks.
 * @throws InvalidInput PAGE_SIZE_REQUIRED, INVALID_ARGUMENTS, INVALID_CURSOR
 */
export function deliveriesOf(
  database: Database,
  workspaceId: string,
  webhookIds: readonly number[],
  question: DeliveryQuestion,
): Promise<ReadonlyMap<number, Page<DeliveryRow>>> {
  const listing: Listing = {
    columns: sql`d.webhook_id AS "webhookId", d.event_id AS "eventId", e.type, e.recorded_at AS "recordedAt", d.status,
      d.attempts, d.last_status AS "lastStatus", d.last_error AS "lastError", d.delivered_at AS "deliveredAt",
      CASE WHEN d.status = 'PENDING' THEN d.next_attempt_at END AS "nextAttemptAt"`,
    from: sql`delivery d JOIN event e ON e.workspace_id = d.workspace_id AND e.id = d.event_id`,
    conditions: [sql`d.workspace_id = ${workspaceId}::uuid AND d.webhook_id = w.id`, ...withStatus(question)],
    order: NEWEST_FIRST,
  };
  const size = Math.min(Math.max(question.first ?? question.last ?? 0, 0), MOST_PER_PAGE);
  return inWorkspace(database, workspaceId, async (transaction) => {
    const rows = await transaction.query<DeliveryRow>(sql`
      SELECT page.* FROM unnest(${[...webhookIds]}::int[]) AS w (id)
      CROSS JOIN LATERAL (${pageStatement(listing, question, size + 1)}) page`);
    const pages = webhookIds.map(async (id) => {
      const own = rows.filter((row) => row.webhookId === id);
      // The rows of all webhooks have been read at once; what is left is to make a page of each one's.
      const read = { query: async <Row extends object>() => own as unknown as Row[] };
      return [id, await pageOf<DeliveryRow>(read, listing, question)] as const;
    });
    return new Map(await Promise.all(pages));
  });
}

/** How many deliveries each webhook has. */
export async function countDeliveries(
  database: Database,
  workspaceId: string,
  webhookIds: readonly number[],
  question: DeliveryQuestion,
): Promise<ReadonlyMap<number, number>> {
  const rows = await inWorkspace(database, workspaceId, (transaction) =>
    transaction.query<{ id: number; count: number }>(sql`
      SELECT d.webhook_id AS id, count(*) AS count FROM delivery d
      WHERE d.workspace_id = ${workspaceId}::uuid AND d.webhook_id = ANY(${[...webhookIds]}::int[])
        AND ${conjunction(withStatus(question))}
      GROUP BY d.webhook_id`),
  );
  return new Map(rows.map(({ id, count }) => [id, count]));
}

function withStatus({ status }: DeliveryQuestion) {
  return status == null ? [] : [sql`d.status = ${status}::delivery_status`];
}
