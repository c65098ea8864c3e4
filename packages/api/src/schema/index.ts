import { lexicographicSortSchema, printSchema } from 'graphql';
import { builder } from '../builder.js';
import './scalars.js';
import './user-error.js';
import './viewer.js';
import './workspace.js';
import './stage-definition.js';
import './account.js';
import './transition.js';
import './activity.js';
import './lead.js';
import './funnel.js';
import './velocity.js';
import './cost.js';
import './metric-definition.js';
import './mutations/index.js';

export const schema = builder.toSchema();

/** The schema as `schema.graphql` holds it. */
export function printedSchema(): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
