import { InvalidInput, OrphanedLeads } from '@leadstage/core';
import { builder } from '../../builder.js';
import { retireStage } from '../../commands/ladder/retire-stage.js';
import { command, WHAT_IS_ASKED } from './command.js';
import { idempotencyKey } from './idempotency-key.js';
import { LadderChangePayload } from './ladder-change.js';

const Input = builder.inputType('RetireStageInput', {
  description: 'Which stage leaves the ladder, and when.',
  fields: (t) => ({
    idempotencyKey: idempotencyKey(t),
    key: t.string({ required: true, description: "The stage's key." }),
    effectiveFrom: t.field({
      type: 'DateTime',
      description:
        'Out of the ladder from this instant on, past or future, also where a later version brought it back. Default now.',
    }),
  }),
});

builder.mutationField('retireStage', (t) =>
  t.field({
    type: LadderChangePayload,
    errors: { types: [OrphanedLeads, InvalidInput] },
    description:
      'Takes a stage out of the ladder; before, it stays what it was. Refused while leads stand in it, and where it is the last. `defineStage` brings it back.',
    authScopes: { scope: 'admin' },
    args: { input: t.arg({ type: Input, required: true, description: WHAT_IS_ASKED }) },
    resolve: command('retireStage', ({ database, workspaceId, once }, { key, effectiveFrom }) =>
      retireStage(database, workspaceId, { key, effectiveFrom: effectiveFrom ?? undefined }, once),
    ),
  }),
);
