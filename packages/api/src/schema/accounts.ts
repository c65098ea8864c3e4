import { InvalidInput } from '@leadstage/core';
import type { Account } from '@leadstage/prisma';
import { builder } from '../builder.js';
import { flat } from '../limits/price.js';
import { type AccountListOrder, accountListing } from '../query/account-list.js';
import { countList, readPage } from '../query/read-list.js';
import type { WorkspaceState } from '../query/workspace-state.js';
import { isStorable } from '../storable-text.js';
import { AccountType } from './account.js';
import { DirectionEnum } from './lead-list-input.js';
import { connectionOf, type ListConnection } from './list-connection.js';

const FilterType = builder.inputType('AccountListFilterInput', {
  description: 'Which accounts a list has. All conditions must hold.',
  fields: (t) => ({
    target: t.boolean({ description: 'Whether they are on the list of target accounts.' }),
    tier: t.string({ description: 'Of this tier.' }),
    text: t.string({ description: 'Stands in the name, the domain or the external id; case does not matter.' }),
    behind: t.string({
      description:
        'Was counted in a number of a report by account: the text that the report answers as `behind`. As many accounts as the number says, for ever.',
    }),
  }),
});

const OrderFieldEnum = builder.enumType('AccountListOrderField', {
  description: 'What a list of accounts is sorted by.',
  values: {
    NAME: { description: 'The name, or the external id where there is none.' },
    LEADS: { description: 'How many leads it has.' },
    FURTHEST: { description: 'The highest stage that one of its leads reached.' },
  } as const,
});

const OrderType = builder.inputType('AccountListOrderInput', {
  description: 'How a list of accounts is sorted.',
  fields: (t) => ({
    field: t.field({ type: OrderFieldEnum, description: 'Default NAME.' }),
    direction: t.field({ type: DirectionEnum, description: 'Default ASC by NAME, else DESC.' }),
  }),
});

function orderOf(fields: typeof OrderType.$inferInput | null | undefined): AccountListOrder {
  const field = fields?.field ?? 'NAME';
  return { field, direction: fields?.direction ?? (field === 'NAME' ? 'ASC' : 'DESC') };
}

builder.queryFields((t) => ({
  account: t.field({
    type: AccountType,
    nullable: true,
    description: 'An account by our id or by the caller’s; null when there is none.',
    authScopes: { scope: 'leads:read' },
    args: {
      id: t.arg.id({ required: false, description: 'Ours.' }),
      externalId: t.arg.string({ required: false, description: "The caller's own." }),
    },
    resolve: (_root, { id, externalId }, context) => {
      const { workspaceId } = context.owner();
      if ((id == null) === (externalId == null)) {
        throw new InvalidInput('INVALID_ARGUMENTS', ['id'], 'Give either `id` or `externalId`.');
      }
      if (id != null) return /^\d{1,15}$/.test(id) ? context.accountById.load(Number(id)) : null;
      if (externalId == null || !isStorable(externalId)) return null;
      const where = { workspaceId_externalId: { workspaceId, externalId } };
      return context.prisma().account.findUnique({ where });
    },
  }),
  accounts: t.connection(
    {
      type: AccountType,
      description: 'Accounts. `first` or `last` is required, 1–100.',
      authScopes: { scope: 'leads:read' },
      args: {
        filter: t.arg({ type: FilterType, description: 'Which accounts; default all.' }),
        orderBy: t.arg({ type: OrderType, description: 'Default by name.' }),
      },
      resolve: async (_root, { filter, orderBy, ...request }, context) => {
        const { database } = context;
        const { workspaceId } = context.owner();
        const now = Date.now();
        const { target, tier, text, behind } = filter ?? {};
        const asked = {
          target: target ?? undefined,
          tier: tier ?? undefined,
          text: text ?? undefined,
          behind: behind ?? undefined,
        };
        const listing = (state: WorkspaceState) => accountListing(state, asked, orderOf(orderBy), now);
        const page = await readPage<{ accountId: number }>(database, workspaceId, listing, request);
        const ids = page.items.map(({ row }) => row.accountId);
        const accounts = await Promise.all(ids.map((id) => context.accountById.load(id)));
        const byId = new Map(accounts.map((account) => [Number(account?.id), account]));
        return connectionOf(
          page,
          ({ accountId }) => byId.get(accountId) ?? null,
          () => countList(database, workspaceId, listing),
        );
      },
    },
    {
      name: 'AccountConnection',
      description: 'A page of accounts.',
      fields: (connection) => ({
        totalCount: connection.int({
          extensions: flat(20),
          description: 'Accounts on all pages together. Counted where it is asked for.',
          resolve: (page) => (page as unknown as ListConnection<Account>).totalCount(),
        }),
      }),
    },
    { name: 'AccountEdge', description: 'An account in a page.' },
  ),
}));
