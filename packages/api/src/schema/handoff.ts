import { type SlaStatus, slaStatus } from '@leadstage/core';
import { builder } from '../builder.js';
import type { Handoff } from '../query/handoff-list.js';
import type { PolicyVersion } from '../query/policy-versions.js';
import { leadsComeWhole } from './come-whole.js';
import { LeadType } from './lead.js';
import { StageDefinitionType } from './stage-definition.js';

export const HandoffOutcomeEnum = builder.enumType('HandoffOutcome', {
  description: 'How a handoff ended.',
  values: {
    ACCEPTED: { description: 'The lead went on into a later stage.' },
    REJECTED: { description: 'Sales refused it.' },
    RECYCLED: { description: 'It went back, to be nurtured.' },
    DISQUALIFIED: { description: 'It left the ladder.' },
  } as const,
});

export const SlaStatusEnum = builder.enumType('SlaStatus', {
  description: 'Whether what was promised was done in time.',
  values: {
    MET: { description: 'Done by the due instant, that instant included.' },
    BREACHED: { description: 'Done later.' },
    OVERDUE: { description: 'Not done, and the due instant has passed.' },
    PENDING: { description: 'Not done, and there is time yet.' },
  } as const,
});

const HandoffPolicyType = builder.objectRef<PolicyVersion>('HandoffPolicy').implement({
  description: 'The version of an SLA policy that judges a handoff.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'How the policy is named.' }),
    version: t.exposeInt('version', { description: 'Counts from 1 per policy.' }),
    name: t.exposeString('name', { description: 'For people.' }),
  }),
});

export const HandoffType = builder.objectRef<Handoff>('Handoff').implement({
  description: 'One passage of a lead from marketing to sales, from its entry into the handoff stage to the decision.',
  fields: (t) => ({
    id: t.id({ description: 'Unique within the workspace.', resolve: ({ openedBy }) => String(openedBy) }),
    lead: t.field({
      type: LeadType,
      description: 'Who was handed over.',
      resolve: async ({ leadId }, _args, context, info) => {
        leadsComeWhole(context, info);
        const lead = await context.leadById.load(leadId);
        if (!lead) throw new Error('a handoff without a lead');
        return lead;
      },
    }),
    owner: t.exposeString('owner', {
      nullable: true,
      description: 'Who had the lead at the decision; of an open handoff, who has it now.',
    }),
    openedAt: t.expose('openedAt', { type: 'DateTime', description: 'Entry into the handoff stage.' }),
    closedAt: t.expose('closedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'The decision; null while it is open.',
    }),
    outcome: t.expose('outcome', { type: HandoffOutcomeEnum, nullable: true, description: 'Null while it is open.' }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why, as the decision says.' }),
    closedInto: t.field({
      type: StageDefinitionType,
      nullable: true,
      description: 'The stage that the decision led to; null where it led out of the ladder, or is not made.',
      resolve: ({ closedInto }, _args, { stageById }) => (closedInto === null ? null : stageById.load(closedInto)),
    }),
    firstResponseAt: t.expose('firstResponseAt', {
      type: 'DateTime',
      nullable: true,
      description: 'First activity of sales on it, or the decision where that came first.',
    }),
    policy: t.field({
      type: HandoffPolicyType,
      nullable: true,
      description: 'What judges it; null where no policy applies.',
      resolve: ({ policyId, policyVersion }, _args, context) =>
        policyId === null || policyVersion === null ? null : context.policyVersion.load(`${policyId}/${policyVersion}`),
    }),
    firstResponseDueAt: t.expose('responseDueAt', {
      type: 'DateTime',
      nullable: true,
      description: 'By when sales must have responded; null without such a target.',
    }),
    decisionDueAt: t.expose('decisionDueAt', {
      type: 'DateTime',
      nullable: true,
      description: 'By when sales must have decided; null without such a target.',
    }),
    firstResponseStatus: t.field({
      type: SlaStatusEnum,
      nullable: true,
      description: 'Now; null without a target.',
      resolve: ({ firstResponseAt, responseDueAt }) => statusNow(firstResponseAt, responseDueAt),
    }),
    decisionStatus: t.field({
      type: SlaStatusEnum,
      nullable: true,
      description: 'Now; null without a target.',
      resolve: ({ closedAt, decisionDueAt }) => statusNow(closedAt, decisionDueAt),
    }),
  }),
});

function statusNow(doneAt: number | null, dueAt: number | null): SlaStatus | null {
  return dueAt === null ? null : slaStatus(doneAt, dueAt, Date.now());
}

builder.prismaObjectField(LeadType, 'handoffs', (t) =>
  t.field({
    type: [HandoffType],
    select: { id: true },
    description: 'Its passages to sales, earliest first; of leads merged into it, as if they had been one.',
    resolve: ({ id }, _args, { handoffsOfLead }) => handoffsOfLead.load(Number(id)),
  }),
);
