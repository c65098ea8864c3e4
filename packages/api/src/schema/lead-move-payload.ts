import { builder } from '../builder.js';
import type { MovedLead } from '../commands/move-lead.js';
import type { Context } from '../context.js';
import type { LogEntry } from '../query/lead-log.js';
import { HandoffType } from './handoff.js';
import { LeadType } from './lead.js';
import { survivingId, survivingLead } from './surviving-lead.js';
import { TransitionType } from './transition.js';

export const LeadMovePayload = builder.objectRef<MovedLead>('LeadMovePayload').implement({
  description: 'A lead that has moved.',
  fields: (t) => ({
    lead: t.field({
      type: LeadType,
      description: 'As it stands now.',
      resolve: ({ leadId }, _args, context, info) => survivingLead(leadId, context, info),
    }),
    transition: t.field({
      type: TransitionType,
      nullable: true,
      description: 'The entry of its log; null where it has been voided since.',
      resolve: (moved, _args, context) => entryOf(moved, context),
    }),
    handoff: t.field({
      type: HandoffType,
      nullable: true,
      description: 'The handoff that it opened or closed, if it did either.',
      resolve: async (moved, _args, context) => {
        const entry = await entryOf(moved, context);
        if (!entry) return null;
        const handoffs = await context.handoffsOfLead.load(entry.leadId);
        const openedOrClosed = handoffs.filter(
          ({ openedBy, closedAt }) => openedBy === entry.id || closedAt === entry.occurredAt,
        );
        return openedOrClosed.at(-1) ?? null;
      },
    }),
  }),
});

async function entryOf({ leadId, transitionId }: MovedLead, context: Context): Promise<LogEntry | null> {
  const log = await context.logOfLead.load(await survivingId(leadId, context));
  return log.find((entry) => entry.id === transitionId) ?? null;
}
