import { type Access, SCOPES } from '../access/api-key.js';
import { builder } from '../builder.js';
import { WorkspaceType } from './workspace.js';

const ScopeType = builder.enumType('Scope', {
  description: 'What a credential may do.',
  values: Object.fromEntries(SCOPES.map((scope) => [scope.toUpperCase().replace(':', '_'), { value: scope }])),
});

const ViewerType = builder.objectRef<Access>('Viewer').implement({
  description: 'Whose key this is.',
  fields: (t) => ({
    name: t.exposeString('keyName', { description: "The key's name." }),
    scopes: t.field({ type: [ScopeType], resolve: ({ scopes }) => [...scopes], description: 'What the key may do.' }),
    workspace: t.field({
      type: WorkspaceType,
      description: 'The workspace the key belongs to.',
      resolve: (_viewer, _args, context) => context.workspace(),
    }),
  }),
});

builder.queryField('viewer', (t) =>
  t.field({
    type: ViewerType,
    nullable: true,
    description: 'Whose key this is; null without one.',
    resolve: (_root, _args, { access }) => access,
  }),
);
