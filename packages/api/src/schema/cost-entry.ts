import { builder } from '../builder.js';
import { flat } from '../limits/price.js';
import { type CostEntry, costListing } from '../query/cost-list.js';
import { countList, readPage } from '../query/read-list.js';
import type { WorkspaceState } from '../query/workspace-state.js';
import { CostScopeEnum } from './cost.js';
import { connectionOf, type ListConnection } from './list-connection.js';
import { MoneyType } from './money.js';
import { PeriodInputType, PeriodType, periodInput } from './period.js';

const CostStatusEnum = builder.enumType('CostEntryStatus', {
  description: 'Whether a cost entry counts.',
  values: {
    STANDING: { description: 'It counts.' },
    VOIDED: { description: 'It was a mistake, and counts for an earlier `knownAt` alone.' },
    CORRECTED: { description: 'The same, and another entry took its place under its external id.' },
  } as const,
});

export const CostEntryType = builder.objectRef<CostEntry>('CostEntry').implement({
  description: 'One record of money spent. It accrues evenly by day over its range.',
  fields: (t) => ({
    externalId: t.exposeString('externalId', { description: "The caller's own id; a correction keeps it." }),
    amount: t.field({
      type: 'Decimal',
      description: "In the workspace's currency: as given, or converted and rounded once.",
      resolve: ({ amount }) => amount,
    }),
    given: t.field({
      type: MoneyType,
      description: 'As it was recorded.',
      resolve: ({ givenAmount: amount, givenCurrency: currency }) => ({ amount, currency }),
    }),
    exchangeRate: t.expose('exchangeRate', {
      type: 'Decimal',
      nullable: true,
      description: "The workspace's currency per unit of the given one; null where they are the same.",
    }),
    period: t.field({
      type: PeriodType,
      description: 'The local dates over which it accrues.',
      resolve: ({ from, to }) => ({ start: from, end: to }),
    }),
    category: t.exposeString('category', { description: 'What it was spent on.' }),
    source: t.exposeString('source', { nullable: true, description: 'Of the leads it was spent on.' }),
    leadType: t.exposeString('leadType', { nullable: true, description: 'Of the leads it was spent on.' }),
    campaign: t.exposeString('campaign', { nullable: true, description: 'The campaign it was spent on.' }),
    costScope: t.expose('costScope', { type: CostScopeEnum, description: 'Whose cost it is.' }),
    status: t.expose('status', { type: CostStatusEnum, description: 'Whether it counts.' }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'When it became known here.' }),
    voidedAt: t.expose('voidedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Since when it counts no longer; null while it does.',
    }),
    voidReason: t.exposeString('voidReason', { nullable: true, description: 'Why it was voided.' }),
  }),
});

const FilterType = builder.inputType('CostListFilterInput', {
  description: 'Which cost entries a list has. All conditions must hold.',
  fields: (t) => ({
    period: t.field({ type: PeriodInputType, description: 'Their range shares a day with these local dates.' }),
    category: t.string({ description: 'Of this category.' }),
    source: t.string({ description: 'Of this source; null: of none. Left out: of any.' }),
    standing: t.boolean({ description: 'Whether they count.' }),
  }),
});

builder.queryField('costs', (t) =>
  t.connection(
    {
      type: CostEntryType,
      description:
        'What was recorded as spent, latest record first, voided entries included. `first` or `last` is required, 1–100.',
      authScopes: { scope: 'reports:read' },
      args: { filter: t.arg({ type: FilterType, description: 'Which entries; default all.' }) },
      resolve: async (_root, { filter, ...request }, { database, owner }) => {
        const { workspaceId } = owner();
        const now = Date.now();
        const { period, category, source, standing } = filter ?? {};
        const listing = (state: WorkspaceState) =>
          costListing(
            state,
            {
              period: period ? periodInput(period) : undefined,
              category: category ?? undefined,
              source,
              standing: standing ?? undefined,
            },
            now,
          );
        const page = await readPage<CostEntry>(database, workspaceId, listing, request);
        return connectionOf(
          page,
          (entry) => entry,
          () => countList(database, workspaceId, listing),
        );
      },
    },
    {
      name: 'CostEntryConnection',
      description: 'A page of cost entries.',
      fields: (connection) => ({
        totalCount: connection.int({
          extensions: flat(20),
          description: 'Entries on all pages together. Counted where it is asked for.',
          resolve: (page) => (page as unknown as ListConnection<CostEntry>).totalCount(),
        }),
      }),
    },
    { name: 'CostEntryEdge', description: 'A cost entry in a page.' },
  ),
);
