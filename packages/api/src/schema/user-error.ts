import { InvalidInput, OrphanedLeads, WrongMove } from '@leadstage/core';
import { builder } from '../builder.js';

/** What every refusal of a mutation says. */
export const UserErrorInterface = builder.interfaceRef<InvalidInput>('UserError').implement({
  description: 'Why a mutation did nothing: what was wrong, where, and what would be right.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'For programs, stable: `NO_OPEN_HANDOFF`.' }),
    message: t.exposeString('message', { description: 'For people.' }),
    path: t.stringList({
      description: 'Where in the arguments: `["input", "to"]`.',
      resolve: ({ path }) => path.map(String),
    }),
    expected: t.string({
      nullable: true,
      description: 'What would be right, where it can be listed.',
      resolve: ({ expected }) => expected ?? null,
    }),
  }),
});

builder.objectType(InvalidInput, {
  name: 'InvalidInput',
  description: 'The input cannot be carried out as it is.',
  interfaces: [UserErrorInterface],
  isTypeOf: (value) => value instanceof InvalidInput,
});

builder.objectType(WrongMove, {
  name: 'WrongMove',
  description: 'The lead cannot make this move from where it stands.',
  interfaces: [UserErrorInterface],
  isTypeOf: (value) => value instanceof WrongMove,
  fields: (t) => ({
    presentStage: t.exposeString('presentStage', {
      nullable: true,
      description: 'Key of the stage it stands in; null when it is out of the ladder.',
    }),
    handoffOpen: t.exposeBoolean('handoffOpen', { description: 'Whether a handoff waits for a decision of sales.' }),
  }),
});

builder.objectType(OrphanedLeads, {
  name: 'OrphanedLeads',
  description: 'The change would leave leads in a stage that the ladder no longer has.',
  interfaces: [UserErrorInterface],
  isTypeOf: (value) => value instanceof OrphanedLeads,
  fields: (t) => ({
    leads: t.exposeInt('leads', { description: 'How many leads stand there now.' }),
  }),
});
