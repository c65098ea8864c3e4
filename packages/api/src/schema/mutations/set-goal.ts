import { InvalidInput } from '@leadstage/core';
import { builder } from '../../builder.js';
import { type SetGoal, setGoal } from '../../commands/set-goal.js';
import { GoalType, shownGoals } from '../goal.js';
import { LeadFilterType, leadFilter } from '../lead-filter.js';
import { PeriodInputType, periodInput } from '../period.js';
import { command, WHAT_IS_ASKED } from './command.js';
import { idempotencyKey } from './idempotency-key.js';

const Input = builder.inputType('SetGoalInput', {
  description:
    'A goal, made or changed. What is left out stays as it is; a new goal needs name, stage, period and target.',
  fields: (t) => ({
    idempotencyKey: idempotencyKey(t),
    key: t.string({ required: true, description: 'Names it: capitals, digits and _, such as Q1_MQL.' }),
    name: t.string({ description: 'For people.' }),
    stage: t.string({ description: 'Key, standard name or alias of a stage of today’s ladder.' }),
    period: t.field({
      type: PeriodInputType,
      description: '`start` and `end`, or `grain` and `containing`; kept as the dates that it is now.',
    }),
    target: t.int({ description: 'Entries, at least 1.' }),
    filter: t.field({ type: LeadFilterType, description: 'Which leads count; default all.' }),
    atRiskBelow: t.field({
      type: 'Decimal',
      description: 'Raise `goal.at_risk` when the pace falls below it, 0 to 1.5; null: never.',
    }),
    retired: t.boolean({ description: 'No longer pursued; default false.' }),
  }),
});

const Payload = builder.objectRef<SetGoal>('SetGoalPayload').implement({
  description: 'The goal as it stands.',
  fields: (t) => ({
    goal: t.field({
      type: GoalType,
      description: 'Its latest version, and how far it has got now.',
      resolve: async ({ id }, _args, context) => {
        const goal = (await shownGoals(context, Date.now())).find((each) => each.id === id);
        if (!goal) throw new Error('a goal that was set is not there');
        return goal;
      },
    }),
  }),
});

builder.mutationField('setGoal', (t) =>
  t.field({
    type: Payload,
    errors: { types: [InvalidInput] },
    description: 'Records a goal, or another version of it. Where it says the same already, nothing is recorded.',
    authScopes: { scope: 'admin' },
    args: { input: t.arg({ type: Input, required: true, description: WHAT_IS_ASKED }) },
    resolve: command('setGoal', ({ database, workspaceId, once }, input) => {
      const { key, name, stage, period, target, filter, atRiskBelow, retired } = input;
      const goal = {
        key,
        name: name ?? undefined,
        stage: stage ?? undefined,
        period: period ? periodInput(period) : undefined,
        target: target ?? undefined,
        filter: filter ? leadFilter(filter) : undefined,
        atRiskBelow,
        retired: retired ?? undefined,
      };
      return setGoal(database, workspaceId, goal, once);
    }),
  }),
);
