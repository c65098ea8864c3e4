import { type CrmValue, ladderAt, type STANDARD_STAGES, type StageDefinition } from '@leadstage/core';
import { builder } from '../builder.js';
import { versionsOf } from '../commands/ladder/next-version.js';

export const StandardStageEnum = builder.enumType('StandardStage', {
  description: 'The stages that every funnel can be compared by.',
  values: {
    CONTACT: { description: 'A person whose details are held.' },
    LEAD: { description: 'Answered an offer.' },
    MQL: { description: 'Marketing-qualified lead: ready to be handed over to sales.' },
    SQL: { description: 'Sales-qualified lead: sales has taken it on.' },
    QSO: { description: 'Qualified sales opportunity: a deal that can be won.' },
    CUSTOMER: { description: 'Has bought.' },
  } satisfies Record<(typeof STANDARD_STAGES)[number], object>,
});

export const TeamEnum = builder.enumType('Team', {
  description: 'Who owns a stage.',
  values: {
    MARKETING: { description: 'Brings leads in and makes them ready.' },
    SALES: { description: 'Takes them on and closes.' },
  } as const,
});

const CrmValueType = builder.objectRef<CrmValue>('CrmValue').implement({
  description: 'A value of a field of the CRM.',
  fields: (t) => ({
    field: t.exposeString('field', { description: 'The field: `Lead Status`.' }),
    value: t.exposeString('value', { description: 'The value as it was first mapped: `Working`.' }),
  }),
});

export const StageDefinitionType = builder.objectRef<StageDefinition>('StageDefinition').implement({
  description: 'One version of what a stage means.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'How the stage is named in questions.' }),
    name: t.exposeString('name', { description: 'For people.' }),
    version: t.exposeInt('version', { description: 'Counts from 1 per stage.' }),
    effectiveFrom: t.expose('effectiveFrom', { type: 'DateTime', description: 'In force from this instant on.' }),
    recordedAt: t.expose('recordedAt', {
      type: 'DateTime',
      description: 'When it was recorded: for an earlier `knownAt` the version before it stands.',
    }),
    retired: t.exposeBoolean('retired', { description: 'True: from then on the stage is out of the ladder.' }),
    position: t.exposeInt('position', { description: 'Order in the ladder, ascending; gaps are left.' }),
    standard: t.expose('standard', {
      type: StandardStageEnum,
      nullable: true,
      description: 'The standard stage it counts as, if any.',
    }),
    team: t.expose('team', { type: TeamEnum, description: 'The team that owns it.' }),
    objective: t.exposeString('objective', { nullable: true, description: 'What the stage is for.' }),
    actions: t.stringList({
      resolve: ({ actions }) => [...actions],
      description: 'What is expected to be done in it.',
    }),
    criteria: t.exposeString('criteria', { nullable: true, description: 'When a lead belongs here, in words.' }),
    notes: t.exposeString('notes', { nullable: true, description: 'Anything else.' }),
    crmValues: t.field({
      type: [CrmValueType],
      resolve: ({ crmValues }) => [...crmValues],
      description: 'Field values of the CRM that mean this stage, as mapped today.',
    }),
  }),
});

builder.queryField('stages', (t) =>
  t.field({
    type: [StageDefinitionType],
    description: 'The ladder in force at an instant, lowest stage first.',
    authScopes: { scope: 'reports:read', embed: true },
    args: { at: t.arg({ type: 'DateTime', required: false, description: 'Default now.' }) },
    resolve: async (_root, { at }, context) => ladderAt((await context.workspace()).definitions, at ?? Date.now()),
  }),
);

builder.queryField('stageVersions', (t) =>
  t.field({
    type: [StageDefinitionType],
    description:
      'Every version of a stage, in the order in which they come into force; none where there never was such a stage.',
    authScopes: { scope: 'reports:read' },
    args: { stage: t.arg.string({ required: true, description: "The stage's key; it may be retired." }) },
    resolve: async (_root, { stage }, context) => versionsOf((await context.workspace()).definitions, stage),
  }),
);
