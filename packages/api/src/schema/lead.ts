import { InvalidInput } from '@leadstage/core';
import type { Prisma } from '@leadstage/prisma';
import { builder } from '../builder.js';
import { isStorable } from '../storable-text.js';
import { StageDefinitionType } from './stage-definition.js';

const fact = { fact: { include: { segment: true } } } as const;

const AttributeType = builder.objectRef<{ name: string; value: string }>('LeadAttribute').implement({
  description: 'A workspace-defined attribute of a lead.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its key.' }),
    value: t.exposeString('value', { description: 'Its value.' }),
  }),
});

builder.prismaObject('Lead', {
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
      select: fact,
      description: 'Where it came from.',
      resolve: (lead) => lead.fact?.segment.source ?? null,
    }),
    leadType: t.string({
      nullable: true,
      select: fact,
      description: 'What it answered.',
      resolve: (lead) => lead.fact?.segment.leadType ?? null,
    }),
    campaign: t.string({
      nullable: true,
      select: fact,
      description: 'The campaign that won it.',
      resolve: (lead) => lead.fact?.segment.campaign ?? null,
    }),
    region: t.string({
      nullable: true,
      select: fact,
      description: 'Where it is.',
      resolve: (lead) => lead.fact?.segment.region ?? null,
    }),
    owner: t.string({
      nullable: true,
      select: fact,
      description: 'Who works it now.',
      resolve: (lead) => lead.fact?.owner ?? null,
    }),
    value: t.field({
      type: 'Decimal',
      nullable: true,
      select: fact,
      description: "Expected, then won, in the workspace's currency.",
      resolve: (lead) => lead.fact?.value?.toFixed() ?? null,
    }),
    attributes: t.field({
      type: [AttributeType],
      select: fact,
      description: 'Workspace-defined attributes that have a value.',
      resolve: (lead) =>
        Object.entries((lead.fact?.attributes ?? {}) as Record<string, string>).map(([name, value]) => ({
          name,
          value,
        })),
    }),
    stage: t.field({
      type: StageDefinitionType,
      nullable: true,
      select: fact,
      description: 'Where it stands now; null when it is out of the ladder.',
      resolve: (lead, _args, { stageById }) => (lead.fact?.stageId == null ? null : stageById.load(lead.fact.stageId)),
    }),
    stageSince: t.field({
      type: 'DateTime',
      nullable: true,
      select: fact,
      description: 'Since when it stands there.',
      resolve: (lead) => lead.fact?.stageSince.getTime() ?? null,
    }),
    account: t.prismaField({
      type: 'Account',
      nullable: true,
      select: (_args, _context, nestedSelection) => ({ fact: { select: { account: nestedSelection(true) } } }),
      description: 'Its company.',
      resolve: (_query, lead) => lead.fact?.account ?? null,
    }),
    transitions: t.relation('transitions', {
      description: 'Its log, oldest first, without what was voided.',
      query: { where: { voidedAt: null }, orderBy: [{ occurredAt: 'asc' }, { id: 'asc' }] },
    }),
    activities: t.relation('activities', {
      description: 'What sales did about it, oldest first.',
      query: { where: { voidedAt: null }, orderBy: [{ occurredAt: 'asc' }, { id: 'asc' }] },
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
