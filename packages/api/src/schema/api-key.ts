import { countKeys, type KeyListing, pageOfKeys } from '../access/list-keys.js';
import { builder } from '../builder.js';
import { connectionOf, type ListConnection } from './list-connection.js';
import { ScopeEnum } from './scope.js';

export const ApiKeyType = builder.objectRef<KeyListing>('ApiKey').implement({
  description: 'An API key of the workspace. The key itself is shown once, when it is made, and kept nowhere.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'UUID; no secret.' }),
    name: t.exposeString('name', { description: 'What it is for.' }),
    prefix: t.exposeString('prefix', {
      description: 'Where the secret begins, for recognition; `(environment)` of the one in LEADSTAGE_ADMIN_KEY.',
    }),
    scopes: t.field({ type: [ScopeEnum], resolve: ({ scopes }) => [...scopes], description: 'What it may do.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
    expiresAt: t.expose('expiresAt', {
      type: 'DateTime',
      nullable: true,
      description: 'From then on it gives nothing; null: never.',
    }),
    lastUsedAt: t.expose('lastUsedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'The minute in which it was last used; null: never yet.',
    }),
    revokedAt: t.expose('revokedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Since when it gives nothing; null: it was not revoked.',
    }),
    replaces: t.exposeID('replaces', {
      nullable: true,
      description: 'Id of the key that it was made to take over from, by `rotateApiKey`.',
    }),
  }),
});

builder.queryField('apiKeys', (t) =>
  t.connection(
    {
      type: ApiKeyType,
      description: 'API keys, newest first, revoked and expired ones included. `first` or `last` is required, 1–100.',
      authScopes: { scope: 'admin' },
      resolve: async (_root, request, { database, owner }) => {
        const { workspaceId } = owner();
        const page = await pageOfKeys(database, workspaceId, request);
        return connectionOf(
          page,
          (key) => key,
          () => countKeys(database, workspaceId),
        );
      },
    },
    {
      name: 'ApiKeyConnection',
      description: 'A page of API keys.',
      fields: (connection) => ({
        totalCount: connection.int({
          description: 'Keys on all pages together. Counted where it is asked for.',
          resolve: (page) => (page as unknown as ListConnection<KeyListing>).totalCount(),
        }),
      }),
    },
    { name: 'ApiKeyEdge', description: 'An API key in a page.' },
  ),
);
