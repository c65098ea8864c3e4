import { sql } from '../../query/sql.js';
import type { Recording } from '../recording.js';
import { ERASED, type Identity, inJson, tellingMention, valuesOf } from './identity.js';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Fields of an event that hold free text or a person's name. */
const PERSONAL_FIELDS: readonly string[] = ['name', 'email', 'reason', 'voidReason', 'actor'];

/**
 * Erases what events tell of the leads, whether they have been delivered or are on their way, and what a receiver
 * answered to them.
 * @param renamed the new external id by the old one, of the leads and of what hangs on them
 */
export async function eraseEvents(
  { transaction, workspaceId }: Recording,
  family: readonly number[],
  identity: Identity,
  renamed: ReadonlyMap<string, string>,
): Promise<void> {
  const telling = tellingMention(inJson(identity));
  const events = await transaction.query<{ id: number; leadId: number | null; payload: Json }>(sql`
    SELECT id, lead_id AS "leadId", payload FROM event
    WHERE workspace_id = ${workspaceId}::uuid
      AND (lead_id = ANY(${[...family]}::bigint[]) OR payload::text ~* ${telling})`);
  if (events.length === 0) return;
  const personal = new Set(valuesOf(identity));
  const rows = events.map(({ id, payload }) => ({ id, payload: withoutPerson(payload, renamed, personal) }));
  await transaction.query(sql`
    UPDATE event SET payload = given.payload
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS given (id bigint, payload jsonb)
    WHERE event.workspace_id = ${workspaceId}::uuid AND event.id = given.id`);
  await transaction.query(sql`
    UPDATE delivery SET last_error = NULL
    WHERE workspace_id = ${workspaceId}::uuid AND event_id = ANY(${events.map(({ id }) => id)}::bigint[])`);
}

/** The same JSON with personal fields null, ids erased, and without the person's own texts. */
export function withoutPerson(
  json: Json,
  renamed: ReadonlyMap<string, string>,
  personal: ReadonlySet<string>,
  key = '',
): Json {
  if (typeof json === 'string') {
    const id = /externalId$/i.test(key) ? renamed.get(json) : undefined;
    return id ?? (personal.has(json.trim().toLowerCase()) ? ERASED : json);
  }
  if (Array.isArray(json)) return json.map((each: Json) => withoutPerson(each, renamed, personal, key));
  if (json === null || typeof json !== 'object') return json;
  const fields = Object.entries(json).map(([name, value]) => [
    name,
    PERSONAL_FIELDS.includes(name) ? null : withoutPerson(value, renamed, personal, name),
  ]);
  return Object.fromEntries(fields);
}
