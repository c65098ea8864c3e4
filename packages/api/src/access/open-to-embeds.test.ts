import { type GraphQLNamedType, getNamedType, isInterfaceType, isObjectType, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { schema } from '../schema/index.js';
import { closedFields, isOpenToEmbeds } from './open-to-embeds.js';

/** Fields of types that embeds see, which stay closed, and why. Whoever adds a field to such a type decides here or there. */
const CLOSED: Readonly<Record<string, string>> = {
  'Account.leads': 'leads of the account that the lock may not let in',
  'Account.leadCount': 'counts them',
  'Account.stages': 'counts them',
  'Account.furthestStage': 'is told by them',
  'Account.openHandoffs': 'counts theirs',
  'Lead.transitions': 'the log, with the logs of leads merged into it, names whoever moved it',
  'Lead.activities': 'names whoever worked it',
  'Lead.handoffs': 'those of other owners too, whom the lock may keep out',
  'Workspace.origins': 'which other pages may ask is no affair of a page',
  'StageDefinition.rules': 'conditions on leads, by every attribute there is',
};

const fieldsOf = (type: GraphQLNamedType) =>
  isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
const open = types.flatMap((type) =>
  fieldsOf(type)
    .filter(({ name }) => isOpenToEmbeds(type.name, name))
    .map((field) => ({ type, field, name: `${type.name}.${field.name}` })),
);

describe('what is open to embeds', () => {
  it('leads from Query alone to types of which each field is decided on', () => {
    const reached = new Set(['Query', 'Report']);
    for (const name of reached) {
      for (const each of open.filter(({ type }) => type.name === name)) {
        const next = getNamedType(each.field.type);
        if (fieldsOf(next).length > 0) reached.add(next.name);
      }
    }
    const undecided = types
      .filter(({ name }) => reached.has(name) && name !== 'Query')
      .flatMap((type) => fieldsOf(type).map(({ name }) => ({ type: type.name, name })))
      .filter(({ type, name }) => !isOpenToEmbeds(type, name) && !(`${type}.${name}` in CLOSED));
    expect(undecided, 'open them in open-to-embeds.ts, or close them here with a reason').toEqual([]);
    expect(Object.keys(CLOSED).filter((name) => open.some((each) => each.name === name))).toEqual([]);
    expect(
      open
        .filter(({ type }) => !reached.has(type.name))
        .map(({ name }) => name)
        .filter((name) => !name.endsWith('.behind')),
    ).toEqual([]);
  });

  it('are of the questions the reports, what they are read with, and two lists', () => {
    expect(
      open
        .filter(({ type }) => type.name === 'Query')
        .map(({ field }) => field.name)
        .sort(),
    ).toEqual([
      ...['acceptance', 'cost', 'diagnosis', 'funnel', 'handoffs', 'leads', 'metricDefinitions', 'sla', 'stages'],
      ...['standardMetrics', 'velocity', 'viewer', 'workspace'],
    ]);
    expect(open.filter(({ type }) => type.name === 'Mutation')).toEqual([]);
  });

  it('is told of a document whichever way it writes a field', () => {
    const closed = (text: string) => closedFields(schema, parse(text));
    expect(closed('{ workspace { name } viewer { name __typename } }')).toEqual([]);
    expect(closed('{ leads(first: 1) { edges { node { account { n: leadCount } } } } }')).toEqual([
      'Account.leadCount',
    ]);
    expect(closed('query { ...Q } fragment Q on Query { x: savedReports { name } }')).toEqual([
      'Query.savedReports',
      'SavedReport.name',
    ]);
    expect(closed('{ viewer { name } } fragment Unused on Lead { transitions { kind } }')).toEqual([
      'Lead.transitions',
      'Transition.kind',
    ]);
    expect(
      closed('{ leads(first: 1) { edges { node { ... on Lead @include(if: false) { handoffs { id } } } } } }'),
    ).toEqual(['Lead.handoffs']);
    expect(closed('mutation { mergeLeads(input: {}) { __typename } }')).toEqual(['Mutation.mergeLeads']);
    expect(closed('{ __schema { types { name } } nothing }')).toEqual([
      'Query.__schema',
      '__Schema.types',
      '__Type.name',
      'Query.nothing',
    ]);
  });
});
