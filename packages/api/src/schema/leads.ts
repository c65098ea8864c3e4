import type { GraphQLResolveInfo } from 'graphql';
import { builder } from '../builder.js';
import type { Context } from '../context.js';
import { flat } from '../limits/price.js';
import type { PageRequest } from '../query/keyset.js';
import { type LeadListQuestion, type ListedLead, leadListing } from '../query/lead-list.js';
import { countList, readPage } from '../query/read-list.js';
import type { WorkspaceState } from '../query/workspace-state.js';
import { leadsComeWhole } from './come-whole.js';
import { LeadType } from './lead.js';
import { LeadListFilterType, LeadListOrderType, leadListFilter, leadListOrder } from './lead-list-input.js';
import { connectionOf } from './list-connection.js';
import { lockOfList } from './list-lock.js';

export const LeadConnectionType = builder.connectionObject(
  {
    type: LeadType,
    name: 'LeadConnection',
    description: 'A page of leads.',
    fields: (connection) => ({
      totalCount: connection.int({
        extensions: flat(20),
        description: 'Leads on all pages together. Counted where it is asked for.',
        resolve: (page) => (page as unknown as LeadConnection).totalCount(),
      }),
    }),
  },
  { name: 'LeadEdge', description: 'A lead in a page.' },
);

type LeadConnection = Awaited<ReturnType<typeof leadConnection>>;

/** A page of leads and the leads themselves: two transactions, whatever the page's size. */
export async function leadConnection(
  context: Context,
  info: GraphQLResolveInfo,
  question: LeadListQuestion,
  request: PageRequest,
) {
  const { workspaceId } = context.owner();
  const lock = lockOfList(context, question.filter?.behind);
  const now = Date.now();
  const listing = (state: WorkspaceState) => leadListing(state, question, now);
  const page = await readPage<ListedLead>(context.database, workspaceId, listing, request, lock);
  leadsComeWhole(context, info, ['edges', 'node']);
  const leads = await Promise.all(page.items.map(({ row }) => context.leadById.load(row.leadId)));
  const byId = new Map(leads.map((lead) => [Number(lead?.id), lead]));
  return connectionOf(
    page,
    ({ leadId }) => byId.get(leadId) ?? null,
    () => countList(context.database, workspaceId, listing, lock),
  );
}

builder.queryField('leads', (t) =>
  t.connection(
    {
      type: LeadType,
      description:
        'Leads, as they stand now. `first` or `last` is required, 1–100. Cursors stay valid while leads are added and change.',
      authScopes: { scope: 'leads:read', embedOfLeads: true },
      args: {
        filter: t.arg({ type: LeadListFilterType, description: 'Which leads; default all.' }),
        orderBy: t.arg({ type: LeadListOrderType, description: 'Default as they were recorded.' }),
      },
      resolve: (_root, { filter, orderBy, ...page }, context, info) =>
        leadConnection(context, info, { filter: leadListFilter(filter), orderBy: leadListOrder(orderBy) }, page),
    },
    LeadConnectionType,
  ),
);
