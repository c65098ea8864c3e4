import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { getIntrospectionQuery, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { documentCache } from './document-cache.js';
import { SHAPE } from './limits.js';
import { refusedShape, refusedText, refusedVariables, shapesOf } from './shape.js';

const code = (text: string) => refusedText(text)?.code ?? refusedShape(parse(text))?.code ?? null;

describe('the shape of a document', () => {
  it('counts fragments in each place where they are spread', () => {
    const text = '{ a { ...F } b: c { ...F @include(if: true) } } fragment F on T { x { y: z } }';
    expect(shapesOf(parse(text))).toEqual([{ depth: 3, fields: 6, aliases: 3, directives: 1, rootFields: 2 }]);
  });

  it('lets the explorer look at the schema', () => {
    const options = { schemaDescription: true, inputValueDeprecation: true, specifiedByUrl: true, oneOf: true };
    expect(code(getIntrospectionQuery(options))).toBeNull();
  });

  it('leaves every document of the SDK room to double', () => {
    const folder = new URL('../../../sdk/src/operations/', import.meta.url);
    const texts = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));
    const shapes = shapesOf(parse(texts.join('\n')));
    expect(shapes.length).toBeGreaterThan(15);
    for (const name of ['depth', 'fields', 'aliases', 'directives', 'rootFields'] as const) {
      expect(Math.max(...shapes.map((shape) => shape[name])), name).toBeLessThanOrEqual(SHAPE[name] / 2);
    }
  });

  it('of fragments that double is told in the time of their text', () => {
    const doubling = Array.from(
      { length: 150 },
      (_, n) => `fragment f${n} on Query { a { ...f${n + 1} } ...f${n + 1} }`,
    );
    const text = `{ ...f0 } ${doubling.join(' ')} fragment f150 on Query { a }`;
    expect(refusedShape(parse(text))).toMatchObject({ code: 'QUERY_TOO_DEEP', detail: { limit: 16, asked: 151 } });
    const flat = Array.from({ length: 150 }, (_, n) => `fragment f${n} on Query { ...f${n + 1} ...f${n + 1} }`);
    const wide = refusedShape(parse(`{ x { ...f0 } } ${flat.join(' ')} fragment f150 on Query { a }`));
    expect(wide).toMatchObject({ code: 'QUERY_TOO_LARGE', detail: { limit: 2_000 } });
    expect(wide?.detail).not.toHaveProperty('asked');
  });

  it('of fragments in a circle ends', () => {
    expect(code('{ a { ...F } } fragment F on T { b { ...G } } fragment G on T { c { ...F } }')).toBeNull();
  });

  it.each([
    ['depth', (n: number) => `${'{ a '.repeat(n)}${'}'.repeat(n)}`, 'QUERY_TOO_DEEP'],
    ['rootFields', (n: number) => `{ ${'a '.repeat(n)} }`, 'TOO_MANY_ROOT_FIELDS'],
    [
      'aliases',
      (n: number) => `{ a { ${Array.from({ length: n }, (_, k) => `x${k}: b`).join(' ')} } }`,
      'TOO_MANY_ALIASES',
    ],
    ['directives', (n: number) => `{ a ${'@b '.repeat(n)} }`, 'TOO_MANY_DIRECTIVES'],
    ['tokens', (n: number) => `{ a { ${'b '.repeat(n - 5)} } }`, 'TOO_MANY_TOKENS'],
    ['characters', (n: number) => `{ a } #${' '.repeat(n - 7)}`, 'QUERY_TOO_LARGE'],
    ['nesting', (n: number) => `{ a(b: ${'['.repeat(n - 2)}${']'.repeat(n - 2)}) }`, 'QUERY_TOO_DEEP'],
  ] as const)('has %s up to the limit and no more', (name, made, refusal) => {
    expect(code(made(SHAPE[name]))).toBeNull();
    expect(code(made(SHAPE[name] + 1))).toBe(refusal);
  });

  it('is told of any text without an error', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '(',
      ')',
      '[',
      ']',
      'a',
      ':',
      '...',
      '@',
      '"',
      '"""',
      '$',
      '1',
      '#',
      '\n',
      '\\',
      '😀',
      'fragment F on T',
    );
    fc.assert(fc.property(fc.array(piece, { maxLength: 200 }), (pieces) => void refusedText(pieces.join(' '))));
  });
});

describe('variables', () => {
  it('are as deep as any that is needed, and no deeper', () => {
    const nested = (depth: number) => Array.from({ length: depth }).reduce<unknown>((value) => ({ value }), 1);
    expect(refusedVariables(nested(SHAPE.nesting))).toBeNull();
    expect(refusedVariables(nested(SHAPE.nesting + 1))).toMatchObject({ code: 'VARIABLES_TOO_DEEP' });
    expect(
      refusedVariables({ leads: Array.from({ length: 10_000 }, () => ({ attributes: [{ name: 'a' }] })) }),
    ).toBeNull();
    for (const value of [undefined, null, 1, 'x']) expect(refusedVariables(value)).toBeNull();
  });
});

describe('kept documents', () => {
  it('take no more than so many characters, and those asked for last stay', () => {
    const cache = documentCache(10);
    const documents = Object.fromEntries(['{a}', '{b}', '{c}', '{d}'].map((text) => [text, parse(text)]));
    for (const text of ['{a}', '{b}', '{c}']) cache.set(text, documents[text]!);
    expect(cache.get('{a}')).toBe(documents['{a}']);
    cache.set('{d}', documents['{d}']!);
    expect(['{a}', '{b}', '{c}', '{d}'].map((text) => cache.get(text) !== undefined)).toEqual([
      true,
      false,
      true,
      true,
    ]);
    cache.set('{ long enough }', documents['{a}']!);
    expect(cache.get('{ long enough }')).toBeUndefined();
  });
});
