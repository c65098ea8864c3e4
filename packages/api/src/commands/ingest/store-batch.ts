import type { Instant } from '@leadstage/core';
import type { Transaction } from '@leadstage/prisma';
import { instantParameter, isoInstant, raw, type Sql, sql } from '../../query/sql.js';
import type { Batch, LeadDraft } from './batch.js';
import { CRM_STATE_COLUMNS, crmStateRows } from './crm-values.js';
import { type LeadSnapshot, sameSnapshot } from './known.js';

/** Stores what a batch holds: one statement per table, whatever the batch's size. */
export async function storeBatch(transaction: Transaction, workspaceId: string, batch: Batch): Promise<void> {
  const { recordedAt } = batch.workspace;
  const insert = insertInto(transaction, workspaceId, recordedAt);
  const drafts = batch.touched();
  const created = drafts.filter((draft) => draft.isNew);
  const newVersions = drafts.filter(({ before, lead }) => !before || !sameSnapshot(before.snapshot, lead.snapshot));
  const segmentIds = await storeSegments(transaction, workspaceId, batch, newVersions);

  await insert(
    'attribute_definition',
    [...batch.attributeKeys]
      .filter((key) => !batch.workspace.state.attributeKeys.includes(key))
      .map((key) => ({ key })),
    { key: 'text' },
  );
  await storeAccounts(transaction, workspaceId, batch);
  await insert(
    'lead',
    created.map(({ externalId, lead }) => ({
      ...person(lead),
      external_id: externalId,
      created_at: isoInstant(lead.createdAt),
    })),
    { id: 'bigint', external_id: 'text', created_at: 'timestamptz', name: 'text', email: 'text' },
  );
  await updatePeople(transaction, workspaceId, drafts.filter(isSomebodyElse));
  await insert(
    'lead_version',
    newVersions.map(({ lead }) => ({
      lead_id: lead.id,
      segment_id: segmentIds.get(segmentKey(lead.snapshot)),
      account_id: lead.snapshot.accountId,
      value: lead.snapshot.value,
      attributes: lead.snapshot.attributes,
    })),
    { lead_id: 'bigint', segment_id: 'int', account_id: 'bigint', value: 'numeric', attributes: 'jsonb' },
  );
  await insert(
    'assignment',
    drafts.flatMap((draft) => assignment(draft, recordedAt)),
    {
      lead_id: 'bigint',
      owner: 'text',
      occurred_at: 'timestamptz',
    },
  );
  await insert(
    'transition',
    batch.transitions.map((each) => ({
      id: each.id,
      lead_id: each.leadId,
      external_id: each.externalId,
      to_stage_id: each.toStageId,
      kind: each.kind,
      occurred_at: isoInstant(each.occurredAt),
      actor: each.actor,
      reason: each.reason,
    })),
    {
      id: 'bigint',
      lead_id: 'bigint',
      external_id: 'text',
      to_stage_id: 'smallint',
      kind: 'transition_kind',
      occurred_at: 'timestamptz',
      actor: 'text',
      reason: 'text',
    },
  );
  await insert('crm_state', crmStateRows(batch.crmStates, recordedAt), CRM_STATE_COLUMNS);
  await insert(
    'activity',
    batch.activities.map((each) => ({
      id: each.id,
      lead_id: each.leadId,
      external_id: each.externalId,
      type: each.type,
      occurred_at: isoInstant(each.occurredAt),
      actor: each.actor,
    })),
    {
      id: 'bigint',
      lead_id: 'bigint',
      external_id: 'text',
      type: 'activity_type',
      occurred_at: 'timestamptz',
      actor: 'text',
    },
  );
  await insert(
    'cost_entry',
    batch.costs.map((each) => ({
      id: each.id,
      external_id: each.externalId,
      amount: each.amount,
      given_amount: each.givenAmount,
      given_currency: each.givenCurrency,
      exchange_rate: each.exchangeRate,
      starts_on: each.startsOn,
      ends_on: each.endsOn,
      category: each.category,
      source: each.source,
      lead_type: each.leadType,
      campaign: each.campaign,
      cost_scope: each.costScope,
    })),
    {
      id: 'bigint',
      external_id: 'text',
      amount: 'numeric',
      given_amount: 'numeric',
      given_currency: 'text',
      exchange_rate: 'numeric',
      starts_on: 'date',
      ends_on: 'date',
      category: 'text',
      source: 'text',
      lead_type: 'text',
      campaign: 'text',
      cost_scope: 'cost_scope',
    },
  );
}

