import type { Access, Embed } from '../access/access.js';
import { builder } from '../builder.js';
import { REPORTS } from './reports-registry.js';
import { ReportKindEnum } from './saved-reports.js';
import { ScopeEnum } from './scope.js';
import { WorkspaceType } from './workspace.js';

const EmbedRightsType = builder.objectRef<Embed>('EmbedRights').implement({
  description: 'What an embed token opens, of the leads within its locked filter.',
  fields: (t) => ({
    reports: t.field({
      type: [ReportKindEnum],
      resolve: ({ reports }) =>
        REPORTS.filter(({ field }) => reports.some((opened) => opened === field)).map(({ name }) => name),
      description: 'The reports that it may ask.',
    }),
    leads: t.exposeBoolean('leads', {
      description: 'Whether the leads and handoffs behind a number may be listed, through `behind`.',
    }),
    expiresAt: t.field({
      type: 'DateTime',
      resolve: ({ expiresAt }) => expiresAt,
      description: 'From then on it gives nothing.',
    }),
  }),
});

const ViewerType = builder.objectRef<Access>('Viewer').implement({
  description: 'Whose key this is.',
  fields: (t) => ({
    name: t.exposeString('keyName', { description: "The key's name." }),
    scopes: t.field({ type: [ScopeEnum], resolve: ({ scopes }) => [...scopes], description: 'What the key may do.' }),
    embed: t.field({
      type: EmbedRightsType,
      nullable: true,
      resolve: ({ embed }) => embed,
      description: 'What an embed token opens; null of an API key.',
    }),
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
