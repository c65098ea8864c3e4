import { builder } from '../builder.js';
import { findSurvivor } from '../query/survivor.js';
import { AccountType } from './account.js';
import { ActivityObject } from './activity.js';
import { leadReference } from './inputs/lead-reference.js';
import { StageDefinitionType } from './stage-definition.js';
import { TransitionType } from './transition.js';

const byId = { id: true } as const;

const AttributeType = builder.objectRef<{ name: string; value: string }>('LeadAttribute').implement({
  description: 'A workspace-defined attribute of a lead.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its key.' }),
    value: t.exposeString('value', { description: 'Its value.' }),
  }),
});

export const LeadType = builder.prismaObject('Lead', {
  description: 'A person on the way up the ladder.',
  fields: (t) => ({
    id: t.field({
      type: 'ID',
      select: { id: true },
      description: 'Ours; unique within the workspace.',
      resolve: ({ id }) => id.toString(),
    }),
    externalId: t.exposeString('externalId', { description: "The caller's own id." }),
    name: t.exposeString('name', { nullable: true, description: 'Personal data.' }),
    email: t.exposeString('email', { nullable: true, description: 'Personal data.' }),
    createdAt: t.field({
      type: 'DateTime',
      select: { createdAt: true },
      description: 'Since when the lead is known at its source.',
      resolve: ({ createdAt }) => createdAt.getTime(),
    }),
    source: t.string({
      nullable: true,
      select: byId,
      description: 'Where it came from.',
      resolve: async ({ id }, _args, { presentLead }) => (await presentLead.load(Number(id)))?.source ?? null,
    }),
    leadType: t.string({
      nullable: true,
      select: byId,
      description: 'What it answered.',
      resolve: async ({ id }, _args, { presentLead }) => (await presentLead.load(Number(id)))?.leadType ?? null,
    }),
    campaign: t.string({
      nullable: true,
      select: byId,
      description: 'The campaign that won it.',
      resolve: async ({ id }, _args, { presentLead }) => (await presentLead.load(Number(id)))?.campaign ?? null,
    }),
    region: t.string({
      nullable: true,
      select: byId,
      description: 'Where it is.',
      resolve: async ({ id }, _args, { presentLead }) => (await presentLead.load(Number(id)))?.region ?? null,
    }),
    owner: t.string({
      nullable: true,
      select: byId,
      description: 'Who works it now.',
      resolve: async ({ id }, _args, { presentLead }) => (await presentLead.load(Number(id)))?.owner ?? null,
    }),
    value: t.field({
      type: 'Decimal',
      nullable: true,
      select: byId,
      description: "Expected, then won, in the workspace's currency.",
      resolve: async ({ id }, _args, { presentLead }) => (await presentLead.load(Number(id)))?.value ?? null,
    }),
    attributes: t.field({
      type: [AttributeType],
      select: byId,
      description: 'Workspace-defined attributes that have a value.',
      resolve: async ({ id }, _args, { presentLead }) =>
        Object.entries((await presentLead.load(Number(id)))?.attributes ?? {}).map(([name, value]) => ({
          name,
          value,
        })),
    }),
    stage: t.field({
      type: StageDefinitionType,
      nullable: true,
      select: byId,
      description: 'Where it stands now; null when it is out of the ladder.',
      resolve: async ({ id }, _args, { presentLead, stageById }) => {
        const stageId = (await presentLead.load(Number(id)))?.stageId ?? null;
        return stageId === null ? null : stageById.load(stageId);
      },
    }),
    stageSince: t.field({
      type: 'DateTime',
      nullable: true,
      select: byId,
      description: 'Since when it stands there.',
      resolve: async ({ id }, _args, { presentLead }) => (await presentLead.load(Number(id)))?.stageSince ?? null,
    }),
    account: t.field({
      type: AccountType,
      nullable: true,
      select: byId,
      description: 'Its company.',
      resolve: async ({ id }, _args, { presentLead, accountById }) => {
        const accountId = (await presentLead.load(Number(id)))?.accountId ?? null;
        return accountId === null ? null : accountById.load(accountId);
      },
    }),
    transitions: t.field({
      type: [TransitionType],
      select: byId,
      description: 'Its log, oldest first, without what was voided; with the logs of leads merged into it.',
      resolve: ({ id }, _args, { logOfLead }) => logOfLead.load(Number(id)),
    }),
    activities: t.field({
      type: [ActivityObject],
      select: byId,
      description: 'What sales did about it, oldest first.',
      resolve: ({ id }, _args, { activitiesOfLead }) => activitiesOfLead.load(Number(id)),
    }),
  }),
});

builder.queryFields((t) => ({
  lead: t.prismaField({
    type: 'Lead',
    nullable: true,
    description:
      'A lead by our id or by the caller’s; null when there is none. One that was merged into another answers with that one.',
    authScopes: { scope: 'leads:read' },
    args: {
      id: t.arg.id({ required: false, description: 'Ours.' }),
      externalId: t.arg.string({ required: false, description: "The caller's own." }),
    },
    resolve: async (query, _root, { id, externalId }, context) => {
      const { workspaceId } = context.owner();
      const survivor = await findSurvivor(context.database, workspaceId, leadReference({ id, externalId }, []));
      if (survivor === null) return null;
      const where = { workspaceId_id: { workspaceId, id: BigInt(survivor) } };
      return context.prisma().lead.findUnique({ ...query, where });
    },
  }),
}));
