import { InvalidInput } from '@leadstage/core';
import { builder } from '../../builder.js';
import { mapCrmValues } from '../../commands/ladder/map-crm-values.js';
import { CrmMeaningEnum } from '../crm-values.js';
import { command, WHAT_IS_ASKED } from './command.js';
import { idempotencyKey } from './idempotency-key.js';

const ValueInput = builder.inputType('MapCrmValueInput', {
  description: 'A value of a CRM field and what it means.',
  fields: (t) => ({
    field: t.string({ required: true, description: 'The field: `Lead Status`; at most 255 characters.' }),
    value: t.string({
      required: true,
      description: 'Its value: `Working`; at most 255 characters, compared without case and outer blanks.',
    }),
    stage: t.string({ description: "A stage of today's ladder: its key, a standard stage's name, or `SQO`." }),
    meaning: t.field({ type: CrmMeaningEnum, description: 'Default STAGE where a stage is given.' }),
  }),
});

const Input = builder.inputType('MapCrmValuesInput', {
  description: 'What values mean.',
  fields: (t) => ({
    idempotencyKey: idempotencyKey(t),
    values: t.field({ type: [ValueInput], required: true, description: 'Each once, at most 500.' }),
  }),
});

interface Effect {
  readonly field: string;
  readonly value: string;
  readonly tookEffect: number;
}

const EffectType = builder.objectRef<Effect>('CrmValueEffect').implement({
  description: 'What mapping a value did.',
  fields: (t) => ({
    field: t.exposeString('field', { description: 'As given.' }),
    value: t.exposeString('value', { description: 'As given.' }),
    tookEffect: t.exposeInt('tookEffect', { description: 'How many times it had come and waited.' }),
  }),
});

const Payload = builder.objectRef<{ readonly values: readonly Effect[] }>('MapCrmValuesPayload').implement({
  description: 'What waited has taken effect.',
  fields: (t) => ({
    values: t.field({
      type: [EffectType],
      resolve: ({ values }) => [...values],
      description: 'One per value, in the order given.',
    }),
    tookEffect: t.int({
      resolve: ({ values }) => values.reduce((sum, { tookEffect }) => sum + tookEffect, 0),
      description: 'All together.',
    }),
  }),
});

builder.mutationField('mapCrmValues', (t) =>
  t.field({
    type: Payload,
    errors: { types: [InvalidInput] },
    description:
      'Says what values of CRM fields mean. What came before it was mapped and waits takes effect now, as of when it happened. What had a meaning when it came keeps it: to change a mapping acts on what comes later.',
    authScopes: { scope: 'admin' },
    args: { input: t.arg({ type: Input, required: true, description: WHAT_IS_ASKED }) },
    resolve: command('mapCrmValues', async ({ database, workspaceId, once }, { values }) => {
      const given = values.map(({ field, value, stage, meaning }) => ({
        field,
        value,
        stage: stage ?? undefined,
        meaning: meaning ?? undefined,
      }));
      const counts = await mapCrmValues(database, workspaceId, given, once);
      return { values: values.map(({ field, value }, index) => ({ field, value, tookEffect: counts[index] ?? 0 })) };
    }),
  }),
);
