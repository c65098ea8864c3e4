import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../context.js';
import type { LeadRow } from '../loaders.js';
import { findSurvivor } from '../query/survivor.js';
import { leadsComeWhole } from './come-whole.js';

/**
 * The lead that a mutation answers with in a field `info` of type `Lead`; where it was merged since the first of
 * repeated calls, the survivor.
 */
export async function survivingLead(leadId: number, context: Context, info: GraphQLResolveInfo): Promise<LeadRow> {
  leadsComeWhole(context, info);
  const lead = await context.leadById.load(await survivingId(leadId, context));
  if (!lead) throw new Error('a lead that was written is gone');
  return lead;
}

/** Its id. */
export async function survivingId(leadId: number, context: Context): Promise<number> {
  const survivor = await findSurvivor(context.database, context.owner().workspaceId, { id: leadId });
  if (survivor === null) throw new Error('a lead that was written is gone');
  return survivor;
}
