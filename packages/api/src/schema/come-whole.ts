import { queryFromInfo } from '@pothos/plugin-prisma';
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../context.js';

/**
 * Says that the leads below a field come with all their columns, as loaders give them. Unsaid, each of them would be
 * asked for once more, one by one.
 * @param path from the field to the leads: `['edges', 'node']`; empty where the field is a lead or a list of leads
 */
export function leadsComeWhole(context: Context, info: GraphQLResolveInfo, path: string[] = []): void {
  queryFromInfo({ context, info, typeName: 'Lead', path });
}
