import { sql } from '../../query/sql.js';
import type { Recording } from '../recording.js';
import { anyMention, type Identity, inJson, tellingMention } from './identity.js';

/**
 * Erases kept answers of mutations that name the leads, and keys in which the person can be recognised: such a key is
 * forgotten, so that a call under it would be carried out again.
 * @param knownIds external ids of what hangs on the leads, which an answer may quote
 */
export async function eraseAnswers(
  { transaction, workspaceId }: Recording,
  family: readonly number[],
  identity: Identity,
  knownIds: readonly string[],
): Promise<void> {
  const telling = tellingMention(identity);
  // Within JSON a text stands between quotes, and what a message quotes between escaped ones.
  const texts = [...identity.externalIds, ...knownIds].map((id) => JSON.stringify(id).slice(1, -1));
  const quoted = texts.flatMap((text) => [`"${text}"`, `\\"${text}\\"`]);
  await transaction.query(sql`
    UPDATE idempotency_key SET result = NULL, lead_ids = '{}',
      key = CASE WHEN key ~* (CASE WHEN lead_ids && ${[...family]}::bigint[] THEN ${anyMention(identity)} ELSE ${telling} END)
        THEN 'erased:' || gen_random_uuid() ELSE key END
    WHERE workspace_id = ${workspaceId}::uuid AND (
      lead_ids && ${[...family]}::bigint[] OR key ~* ${telling} OR result::text ~* ${tellingMention(inJson(identity))}
      OR EXISTS (SELECT 1 FROM unnest(${quoted}::text[]) AS quotation (text) WHERE position(text IN result::text) > 0)
    )`);
}
