import { InvalidInput } from '@leadstage/core';
import type { Prisma } from '@leadstage/prisma';
import { builder } from '../builder.js';
import { isStorable } from '../storable-text.js';
import { AccountType } from './account.js';
import { ActivityObject } from './activity.js';
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
    description: 'A lead by our id or by the caller’s; null when there is none.',
    authScopes: { scope: 'leads:read' },
    args: {
      id: t.arg.id({ required: false, description: 'Ours.' }),
      externalId: t.arg.string({ required: false, description: "The caller's own." }),
    },
    resolve: async (query, _root, { id, externalId }, context) => {
      const workspaceId = context.access?.workspaceId ?? '';
      const where = oneOf(workspaceId, id ?? undefined, externalId ?? undefined);
      return context.prisma().lead.findUnique({ ...query, where });
    },
  }),
  leads: t.prismaConnection(
    {
      type: 'Lead',
      cursor: 'workspaceId_id',
      description: 'Leads in the order in which they were first recorded. `first` or `last` is required, 1–100.',
      authScopes: { scope: 'leads:read' },
      resolve: (query, _root, { first, last }, context) => {
        if (!isPageSize(first ?? last)) {
          throw new InvalidInput('PAGE_SIZE_REQUIRED', ['first'], 'Give `first` or `last`, a number from 1 to 100.');
        }
        return context.prisma().lead.findMany({ ...query, orderBy: { id: 'asc' } });
      },
    },
    {
      name: 'LeadConnection',
      description: 'A page of leads.',
      fields: (connection) => ({
        totalCount: connection.int({
          description: 'Leads on all pages together.',
          resolve: (_page, _args, context) => context.prisma().lead.count(),
        }),
      }),
    },
    { name: 'LeadEdge', description: 'A lead in a page.' },
  ),
}));

function isPageSize(size: number | null | undefined): boolean {
  return size != null && size >= 1 && size <= 100;
}

function oneOf(
  workspaceId: string,
  id: string | undefined,
  externalId: string | undefined,
): Prisma.LeadWhereUniqueInput {
  if ((id === undefined) === (externalId === undefined)) {
    throw new InvalidInput('INVALID_ARGUMENTS', ['id'], 'Give either `id` or `externalId`.');
  }
  if (externalId !== undefined && !isStorable(externalId)) {
    throw new InvalidInput(
      'INVALID_TEXT',
      ['externalId'],
      'The id holds a NUL or half a surrogate pair; no lead has it.',
    );
  }
  if (externalId !== undefined) return { workspaceId_externalId: { workspaceId, externalId } };
  if (!/^\d{1,15}$/.test(id as string))
    throw new InvalidInput('INVALID_ARGUMENTS', ['id'], `"${id}" is not a lead's id.`);
  return { workspaceId_id: { workspaceId, id: BigInt(id as string) } };
}
