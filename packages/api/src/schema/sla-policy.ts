import type { AttributeCondition, SlaPolicy, SlaTarget } from '@leadstage/core';
import { builder } from '../builder.js';
import { policiesInForce } from '../sla/in-force.js';
import { type Sla, slaOf } from '../sla/load-sla.js';

export const SlaClockEnum = builder.enumType('SlaClock', {
  description: 'How time is told.',
  values: {
    CALENDAR: { description: 'As it passes; a day is 24 hours.' },
    BUSINESS: { description: "The working hours of the policy's calendar." },
  } as const,
});

export const OverdueActionEnum = builder.enumType('OverdueAction', {
  description: 'What is done with an overdue handoff.',
  values: {
    NOTIFY: { description: 'Webhooks are told; nothing more.' },
    REASSIGN: { description: 'They are told, and the lead gets another owner.' },
    RECALL: { description: 'They are told, and the lead goes back to marketing: the handoff is RECYCLED.' },
  } as const,
});

const SlaTargetType = builder.objectRef<SlaTarget>('SlaTarget').implement({
  description: 'Within what time something is to be done, from when the handoff opened.',
  fields: (t) => ({
    within: t.exposeString('within', { description: 'ISO 8601, as it was given: `PT1H`, `P2D`.' }),
    seconds: t.float({
      description: 'The same in seconds, on its clock.',
      resolve: ({ milliseconds }) => inSeconds(milliseconds),
    }),
    clock: t.expose('clock', { type: SlaClockEnum, description: 'On which clock.' }),
    dueSoonSeconds: t.float({
      nullable: true,
      description: 'How many seconds before it is due, on its clock, `handoff.due_soon` is raised; null: never.',
      resolve: ({ dueSoonMilliseconds }) => (dueSoonMilliseconds === null ? null : inSeconds(dueSoonMilliseconds)),
    }),
    onOverdue: t.expose('onOverdue', { type: OverdueActionEnum, description: 'What is done when it is overdue.' }),
    assignTo: t.exposeString('assignTo', { nullable: true, description: 'The new owner, with REASSIGN.' }),
  }),
});

const inSeconds = (milliseconds: number) => milliseconds / 1_000;

interface NamedCondition extends AttributeCondition {
  readonly attribute: string;
}

const AttributeConditionType = builder.objectRef<NamedCondition>('AttributeCondition').implement({
  description: 'Keeps leads by the value of an attribute; null in a list stands for a missing value.',
  fields: (t) => ({
    attribute: t.exposeString('attribute', { description: 'A standard one or one of your own.' }),
    in: t.stringList({
      nullable: { list: true, items: true },
      description: 'One of these.',
      resolve: (condition) => condition.in && [...condition.in],
    }),
    notIn: t.stringList({
      nullable: { list: true, items: true },
      description: 'None of these.',
      resolve: (condition) => condition.notIn && [...condition.notIn],
    }),
  }),
});

/** A policy with the calendars among which is its own. */
export interface PolicyOfSla {
  readonly policy: SlaPolicy;
  readonly calendars: Sla['calendars'];
}

export const SlaPolicyType = builder.objectRef<PolicyOfSla>('SlaPolicy').implement({
  description: 'One version of what sales promises for handoffs.',
  fields: (t) => ({
    key: t.string({ resolve: ({ policy }) => policy.key, description: 'How it is named.' }),
    name: t.string({ resolve: ({ policy }) => policy.name, description: 'For people.' }),
    version: t.int({ resolve: ({ policy }) => policy.version, description: 'Counts from 1 per policy.' }),
    effectiveFrom: t.field({
      type: 'DateTime',
      description: 'It decides for handoffs that open from this instant on, until the next version.',
      resolve: ({ policy }) => policy.effectiveFrom,
    }),
    recordedAt: t.field({
      type: 'DateTime',
      description: 'When it was set.',
      resolve: ({ policy }) => policy.recordedAt,
    }),
    position: t.int({
      resolve: ({ policy }) => policy.position,
      description: 'Policies are tried in this order, ascending; the first whose filter fits decides.',
    }),
    filter: t.field({
      type: [AttributeConditionType],
      description: 'Conditions on the lead, all of which must hold; none: it fits every handoff.',
      resolve: ({ policy: { filter } }) =>
        Object.entries(filter).map(([attribute, condition]) => ({ attribute, ...condition })),
    }),
    firstResponseWithin: t.field({
      type: SlaTargetType,
      nullable: true,
      description: 'For the first call, email or meeting, or the decision if that comes first.',
      resolve: ({ policy }) => policy.firstResponse,
    }),
    decisionWithin: t.field({
      type: SlaTargetType,
      nullable: true,
      description: 'For accepting, rejecting, recycling or disqualifying.',
      resolve: ({ policy }) => policy.decision,
    }),
    calendar: t.string({
      nullable: true,
      description: 'Key of the calendar behind its BUSINESS targets.',
      resolve: ({ policy, calendars }) => calendars.find(({ id }) => id === policy.calendarId)?.key ?? null,
    }),
    retired: t.boolean({
      resolve: ({ policy }) => policy.retired,
      description: 'From `effectiveFrom` on it applies to nothing.',
    }),
  }),
});

builder.queryField('slaPolicies', (t) =>
  t.field({
    type: [SlaPolicyType],
    description: 'The policies in force at an instant, in the order in which they are tried.',
    authScopes: { scope: 'reports:read' },
    args: { at: t.arg({ type: 'DateTime', required: false, description: 'Default now.' }) },
    resolve: async (_root, { at }, context) => {
      const { policies, calendars } = await slaOf(context.database, context.owner().workspaceId);
      return policiesInForce(policies, at ?? Date.now()).map((policy) => ({ policy, calendars }));
    },
  }),
);
