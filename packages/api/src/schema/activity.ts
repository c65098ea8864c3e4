import { ActivityType } from '@leadstage/prisma';
import { builder } from '../builder.js';
import type { LeadActivity } from '../query/lead-activities.js';

export const ActivityTypeEnum = builder.enumType(ActivityType, {
  name: 'ActivityType',
  description: 'How a lead was worked.',
  values: {
    CALL: { description: 'By telephone, whoever called.' },
    EMAIL: { description: 'In writing.' },
    MEETING: { description: 'Face to face, in a room or on a screen.' },
  },
});

export const ActivityObject = builder.objectRef<LeadActivity>('Activity').implement({
  description: 'A call, e-mail or meeting of sales with a lead.',
  fields: (t) => ({
    externalId: t.exposeString('externalId', { description: "The caller's own id." }),
    type: t.expose('type', { type: ActivityTypeEnum, description: 'Call, e-mail or meeting.' }),
    occurredAt: t.expose('occurredAt', { type: 'DateTime', description: 'When it happened.' }),
    actor: t.exposeString('actor', { nullable: true, description: 'Who did it.' }),
  }),
});
