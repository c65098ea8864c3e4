import { InvalidInput } from '@leadstage/core';
import { builder } from '../../builder.js';
import type { SetVersion } from '../../commands/set-business-calendar.js';
import { setSlaPolicy } from '../../commands/set-sla-policy.js';
import { slaOf } from '../../sla/load-sla.js';
import { LeadFilterType, leadFilter } from '../lead-filter.js';
import { OverdueActionEnum, type PolicyOfSla, SlaClockEnum, SlaPolicyType } from '../sla-policy.js';
import { command, WHAT_IS_ASKED } from './command.js';
import { idempotencyKey } from './idempotency-key.js';

const SlaTargetInput = builder.inputType('SlaTargetInput', {
  description: 'Within what time something is to be done, from when the handoff opened.',
  fields: (t) => ({
    within: t.string({
      required: true,
      description:
        'ISO 8601 with whole hours and minutes, and on the CALENDAR clock weeks and days of 24 h: `PT1H`, `P2D`. At most 3,660 days.',
    }),
    clock: t.field({ type: SlaClockEnum, required: true, description: 'On which clock.' }),
    dueSoon: t.string({
      description:
        'How long before it is due, on the same clock, `handoff.due_soon` is raised: `PT15M`. Left out: never.',
    }),
    onOverdue: t.field({ type: OverdueActionEnum, description: 'What is done when it is overdue; default NOTIFY.' }),
    assignTo: t.string({ description: 'The new owner: required with REASSIGN, and refused otherwise.' }),
  }),
});

const Input = builder.inputType('SetSlaPolicyInput', {
  description: 'A policy, whole: what is left out is not in the new version.',
  fields: (t) => ({
    idempotencyKey: idempotencyKey(t),
    key: t.string({
      required: true,
      description: 'Capitals, digits and _, such as `HOT_LEADS`. A new one makes a policy.',
    }),
    name: t.string({ description: 'For people, 1–200 characters; required unless it is retired.' }),
    position: t.int({
      description:
        'Policies are tried in this order, ascending; the first whose filter fits decides. Default: where it was; a new one comes last.',
    }),
    filter: t.field({ type: LeadFilterType, description: 'To which handoffs it applies; left out: to all.' }),
    firstResponseWithin: t.field({
      type: SlaTargetInput,
      description: 'For the first call, email or meeting, or the decision if that comes first.',
    }),
    decisionWithin: t.field({
      type: SlaTargetInput,
      description: 'For accepting, rejecting, recycling or disqualifying.',
    }),
    calendar: t.string({ description: 'Key of the calendar behind BUSINESS targets, which need one.' }),
    effectiveFrom: t.field({
      type: 'DateTime',
      description:
        'It decides for handoffs that open from then on; default now. Past: handoffs that have opened since are judged anew.',
    }),
    retired: t.boolean({
      description:
        'True: from `effectiveFrom` on it applies to nothing. All else stays as it was, and is not looked at.',
    }),
  }),
});

const Payload = builder.objectRef<SetVersion>('SetSlaPolicyPayload').implement({
  description: 'The policy as it is now.',
  fields: (t) => ({
    policy: t.field({
      type: SlaPolicyType,
      description: 'The version that says what was asked for.',
      resolve: async ({ id, version }, _args, context): Promise<PolicyOfSla> => {
        const { policies, calendars } = await slaOf(context.database, context.owner().workspaceId);
        const policy = policies.find((each) => each.id === id && each.version === version);
        return { policy: policy as (typeof policies)[number], calendars };
      },
    }),
    rejudgedHandoffs: t.exposeInt('rejudged', {
      description:
        'Handoffs that are due at another time, or under another policy or version, than before by this change.',
    }),
  }),
});

builder.mutationField('setSlaPolicy', (t) =>
  t.field({
    type: Payload,
    errors: { types: [InvalidInput] },
    description:
      'Sets what sales promises, as a new version of a policy. Where the version in force says the same already, nothing happens.',
    authScopes: { scope: 'admin' },
    args: { input: t.arg({ type: Input, required: true, description: WHAT_IS_ASKED }) },
    resolve: command('setSlaPolicy', ({ database, workspaceId, once }, input) => {
      const { filter, effectiveFrom, ...rest } = input;
      const policy = { ...rest, filter: leadFilter(filter), ...(effectiveFrom != null && { effectiveFrom }) };
      return setSlaPolicy(database, workspaceId, policy, once);
    }),
  }),
);
