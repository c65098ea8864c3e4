import { builder } from '../builder.js';
import { flat } from '../limits/price.js';
import { type Handoff, type HandoffListFilter, type HandoffListOrder, handoffListing } from '../query/handoff-list.js';
import { countList, readPage } from '../query/read-list.js';
import type { WorkspaceState } from '../query/workspace-state.js';
import { HandoffOutcomeEnum, HandoffType } from './handoff.js';
import { LeadFilterType, leadFilter } from './lead-filter.js';
import { DirectionEnum } from './lead-list-input.js';
import { connectionOf, type ListConnection } from './list-connection.js';
import { lockOfList } from './list-lock.js';
import { PeriodInputType, periodInput } from './period.js';

const FilterType = builder.inputType('HandoffListFilterInput', {
  description: 'Which handoffs a list has. All conditions must hold; one that is null or left out is none.',
  fields: (t) => ({
    open: t.boolean({ description: 'Whether a decision is still to be made.' }),
    outcome: t.field({ type: [HandoffOutcomeEnum], description: 'Ended in one of these ways.' }),
    owner: t.string({ description: 'At the decision; of an open one, now.' }),
    overdue: t.boolean({ description: 'Whether first response or decision was due before now and is not there.' }),
    dueBefore: t.field({ type: 'DateTime', description: 'Something not done yet is due before this instant.' }),
    openedIn: t.field({ type: PeriodInputType, description: 'Opened on these local dates.' }),
    attributes: t.field({
      type: LeadFilterType,
      description: "By the lead's attributes; the owner is the handoff's.",
    }),
    behind: t.string({
      description:
        'Was counted in a number of a report: the text that the report answers as `behind`. The handoffs as they stood then, as many as the number says.',
    }),
  }),
});

const OrderFieldEnum = builder.enumType('HandoffListOrderField', {
  description: 'What a list of handoffs is sorted by.',
  values: {
    OPENED: { description: 'When it opened.' },
    DUE: { description: 'The earliest due instant of what is not done yet; handoffs without one come last.' },
  } as const,
});

const OrderType = builder.inputType('HandoffListOrderInput', {
  description: 'How a list of handoffs is sorted.',
  fields: (t) => ({
    field: t.field({ type: OrderFieldEnum, description: 'Default OPENED.' }),
    direction: t.field({ type: DirectionEnum, description: 'Default ASC.' }),
  }),
});

type FilterFields = typeof FilterType.$inferInput;
type OrderFields = typeof OrderType.$inferInput;

builder.queryField('handoffs', (t) =>
  t.connection(
    {
      type: HandoffType,
      description: 'Who has what, due when, and how it ended. `first` or `last` is required, 1–100.',
      authScopes: { scope: 'leads:read', embedOfLeads: true },
      args: {
        filter: t.arg({ type: FilterType, description: 'Which handoffs; default all.' }),
        orderBy: t.arg({ type: OrderType, description: 'Default as they opened, earliest first.' }),
      },
      resolve: async (_root, { filter, orderBy, ...request }, context) => {
        const { workspaceId } = context.owner();
        const now = Date.now();
        const lock = lockOfList(context, filter?.behind ?? undefined);
        const question = { filter: filterOf(filter), orderBy: orderOf(orderBy) };
        const listing = (state: WorkspaceState) => handoffListing(state, question, now);
        const page = await readPage<Handoff>(context.database, workspaceId, listing, request, lock);
        return connectionOf(
          page,
          (handoff) => handoff,
          () => countList(context.database, workspaceId, listing, lock),
        );
      },
    },
    {
      name: 'HandoffConnection',
      description: 'A page of handoffs.',
      fields: (connection) => ({
        totalCount: connection.int({
          extensions: flat(20),
          description: 'Handoffs on all pages together. Counted where it is asked for.',
          resolve: (page) => (page as unknown as ListConnection<Handoff>).totalCount(),
        }),
      }),
    },
    { name: 'HandoffEdge', description: 'A handoff in a page.' },
  ),
);

function filterOf(fields: FilterFields | null | undefined): HandoffListFilter {
  return {
    open: fields?.open ?? undefined,
    outcome: fields?.outcome ?? undefined,
    owner: fields?.owner ?? undefined,
    overdue: fields?.overdue ?? undefined,
    dueBefore: fields?.dueBefore ?? undefined,
    openedIn: fields?.openedIn ? periodInput(fields.openedIn) : undefined,
    attributes: fields?.attributes ? leadFilter(fields.attributes) : undefined,
    behind: fields?.behind ?? undefined,
  };
}

function orderOf(fields: OrderFields | null | undefined): HandoffListOrder {
  return { field: fields?.field ?? 'OPENED', direction: fields?.direction ?? 'ASC' };
}
