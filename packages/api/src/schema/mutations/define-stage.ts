import { InvalidInput, OrphanedLeads } from '@leadstage/core';
import { builder } from '../../builder.js';
import { defineStage } from '../../commands/ladder/define-stage.js';
import { CrmValueInput } from '../inputs/ingest-items.js';
import { StandardStageEnum, TeamEnum } from '../stage-definition.js';
import { command, WHAT_IS_ASKED } from './command.js';
import { idempotencyKey } from './idempotency-key.js';
import { LadderChangePayload } from './ladder-change.js';

const KEPT = 'Left out: as the version in force says.';
const CLEARED = `${KEPT} Null: none.`;

const Input = builder.inputType('DefineStageInput', {
  description: 'A stage, or what changes of one. A new one needs name, team and its place.',
  fields: (t) => ({
    idempotencyKey: idempotencyKey(t),
    key: t.string({
      required: true,
      description:
        'Key of a stage there is (or was), or of a new one: a capital letter, then capital letters, digits and _, at most 40 in all.',
    }),
    name: t.string({ description: `For people, at most 200 characters. ${KEPT}` }),
    position: t.int({ description: 'Order in the ladder, which no other stage of it has. Or `after`, or `before`.' }),
    after: t.string({ description: 'Key of the stage that it comes right after, in the ladder of `effectiveFrom`.' }),
    before: t.string({ description: 'Key of the stage that it comes right before.' }),
    standard: t.field({ type: StandardStageEnum, description: `The standard stage it counts as. ${CLEARED}` }),
    team: t.field({ type: TeamEnum, description: `The team that owns it. ${KEPT}` }),
    objective: t.string({ description: `What the stage is for. ${CLEARED}` }),
    actions: t.stringList({ description: `What is expected to be done in it, at most 50. ${KEPT}` }),
    criteria: t.string({ description: `When a lead belongs here, in words. ${CLEARED}` }),
    notes: t.string({ description: `Anything else. ${CLEARED}` }),
    effectiveFrom: t.field({
      type: 'DateTime',
      description: 'In force from this instant on, past or future. Default now.',
    }),
    crmValues: t.field({
      type: [CrmValueInput],
      description: 'Values of CRM fields that mean it, besides those that do already; as by `mapCrmValues`.',
    }),
  }),
});

builder.mutationField('defineStage', (t) =>
  t.field({
    type: LadderChangePayload,
    errors: { types: [OrphanedLeads, InvalidInput] },
    description:
      'Makes a stage, or a new version of one: renames it, moves it, says what it means. Versions before keep their time. Where recorded events count differently by it, all leads are read anew first, and the change is in force when that is through.',
    authScopes: { scope: 'admin' },
    args: { input: t.arg({ type: Input, required: true, description: WHAT_IS_ASKED }) },
    resolve: command('defineStage', ({ database, workspaceId, once }, input) => {
      const { key, standard, objective, criteria, notes } = input;
      return defineStage(
        database,
        workspaceId,
        {
          key,
          standard,
          objective,
          criteria,
          notes,
          name: input.name ?? undefined,
          position: input.position ?? undefined,
          after: input.after ?? undefined,
          before: input.before ?? undefined,
          team: input.team ?? undefined,
          actions: input.actions ?? undefined,
          effectiveFrom: input.effectiveFrom ?? undefined,
          crmValues: input.crmValues ?? undefined,
        },
        once,
      );
    }),
  }),
);
