import { builder } from '../builder.js';
import { STANDARD_ATTRIBUTES } from '../query/facts.js';
import type { WorkspaceState } from '../query/workspace-state.js';

export const WorkspaceType = builder.objectRef<WorkspaceState>('Workspace').implement({
  description: 'A tenant and the settings its numbers follow.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'UUID.' }),
    name: t.exposeString('name', { description: 'For people.' }),
    timeZone: t.exposeString('timeZone', { description: 'IANA name; decides where dates begin.' }),
    currency: t.exposeString('currency', { description: 'ISO 4217; all money is in it.' }),
    fiscalYearStartMonth: t.exposeInt('fiscalYearStartMonth', {
      description: '1–12; quarters, halves and years follow it.',
    }),
    weekStart: t.exposeInt('weekStart', { description: 'ISO weekday on which a week begins: 1 Monday … 7 Sunday.' }),
    origins: t.stringList({
      description: 'Origins of web pages that may call the API from a browser, such as `https://app.example`.',
      resolve: ({ origins }) => [...origins],
    }),
    attributes: t.stringList({
      description: 'Attributes of leads that reports can be filtered and broken down by, standard ones first.',
      resolve: ({ attributeKeys }) => [...STANDARD_ATTRIBUTES, ...attributeKeys],
    }),
  }),
});

builder.queryField('workspace', (t) =>
  t.field({
    type: WorkspaceType,
    description: 'The workspace of the key.',
    authScopes: { scope: 'reports:read', embed: true },
    resolve: (_root, _args, context) => context.workspace(),
  }),
);
