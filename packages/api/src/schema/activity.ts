import { ActivityType } from '@leadstage/prisma';
import { builder } from '../builder.js';

const ActivityTypeEnum = builder.enumType(ActivityType, {
  name: 'ActivityType',
  description: 'How a lead was worked.',
});

builder.prismaObject('Activity', {
  description: 'A call, e-mail or meeting of sales with a lead.',
  fields: (t) => ({
    externalId: t.exposeString('externalId', { description: "The caller's own id." }),
    type: t.expose('type', { type: ActivityTypeEnum, description: 'Call, e-mail or meeting.' }),
    occurredAt: t.field({
      type: 'DateTime',
      select: { occurredAt: true },
      description: 'When it happened.',
      resolve: ({ occurredAt }) => occurredAt.getTime(),
    }),
    actor: t.exposeString('actor', { nullable: true, description: 'Who did it.' }),
  }),
});
