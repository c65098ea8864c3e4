import { getDatamodel, type PrismaTypes } from '@leadstage/prisma';
import SchemaBuilder from '@pothos/core';
import ErrorsPlugin from '@pothos/plugin-errors';
import PrismaPlugin from '@pothos/plugin-prisma';
import RelayPlugin from '@pothos/plugin-relay';
import ScopeAuthPlugin from '@pothos/plugin-scope-auth';
import { GraphQLError } from 'graphql';
import { allows, allowsReport, type Scope } from './access/access.js';
import type { Context } from './context.js';

export interface Types {
  Context: Context;
  PrismaTypes: PrismaTypes;
  DefaultFieldNullability: false;
  /**
   * `report`: name of the query field, for those that an embed token may open. `embed`: any embed token may, besides;
   * `embedOfLeads`: one that may list leads. Each opens what access/open-to-embeds.ts lists, and no more.
   */
  AuthScopes: { scope: Scope; report: string; embed: boolean; embedOfLeads: boolean };
  Scalars: {
    ID: { Input: string; Output: string | number };
    DateTime: { Input: number; Output: number };
    Date: { Input: string; Output: string };
    Decimal: { Input: string; Output: string };
    Duration: { Input: number; Output: number };
    JSON: { Input: NonNullable<unknown>; Output: unknown };
  };
}

/** Knows the plugins and no type; every type registers itself. */
export const builder = new SchemaBuilder<Types>({
  plugins: [ErrorsPlugin, ScopeAuthPlugin, RelayPlugin, PrismaPlugin],
  defaultFieldNullability: false,
  errors: {
    defaultTypes: [],
    directResult: true,
    defaultUnionOptions: {
      description: 'What was done, or why nothing was.',
      name: ({ fieldName }) => `${capital(fieldName)}Result`,
    },
  },
  prisma: { client: (context) => context.prisma(), dmmf: getDatamodel(), maxConnectionSize: 100 },
  relay: {
    cursorType: 'String',
    nodeQueryOptions: false,
    nodesQueryOptions: false,
    nodeFieldOptions: { nullable: false, description: 'The item.' },
    edgesFieldOptions: { description: 'The items of the page.' },
    cursorFieldOptions: { nullable: false, description: 'Where the item stands; goes into `after` or `before`.' },
    pageInfoFieldOptions: { nullable: false, description: 'Whether there are more.' },
    hasNextPageFieldOptions: { description: 'Whether more comes after.' },
    hasPreviousPageFieldOptions: { description: 'Whether more comes before.' },
    startCursorFieldOptions: { description: 'Cursor of the first item; null on an empty page.' },
    endCursorFieldOptions: { description: 'Cursor of the last item; null on an empty page.' },
    pageInfoTypeOptions: { description: 'Where a page begins and ends.' },
    firstArgOptions: { description: 'Page size from the start, 1–100.' },
    lastArgOptions: { description: 'Page size from the end, 1–100.' },
    afterArgOptions: { description: 'Only what comes after this cursor.' },
    beforeArgOptions: { description: 'Only what comes before this cursor.' },
  },
  scopeAuth: {
    authScopes: ({ access }) => ({
      scope: (scope) => allows(access, scope),
      report: (report) => allowsReport(access, report),
      embed: access?.embed != null,
      embedOfLeads: access?.embed?.leads === true,
    }),
    unauthorizedError: (_parent, { access }) =>
      access === null
        ? new GraphQLError('This needs a key: send the header `Authorization: Bearer <api key>`.', {
            extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } },
          })
        : new GraphQLError('The key does not allow this.', { extensions: { code: 'FORBIDDEN' } }),
  },
});

builder.mutationType({
  description:
    'Everything that can be changed. Each is one transaction, and takes an idempotency key: the same key with the same input answers the same, and does nothing twice.',
});
builder.queryType({ description: 'Everything that can be asked of the workspace whose key is used.' });

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
