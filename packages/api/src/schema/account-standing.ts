import { InvalidInput } from '@leadstage/core';
import { builder } from '../builder.js';
import type { AccountStanding } from '../query/account-list.js';
import { AccountType } from './account.js';
import { leadsComeWhole } from './come-whole.js';
import { LeadType } from './lead.js';
import { StageDefinitionType } from './stage-definition.js';

const AccountStageType = builder.objectRef<AccountStanding['stages'][number]>('AccountStage').implement({
  description: 'How many of an account’s leads reached a stage.',
  fields: (t) => ({
    stage: t.field({ type: StageDefinitionType, description: 'Which stage.', resolve: ({ stage }) => stage }),
    leads: t.exposeInt('leads', { description: 'Leads that have ever entered it, or a later one.' }),
  }),
});

const MOST_LEADS = 100;

builder.prismaObjectFields(AccountType, (t) => ({
  id: t.field({ type: 'ID', description: 'Ours; unique within the workspace.', resolve: ({ id }) => id.toString() }),
  leads: t.field({
    type: [LeadType],
    description:
      'Its first leads, as they were recorded. For all of them page `leads(filter: { attributes: { account } })`.',
    args: { first: t.arg.int({ defaultValue: 10, required: true, description: '1–100.' }) },
    resolve: async ({ id }, { first }, context, info) => {
      if (first < 1 || first > MOST_LEADS) {
        throw new InvalidInput('PAGE_SIZE_REQUIRED', ['first'], `\`first\` is a number from 1 to ${MOST_LEADS}.`);
      }
      leadsComeWhole(context, info);
      const ids = await context.leadIdsOfAccount.load(`${id}/${first}`);
      const leads = await Promise.all(ids.map((leadId) => context.leadById.load(leadId)));
      return leads.filter((lead) => lead !== null);
    },
  }),
  leadCount: t.int({
    description: 'Leads of it, those merged into another left out.',
    resolve: async ({ id }, _args, { standingOfAccount }) => (await standingOfAccount.load(Number(id))).leads,
  }),
  stages: t.field({
    type: [AccountStageType],
    description: 'Every stage of today’s ladder, lowest first.',
    resolve: async ({ id }, _args, { standingOfAccount }) => [...(await standingOfAccount.load(Number(id))).stages],
  }),
  furthestStage: t.field({
    type: StageDefinitionType,
    nullable: true,
    description: 'The highest stage of today’s ladder that one of its leads ever reached; null without leads.',
    resolve: async ({ id }, _args, { standingOfAccount }) =>
      (await standingOfAccount.load(Number(id))).stages.findLast(({ leads }) => leads > 0)?.stage ?? null,
  }),
  openHandoffs: t.int({
    description: 'Handoffs of its leads that wait for a decision.',
    resolve: async ({ id }, _args, { standingOfAccount }) => (await standingOfAccount.load(Number(id))).openHandoffs,
  }),
}));
