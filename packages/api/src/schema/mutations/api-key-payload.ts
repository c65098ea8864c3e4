import { listApiKeys } from '../../access/list-keys.js';
import { builder } from '../../builder.js';
import type { IssuedKey } from '../../commands/issue-api-key.js';
import type { Context } from '../../context.js';
import { ApiKeyType } from '../api-key.js';

/** The answer of a mutation that makes a key. */
export function issuedKeyPayload(name: string, description: string) {
  return builder.objectRef<IssuedKey>(name).implement({
    description,
    fields: (t) => ({
      apiKey: t.field({
        type: ApiKeyType,
        description: 'The new key, as `apiKeys` lists it.',
        resolve: ({ id }, _args, context) => listedKey(context, id),
      }),
      key: t.exposeString('key', {
        nullable: true,
        description:
          'The key itself: `lsk_…`. Keep it, it is shown here alone. Null where the call is repeated: it is kept nowhere. If the first answer was lost, revoke the key by its id and make another.',
      }),
    }),
  });
}

/** A key that a mutation made or changed. */
export async function listedKey({ database, owner }: Context, id: string) {
  const [key] = await listApiKeys(database, owner().workspaceId, id);
  if (!key) throw new Error('keys are never deleted');
  return key;
}
