import { builder } from '../builder.js';
import { leadListing } from '../query/lead-list.js';
import { countList, onSnapshot } from '../query/read-list.js';
import { type SavedList, savedList, savedLists } from '../query/saved-lists.js';
import { LeadType } from './lead.js';
import { LeadConnectionType, leadConnection } from './leads.js';
import { SavedFilterType, SavedOrderType } from './saved-list-question.js';

export const SavedListType = builder.objectRef<SavedList>('SavedList').implement({
  description:
    'A list of leads that was kept as a question; its leads are those that meet it now. `/feeds/lists/<id>.csv` and `.ndjson` export it.',
  fields: (t) => ({
    id: t.id({ description: 'Unique within the workspace.', resolve: ({ id }) => String(id) }),
    name: t.exposeString('name', { description: 'For people; unique within the workspace.' }),
    filter: t.field({
      type: SavedFilterType,
      description: 'Which leads it has.',
      resolve: ({ question }) => question.filter ?? {},
    }),
    orderBy: t.field({
      type: SavedOrderType,
      description: 'How it is sorted.',
      resolve: ({ question }) => question.orderBy ?? { field: 'RECORDED' as const, direction: 'ASC' as const },
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was first saved.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When it was last changed.' }),
    totalCount: t.int({
      description: 'Leads that meet it now.',
      resolve: ({ question }, _args, { database, owner }) => {
        const now = Date.now();
        return countList(database, owner().workspaceId, (state) => leadListing(state, question, now));
      },
    }),
    leads: t.connection(
      {
        type: LeadType,
        description:
          'A page of its leads. `first` or `last` is required, 1–100. Refused where a stage or attribute that it names is no longer there.',
        resolve: ({ question }, request, context, info) => leadConnection(context, info, question, request),
      },
      LeadConnectionType,
    ),
  }),
});

builder.queryFields((t) => ({
  savedLists: t.field({
    type: [SavedListType],
    description: 'Every saved list, by name.',
    authScopes: { scope: 'leads:read' },
    resolve: (_root, _args, context) => {
      const { workspaceId } = context.owner();
      return onSnapshot(context.database, workspaceId, (transaction) => savedLists(transaction, workspaceId));
    },
  }),
  savedList: t.field({
    type: SavedListType,
    nullable: true,
    description: 'A saved list; null when there is none.',
    authScopes: { scope: 'leads:read' },
    args: { id: t.arg.id({ required: true, description: 'Of the list.' }) },
    resolve: (_root, { id }, context) => {
      const { workspaceId } = context.owner();
      return onSnapshot(context.database, workspaceId, (transaction) => savedList(transaction, workspaceId, id));
    },
  }),
}));
