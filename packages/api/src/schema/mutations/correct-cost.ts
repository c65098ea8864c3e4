import { InvalidInput } from '@leadstage/core';
import { builder } from '../../builder.js';
import { type CorrectedCost, correctCost } from '../../commands/correct-cost.js';
import type { CostInput } from '../../commands/ingest-input.js';
import { given } from '../inputs/given.js';
import { CostRecord } from '../inputs/ingest-items.js';
import { command, WHAT_IS_ASKED } from './command.js';
import { idempotencyKey } from './idempotency-key.js';

const Input = builder.inputType('CorrectCostInput', {
  description: 'What a recorded cost should have said.',
  fields: (t) => ({
    idempotencyKey: idempotencyKey(t),
    cost: t.field({
      type: CostRecord,
      required: true,
      description: 'The whole cost as it should be, under the external id that it was recorded with.',
    }),
  }),
});

const Payload = builder.objectRef<CorrectedCost>('CorrectCostPayload').implement({
  description: 'The cost as it stands.',
  fields: (t) => ({
    changed: t.exposeBoolean('changed', { description: 'False where it said the same already.' }),
    recordedAt: t.expose('recordedAt', {
      type: 'DateTime',
      description: 'Since when it is known as it stands; for an earlier `knownAt` the one before counts.',
    }),
  }),
});

builder.mutationField('correctCost', (t) =>
  t.field({
    type: Payload,
    errors: { types: [InvalidInput] },
    description: 'Corrects a recorded cost: the old entry is voided and the new one recorded at the same instant.',
    authScopes: { scope: 'costs:write' },
    args: { input: t.arg({ type: Input, required: true, description: WHAT_IS_ASKED }) },
    resolve: command('correctCost', ({ database, workspaceId, once }, { cost }) =>
      correctCost(database, workspaceId, given(cost, ['exchangeRate', 'costScope']) as CostInput, once),
    ),
  }),
);
