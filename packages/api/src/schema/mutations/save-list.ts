import { InvalidInput } from '@leadstage/core';
import { builder } from '../../builder.js';
import { deleteList, saveList } from '../../commands/save-list.js';
import { onSnapshot } from '../../query/read-list.js';
import { savedList } from '../../query/saved-lists.js';
import { LeadListFilterType, LeadListOrderType, leadListFilter, leadListOrder } from '../lead-list-input.js';
import { SavedListType } from '../saved-list.js';
import { command, WHAT_IS_ASKED } from './command.js';
import { idempotencyKey } from './idempotency-key.js';

const SaveInput = builder.inputType('SaveListInput', {
  description: 'A list to keep.',
  fields: (t) => ({
    idempotencyKey: idempotencyKey(t),
    name: t.string({ required: true, description: '1–255 characters. A list of the same name is replaced.' }),
    filter: t.field({ type: LeadListFilterType, description: 'Which leads; default all.' }),
    orderBy: t.field({ type: LeadListOrderType, description: 'Default as they were recorded.' }),
  }),
});

const DeleteInput = builder.inputType('DeleteListInput', {
  description: 'Which list to forget.',
  fields: (t) => ({
    idempotencyKey: idempotencyKey(t),
    id: t.id({ required: true, description: 'Of the list.' }),
  }),
});

const SavePayload = builder.objectRef<{ readonly listId: number }>('SaveListPayload').implement({
  description: 'The list as it is kept.',
  fields: (t) => ({
    list: t.field({
      type: SavedListType,
      nullable: true,
      description: 'Null where it has been deleted since.',
      resolve: ({ listId }, _args, context) => {
        const { workspaceId } = context.owner();
        return onSnapshot(context.database, workspaceId, (transaction) =>
          savedList(transaction, workspaceId, String(listId)),
        );
      },
    }),
  }),
});

const DeletePayload = builder.objectRef<{ readonly deletedAt: number }>('DeleteListPayload').implement({
  description: 'The list is gone.',
  fields: (t) => ({
    deletedAt: t.expose('deletedAt', { type: 'DateTime', description: 'When it was deleted.' }),
  }),
});

builder.mutationFields((t) => ({
  saveList: t.field({
    type: SavePayload,
    errors: { types: [InvalidInput] },
    description: 'Keeps a filter and an order of leads under a name, in place of the list that had it.',
    authScopes: { scope: 'leads:write' },
    args: { input: t.arg({ type: SaveInput, required: true, description: WHAT_IS_ASKED }) },
    resolve: command('saveList', async ({ database, workspaceId, once }, { name, filter, orderBy }) => ({
      listId: await saveList(
        database,
        workspaceId,
        { name, filter: leadListFilter(filter), orderBy: leadListOrder(orderBy) },
        once,
      ),
    })),
  }),
  deleteList: t.field({
    type: DeletePayload,
    errors: { types: [InvalidInput] },
    description: 'Forgets a saved list. Its leads stay.',
    authScopes: { scope: 'leads:write' },
    args: { input: t.arg({ type: DeleteInput, required: true, description: WHAT_IS_ASKED }) },
    resolve: command('deleteList', async ({ database, workspaceId, once }, input) => ({
      deletedAt: await deleteList(database, workspaceId, input, once),
    })),
  }),
}));