/** An inserter of rows given as JSON, which adds the workspace and the instant of recording. */
function insertInto(transaction: Transaction, workspaceId: string, recordedAt: Instant) {
  return async (table: string, rows: readonly object[], columns: Readonly<Record<string, string>>) => {
    if (rows.length === 0) return;
    const names = raw(Object.keys(columns).join(', '));
    await transaction.query(sql`
      INSERT INTO ${raw(table)} (workspace_id, recorded_at, ${names})
      SELECT ${workspaceId}::uuid, ${instantParameter(recordedAt)}, ${names} FROM ${recordset(rows, columns)}`);
  };
}

function recordset(rows: readonly object[], columns: Readonly<Record<string, string>>): Sql {
  const definition = Object.entries(columns).map(([name, type]) => `${name} ${type}`);
  return sql`json_to_recordset(${JSON.stringify(rows)}::json) AS given (${raw(definition.join(', '))})`;
}

const SEGMENT_COLUMNS = { id: 'int', source: 'text', lead_type: 'text', campaign: 'text', region: 'text' };

/** Ids of the segments that these leads are in; combinations not seen before become new segments. */
async function storeSegments(
  transaction: Transaction,
  workspaceId: string,
  batch: Batch,
  drafts: readonly LeadDraft[],
): Promise<Map<string, number>> {
  const wanted = new Map(drafts.map(({ lead }) => [segmentKey(lead.snapshot), lead.snapshot]));
  const ids = new Map<string, number>();
  if (wanted.size === 0) return ids;
  const known = await transaction.query<
    { id: number } & Pick<LeadSnapshot, 'source' | 'leadType' | 'campaign' | 'region'>
  >(sql`
    SELECT id, source, lead_type AS "leadType", campaign, region FROM segment WHERE workspace_id = ${workspaceId}::uuid`);
  for (const segment of known) ids.set(segmentKey(segment), segment.id);
  const missing = [...wanted].filter(([key]) => !ids.has(key));
  if (missing.length === 0) return ids;
  const rows = missing.map(([key, { source, leadType, campaign, region }]) => {
    const id = batch.nextId('segment');
    ids.set(key, id);
    return { id, source, lead_type: leadType, campaign, region };
  });
  await transaction.query(sql`
    INSERT INTO segment (workspace_id, id, source, lead_type, campaign, region)
    SELECT ${workspaceId}::uuid, id, source, lead_type, campaign, region FROM ${recordset(rows, SEGMENT_COLUMNS)}`);
  return ids;
}

function segmentKey(of: Pick<LeadSnapshot, 'source' | 'leadType' | 'campaign' | 'region'>): string {
  return JSON.stringify([of.source, of.leadType, of.campaign, of.region]);
}

async function storeAccounts(transaction: Transaction, workspaceId: string, batch: Batch): Promise<void> {
  const changed = [...batch.accounts.values()].filter(
    ({ externalId, name }) =>
      batch.known.accounts.get(externalId)?.name !== name || !batch.known.accounts.has(externalId),
  );
  if (changed.length === 0) return;
  const rows = changed.map(({ id, externalId, name }) => ({ id, external_id: externalId, name }));
  await transaction.query(sql`
    INSERT INTO account (workspace_id, id, external_id, name, recorded_at)
    SELECT ${workspaceId}::uuid, id, external_id, name, ${instantParameter(batch.workspace.recordedAt)}
    FROM ${recordset(rows, { id: 'bigint', external_id: 'text', name: 'text' })}
    ON CONFLICT (workspace_id, external_id) DO UPDATE SET name = excluded.name`);
}

async function updatePeople(
  transaction: Transaction,
  workspaceId: string,
  drafts: readonly LeadDraft[],
): Promise<void> {
  if (drafts.length === 0) return;
  const rows = drafts.map(({ lead }) => person(lead));
  await transaction.query(sql`
    UPDATE lead SET name = given.name, email = given.email
    FROM ${recordset(rows, { id: 'bigint', name: 'text', email: 'text' })}
    WHERE lead.workspace_id = ${workspaceId}::uuid AND lead.id = given.id`);
}

function person({ id, name, email }: LeadDraft['lead']) {
  return { id, name, email };
}

function isSomebodyElse({ before, lead }: LeadDraft): boolean {
  return before !== undefined && (before.name !== lead.name || before.email !== lead.email);
}

/** The first owner known has owned the lead since it was created; a later one since it was said. */
function assignment({ before, lead }: LeadDraft, recordedAt: Instant) {
  const was = before?.owner;
  if (lead.owner === undefined || lead.owner === was || (lead.owner === null && was === undefined)) return [];
  const occurredAt = was === undefined ? lead.createdAt : recordedAt;
  return [{ lead_id: lead.id, owner: lead.owner, occurred_at: isoInstant(occurredAt) }];
}
