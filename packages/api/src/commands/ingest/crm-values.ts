import type { Instant } from '@leadstage/core';
import type { Transaction } from '@leadstage/prisma';
import { isoInstant, sql } from '../../query/sql.js';
import type { IngestUnit } from '../ingest-input.js';
import type { CrmMapping } from '../ladder/record-mappings.js';
import { valueKey } from '../ladder/value-key.js';
import type { NewCrmState } from './batch.js';

/** What makes a value of the CRM the same event when its external id comes again. */
export interface KnownCrmState {
  readonly leadId: number;
  readonly field: string;
  readonly valueKey: string;
  readonly occurredAt: Instant;
}

/** What values mean, by `meaningKey`. */
export type CrmMeanings = ReadonlyMap<string, Pick<CrmMapping, 'meaning' | 'stageId'>>;

export function meaningKey(field: string, key: string): string {
  return JSON.stringify([field, key]);
}

/** The mappings in force of the values that units name: no statement where they name none. */
export async function meaningsOf(
  transaction: Transaction,
  workspaceId: string,
  units: readonly IngestUnit[],
): Promise<CrmMeanings> {
  const named = new Map<string, { field: string; key: string }>();
  for (const { crm } of units.flatMap((unit) => unit.transitions ?? [])) {
    if (!crm) continue;
    const [field, key] = [crm.field.trim(), valueKey(crm.value)];
    named.set(meaningKey(field, key), { field, key });
  }
  if (named.size === 0) return new Map();
  const rows = await transaction.query<
    Pick<CrmMapping, 'field' | 'meaning' | 'stageId'> & { readonly valueKey: string }
  >(sql`
    SELECT DISTINCT ON (m.field, m.value_key) m.field, m.value_key AS "valueKey", m.meaning, m.stage_id AS "stageId"
    FROM crm_mapping m
    JOIN json_to_recordset(${JSON.stringify([...named.values()])}::json) AS g (field text, key text)
      ON m.field = g.field AND m.value_key = g.key
    WHERE m.workspace_id = ${workspaceId}::uuid
    ORDER BY m.field, m.value_key, m.recorded_at DESC`);
  return new Map(rows.map(({ field, valueKey, ...mapping }) => [meaningKey(field, valueKey), mapping]));
}

export const CRM_STATE_COLUMNS = {
  id: 'bigint',
  lead_id: 'bigint',
  external_id: 'text',
  field: 'text',
  value: 'text',
  value_key: 'text',
  occurred_at: 'timestamptz',
  actor: 'text',
  settled_at: 'timestamptz',
};

export function crmStateRows(states: readonly NewCrmState[], recordedAt: Instant) {
  return states.map((each) => ({
    id: each.id,
    lead_id: each.leadId,
    external_id: each.externalId,
    field: each.field,
    value: each.value,
    value_key: each.valueKey,
    occurred_at: isoInstant(each.occurredAt),
    actor: each.actor,
    settled_at: each.settled ? isoInstant(recordedAt) : null,
  }));
}
