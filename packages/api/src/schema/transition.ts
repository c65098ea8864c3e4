import { TransitionKind } from '@leadstage/prisma';
import { builder } from '../builder.js';
import { StageDefinitionType } from './stage-definition.js';

const TransitionKindEnum = builder.enumType(TransitionKind, {
  name: 'TransitionKind',
  description: 'What a transition was, as its source said.',
});

builder.prismaObject('Transition', {
  description: "One entry of a lead's log.",
  fields: (t) => ({
    externalId: t.exposeString('externalId', { description: "The caller's own id." }),
    to: t.field({
      type: StageDefinitionType,
      nullable: true,
      select: { toStageId: true },
      description: "The stage entered, by today's definition; null when the lead left the ladder.",
      resolve: ({ toStageId }, _args, { stageById }) => (toStageId === null ? null : stageById.load(toStageId)),
    }),
    kind: t.expose('kind', {
      type: TransitionKindEnum,
      nullable: true,
      description: 'Null where the source gave none.',
    }),
    occurredAt: t.field({
      type: 'DateTime',
      select: { occurredAt: true },
      description: 'When it happened.',
      resolve: ({ occurredAt }) => occurredAt.getTime(),
    }),
    recordedAt: t.field({
      type: 'DateTime',
      select: { recordedAt: true },
      description: 'When it became known here.',
      resolve: ({ recordedAt }) => recordedAt.getTime(),
    }),
    actor: t.exposeString('actor', { nullable: true, description: 'Who did it.' }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why; always there for a rejection.' }),
  }),
});
