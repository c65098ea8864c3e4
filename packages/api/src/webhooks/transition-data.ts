import type { TransitionKind } from '@leadstage/core';
import type { Recording } from '../commands/recording.js';
import { log } from '../query/events.js';
import { familiesOf } from '../query/families.js';
import type { LogEntry } from '../query/lead-log.js';
import { instantParameter, isoInstant, sql } from '../query/sql.js';
import type { LeadData } from './handoff-data.js';

/** `data` of `lead.transitioned`. Instants are ISO 8601 with milliseconds, stages their keys. */
export interface TransitionData {
  readonly lead: LeadData;
  readonly transition: {
    readonly externalId: string;
    /** Null: out of the ladder, or nowhere yet. */
    readonly from: string | null;
    /** Null: out of the ladder. */
    readonly to: string | null;
    readonly kind: TransitionKind;
    readonly occurredAt: string;
    readonly actor: string | null;
    readonly reason: string | null;
  };
}

/**
 * The transitions that a command recorded of these leads and of those merged with them, in the order in which it did,
 * those that rules made included.
 */
export async function transitionsAsData(
  { transaction, state, recordedAt }: Recording,
  leadIds: readonly number[],
): Promise<{ readonly leadId: number; readonly data: TransitionData }[]> {
  const { id: workspaceId, definitions, hasMerges } = state;
  const family = await familiesOf(transaction, state, leadIds);
  const rows = await transaction.query<LogEntry & { readonly lead: string }>(sql`
    WITH ${log({ workspaceId, definitions, hasMerges, leadIds: family })}
    SELECT log.lead_id AS "leadId", l.external_id AS lead, log.external_id AS "externalId",
      log.from_stage_id AS "fromStageId", log.to_stage_id AS "toStageId", log.implied_kind AS kind,
      log.occurred_at AS "occurredAt", log.actor, log.reason
    FROM log JOIN lead l ON l.workspace_id = ${workspaceId}::uuid AND l.id = log.lead_id
    WHERE log.id > 0 AND log.recorded_at = ${instantParameter(recordedAt)} ORDER BY log.id`);
  const keys = new Map(definitions.map(({ id, key }) => [id, key]));
  const keyOf = (id: number | null) => (id === null ? null : (keys.get(id) ?? null));
  return rows.map(({ leadId, lead, externalId, fromStageId, toStageId, kind, occurredAt, actor, reason }) => ({
    leadId,
    data: {
      lead: { id: String(leadId), externalId: lead },
      transition: {
        externalId,
        from: keyOf(fromStageId),
        to: keyOf(toStageId),
        kind,
        occurredAt: isoInstant(occurredAt),
        actor,
        reason,
      },
    },
  }));
}
