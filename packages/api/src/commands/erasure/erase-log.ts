import { type Sql, sql } from '../../query/sql.js';
import type { Recording } from '../recording.js';
import { erasedId } from './erased-id.js';
import { anyMention, ERASED, type Identity, tellingMention, valuesOf } from './identity.js';

/**
 * Erases what the record of leads says of who they are: external ids, free texts, and their own name where it stands as
 * an actor or as the value of an own attribute. A reason that other leads have too is a category, and stays.
 */
export async function eraseLog(recording: Recording, family: readonly number[], identity: Identity): Promise<void> {
  const { transaction, workspaceId } = recording;
  const telling = tellingMention(identity);
  const values = sql`${valuesOf(identity)}::text[]`;
  const actor = sql`CASE WHEN lower(btrim(actor)) = ANY(${values}) THEN NULL ELSE actor END`;
  const mine = sql`workspace_id = ${workspaceId}::uuid AND lead_id = ANY(${[...family]}::bigint[])`;

  // A value of the CRM and the transition that it made keep one external id.
  await transaction.query(sql`
    WITH mine AS MATERIALIZED (
      SELECT t.id, t.external_id, t.reason, ${erasedId('transition', 't')} AS erased_id FROM transition t WHERE ${mine}
    ),
    category AS MATERIALIZED (
      SELECT DISTINCT o.reason FROM transition o
      WHERE o.workspace_id = ${workspaceId}::uuid AND o.lead_id <> ALL(${[...family]}::bigint[])
        AND o.reason IN (SELECT reason FROM mine) AND NOT o.reason ~* ${telling}
    ),
    renamed AS (
      UPDATE crm_state c SET actor = ${actor},
        external_id = coalesce((SELECT m.erased_id FROM mine m WHERE m.external_id = c.external_id), ${erasedId('crm_state', 'c')})
      WHERE ${mine}
    )
    UPDATE transition t SET external_id = m.erased_id, void_reason = NULL, actor = ${actor},
      reason = CASE WHEN t.reason IS NULL OR t.reason IN (SELECT reason FROM category) THEN t.reason ELSE ${ERASED} END
    FROM mine m WHERE t.workspace_id = ${workspaceId}::uuid AND t.id = m.id`);
  await transaction.query(sql`
    UPDATE activity a SET external_id = ${erasedId('activity', 'a')}, actor = ${actor} WHERE ${mine}`);
  await transaction.query(sql`UPDATE assignment SET actor = ${actor} WHERE ${mine} AND actor IS NOT NULL`);
  await transaction.query(sql`UPDATE merge SET actor = ${actor} WHERE ${mine} AND actor IS NOT NULL`);
  await transaction.query(sql`
    UPDATE lead_version SET attributes = (
      SELECT coalesce(jsonb_object_agg(key, value), '{}') FROM jsonb_each_text(attributes) WHERE NOT ${isPersonal(identity)}
    )
    WHERE ${mine} AND EXISTS (SELECT 1 FROM jsonb_each_text(attributes) WHERE ${isPersonal(identity)})`);
}

/** Whether an own attribute's value is the person, or holds their address. */
function isPersonal(identity: Identity): Sql {
  const addresses = anyMention({ names: [], emails: identity.emails, externalIds: [] });
  return sql`(lower(btrim(value)) = ANY(${valuesOf(identity)}::text[]) OR value ~* ${addresses})`;
}

/**
 * Erases the reasons of other leads' transitions that name the person.
 * @returns those leads: their handoffs show reasons
 */
export async function eraseMentions(
  { transaction, workspaceId }: Recording,
  family: readonly number[],
  identity: Identity,
): Promise<number[]> {
  const telling = tellingMention(identity);
  const rows = await transaction.query<{ leadId: number }>(sql`
    UPDATE transition SET
      reason = CASE WHEN reason ~* ${telling} THEN ${ERASED} ELSE reason END,
      void_reason = CASE WHEN void_reason ~* ${telling} THEN ${ERASED} ELSE void_reason END
    WHERE workspace_id = ${workspaceId}::uuid AND lead_id <> ALL(${[...family]}::bigint[])
      AND (reason ~* ${telling} OR void_reason ~* ${telling})
    RETURNING lead_id AS "leadId"`);
  return [...new Set(rows.map(({ leadId }) => leadId))];
}
