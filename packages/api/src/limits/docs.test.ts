import { readFileSync } from 'node:fs';
import { type FragmentDefinitionNode, getOperationAST, Kind, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { blocksOf } from '../../../../test/support/readme-blocks.js';
import { schema } from '../schema/index.js';
import { requestedCost } from './cost.js';
import { DEFAULT_LIMITS, SHAPE } from './limits.js';
import { planOf } from './plan.js';

const page = readFileSync(new URL('../../../../docs/limits.md', import.meta.url), 'utf8');
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| ---') && !line.startsWith('| limit'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
const figure = (name: string) => Number.parseInt(rows.find(([first]) => first === name)![1]!.replaceAll(',', ''), 10);

function costOf(text: string, variables = {}): number {
  const document = parse(text);
  expect(validate(schema, document)).toEqual([]);
  const fragments = document.definitions.filter(
    (each): each is FragmentDefinitionNode => each.kind === Kind.FRAGMENT_DEFINITION,
  );
  const named = new Map(fragments.map((each) => [each.name.value, each]));
  return requestedCost(planOf({ schema, operation: getOperationAST(document)!, fragments: named, variables }));
}

describe('docs/limits.md', () => {
  it.each(
    blocksOf(page).flatMap((block, at, all) =>
      block.language === 'graphql' ? [[block.body, all[at + 1]!] as const] : [],
    ),
  )('tells what it costs: %s', (query, answer) => {
    expect(answer.language).toBe('json');
    expect({ requested: costOf(query) }).toEqual(JSON.parse(answer.body));
  });

  it('names the limits and settings that there are', () => {
    const told = {
      characters: figure('characters of a document'),
      tokens: figure('tokens of a document'),
      nesting: figure('brackets within one another'),
      depth: figure('fields below one another'),
      fields: figure('fields of an operation, fragments written out'),
      rootFields: figure('fields at its root'),
      aliases: figure('aliases'),
      directives: figure('directives'),
    };
    expect(told).toEqual(SHAPE);
    expect({
      maxCost: figure('cost of an operation'),
      budget: figure('budget of a key'),
      budgetRestore: figure('what flows back to it'),
      attempts: figure('tries of an address without a good key'),
      maxBody: figure('body of a request'),
      concurrency: figure('operations at one time'),
      timeoutMs: figure('time for the statements of a request') * 1_000,
      shape: SHAPE,
    }).toEqual(DEFAULT_LIMITS);
    const settings = readFileSync(new URL('../settings.ts', import.meta.url), 'utf8');
    const read = [...settings.matchAll(/whole\('(\w+)'/g)].map(([, name]) => `\`${name}\``);
    expect(rows.flatMap(([, , setting]) => setting || []).sort()).toEqual(read.sort());
  });
});

describe('cost', () => {
  it('leaves out what is skipped, and counts what stands in fragments and under one name once', () => {
    const asked =
      'query ($yes: Boolean!, $n: Int = 5) { leads(first: $n) { ...P ...P edges { node { id } } } } fragment P on LeadConnection { edges { node { stage @include(if: $yes) { key } } } }';
    // A connection, five edges, five leads and their stages.
    expect(costOf(asked, { yes: true })).toBe(16);
    expect(costOf(asked, { yes: false })).toBe(11);
    expect(costOf(asked, { yes: true, n: 100 })).toBe(301);
    expect(costOf(asked, { yes: true, n: 1_000_000 })).toBe(301);
  });

  it('takes a page without a size for the largest', () => {
    expect(costOf('{ leads { edges { node { id } } } }')).toBe(201);
  });

  it('sees arguments in variables as in the text', () => {
    const period = { start: '2026-01-01', end: '2026-04-01' };
    const query = 'query ($input: FunnelInput!) { funnel(input: $input) { total { stages { reached } } } }';
    expect(costOf(query, { input: { period, grain: 'DAY', by: ['source'] } })).toBe(242);
    // One attribute that stands alone is a list of one.
    expect(costOf(query, { input: { period, grain: 'DAY', by: 'source' } })).toBe(242);
    expect(costOf(query, { input: { period, knownAt: '2026-05-01T00:00:00Z' } })).toBe(181);
    expect(costOf(query, { input: { period, unit: 'ACCOUNT', conversionWindow: 'P90D' } })).toBe(201);
  });

  it('counts the whole of what is asked under aliases', () => {
    const one = '(first: 10) { edges { node { id } } }';
    expect(costOf(`{ a: leads${one} b: leads${one} }`)).toBe(42);
  });
});
