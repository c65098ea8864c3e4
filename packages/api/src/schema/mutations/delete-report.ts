import { InvalidInput } from '@leadstage/core';
import { builder } from '../../builder.js';
import { deleteReport } from '../../commands/delete-report.js';
import { command, WHAT_IS_ASKED } from './command.js';
import { idempotencyKey } from './idempotency-key.js';

const DeleteInput = builder.inputType('DeleteReportInput', {
  description: 'Which saved report to forget.',
  fields: (t) => ({
    idempotencyKey: idempotencyKey(t),
    id: t.id({ required: true, description: 'Of the report.' }),
  }),
});

const DeletePayload = builder.objectRef<{ readonly deletedAt: number }>('DeleteReportPayload').implement({
  description: 'The report is gone.',
  fields: (t) => ({
    deletedAt: t.expose('deletedAt', { type: 'DateTime', description: 'When it was deleted.' }),
  }),
});

builder.mutationField('deleteReport', (t) =>
  t.field({
    type: DeletePayload,
    errors: { types: [InvalidInput] },
    description: 'Forgets a saved report. Copies of it stay.',
    authScopes: { scope: 'admin' },
    args: { input: t.arg({ type: DeleteInput, required: true, description: WHAT_IS_ASKED }) },
    resolve: command('deleteReport', async ({ database, workspaceId, once }, input) => ({
      deletedAt: await deleteReport(database, workspaceId, input, once),
    })),
  }),
);
