import { inWorkspace } from '@leadstage/prisma';
import { builder } from '../builder.js';
import { type ListedCrmValue, listCrmValues } from '../query/crm-values.js';
import { StageDefinitionType } from './stage-definition.js';

export const CrmMeaningEnum = builder.enumType('CrmMeaning', {
  description: 'What a value of a CRM field says of a lead.',
  values: {
    STAGE: { description: 'It entered a stage.' },
    OUT: { description: 'It left the ladder (DISQUALIFIED), with field and value as the reason.' },
    IGNORED: { description: 'Nothing.' },
  } as const,
});

const MappedCrmValue = builder.objectRef<ListedCrmValue>('MappedCrmValue').implement({
  description: 'A value of a CRM field that was mapped, or came with a lead, or both.',
  fields: (t) => ({
    field: t.exposeString('field', { description: 'The field: `Lead Status`.' }),
    value: t.exposeString('value', {
      description: 'The value as it was mapped; while it is not, as it first came: `Working`.',
    }),
    meaning: t.expose('meaning', {
      type: CrmMeaningEnum,
      nullable: true,
      description: 'Null while it is unmapped. It is never guessed.',
    }),
    stage: t.field({
      type: StageDefinitionType,
      nullable: true,
      description: "With STAGE, by today's definition.",
      resolve: ({ stageId }, _args, { stageById }) => (stageId === null ? null : stageById.load(stageId)),
    }),
    waiting: t.exposeInt('waiting', {
      description:
        'How many times it came and has no effect yet, because it was unmapped, or its stage in no ladder. They take effect, as of when they happened, once `mapCrmValues` says what it means.',
    }),
    firstSeenAt: t.expose('firstSeenAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it first happened to a lead; null if it never came.',
    }),
    lastSeenAt: t.expose('lastSeenAt', { type: 'DateTime', nullable: true, description: 'When it last did.' }),
  }),
});

builder.queryField('crmValues', (t) =>
  t.field({
    type: [MappedCrmValue],
    description:
      'Values of CRM fields and what they mean, unmapped ones too; those with most that wait first, at most 1,000.',
    authScopes: { scope: 'leads:read' },
    args: { field: t.arg.string({ required: false, description: 'Of this field only.' }) },
    resolve: (_root, { field }, { database, owner }) => {
      const { workspaceId } = owner();
      return inWorkspace(database, workspaceId, (transaction) =>
        listCrmValues(transaction, workspaceId, field ?? null),
      );
    },
  }),
);
