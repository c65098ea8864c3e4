import { inWorkspace } from '@leadstage/prisma';
import { builder } from '../builder.js';
import { type LadderJob, ladderJob } from '../query/ladder-job.js';

const LadderJobReason = builder.enumType('LadderJobReason', {
  description: 'Why all leads are read anew.',
  values: {
    LADDER: { description: 'The ladder changes: it does when the job is through.' },
    TIME_ZONE: { description: "The workspace's time zone changes, and with it its days." },
    REBUILD: { description: '`leadstage rebuild`.' },
    UPGRADE: { description: 'A new version of Leadstage keeps more in its projections.' },
  } as const,
});

export const LadderJobType = builder.objectRef<LadderJob>('LadderJob').implement({
  description:
    'All leads are read anew, in steps that each commit. Meanwhile everything can be written, and reports answer as before.',
  fields: (t) => ({
    reason: t.expose('reason', { type: LadderJobReason, description: 'Why.' }),
    startedAt: t.expose('startedAt', { type: 'DateTime', description: 'Since when.' }),
    leads: t.exposeInt('leads', { description: 'Leads that are done.' }),
    totalLeads: t.exposeInt('totalLeads', { description: 'Of how many.' }),
  }),
});

builder.queryField('ladderJob', (t) =>
  t.field({
    type: LadderJobType,
    nullable: true,
    description: 'How far it is with a change that every lead is read anew for; null when none is under way.',
    authScopes: { scope: 'reports:read' },
    resolve: (_root, _args, { database, owner }) => {
      const { workspaceId } = owner();
      return inWorkspace(database, workspaceId, (transaction) => ladderJob(transaction, workspaceId));
    },
  }),
);
