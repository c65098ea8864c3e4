import type { TransitionKind } from '@leadstage/core';
import { builder } from '../builder.js';
import type { LogEntry } from '../query/lead-log.js';
import { StageDefinitionType } from './stage-definition.js';

export const TransitionKindEnum = builder.enumType('TransitionKind', {
  description: 'What a transition was.',
  values: {
    ENTERED: { description: 'The first of the lead, or the stage it was in already.' },
    ADVANCED: { description: 'Up the ladder, outside of a handoff.' },
    ACCEPTED: { description: 'Sales took it on.' },
    REJECTED: { description: 'Sales refused it, with a reason; it went back to an earlier stage.' },
    RECYCLED: { description: 'It went back to an earlier stage, to be nurtured.' },
    DISQUALIFIED: { description: 'Out of the ladder, with a reason.' },
    REOPENED: { description: 'Back into the ladder.' },
  } satisfies Record<TransitionKind, object>,
});

export const TransitionType = builder.objectRef<LogEntry>('Transition').implement({
  description: "One entry of a lead's log.",
  fields: (t) => ({
    externalId: t.exposeString('externalId', { description: "The caller's own id." }),
    from: t.field({
      type: StageDefinitionType,
      nullable: true,
      description: "The stage left, by today's definition; null when the lead was out of the ladder, or new.",
      resolve: ({ fromStageId }, _args, { stageById }) => (fromStageId === null ? null : stageById.load(fromStageId)),
    }),
    to: t.field({
      type: StageDefinitionType,
      nullable: true,
      description: "The stage entered, by today's definition; null when the lead left the ladder.",
      resolve: ({ toStageId }, _args, { stageById }) => (toStageId === null ? null : stageById.load(toStageId)),
    }),
    kind: t.expose('kind', {
      type: TransitionKindEnum,
      description: 'As its source said; where it said nothing, as it follows from the two stages.',
    }),
    occurredAt: t.expose('occurredAt', { type: 'DateTime', description: 'When it happened.' }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'When it became known here.' }),
    actor: t.exposeString('actor', { nullable: true, description: 'Who did it.' }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why; always there for a rejection.' }),
  }),
});
