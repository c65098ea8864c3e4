import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFilter } from './parse-filter.js';

describe('parseFilter', () => {
  it.each([
    ['source=web', { source: { in: ['web'] } }],
    ['source=web, fair ,mail', { source: { in: ['web', 'fair', 'mail'] } }],
    ['region!=EMEA', { region: { notIn: ['EMEA'] } }],
    ['owner=null', { owner: { in: [null] } }],
    ['owner=', { owner: { in: [null] } }],
    ['owner!=null', { owner: { notIn: [null] } }],
    ['source=web,', { source: { in: ['web', null] } }],
    ['source="null",""', { source: { in: ['null', ''] } }],
    ['campaign="a, b","x=y","say ""hi"""', { campaign: { in: ['a, b', 'x=y', 'say "hi"'] } }],
    ['campaign=a=b', { campaign: { in: ['a=b'] } }],
    ['campaign=12" screens', { campaign: { in: ['12" screens'] } }],
    ['"odd=name"!=x', { 'odd=name': { notIn: ['x'] } }],
    ['a!b = c', { 'a!b': { in: ['c'] } }],
    ['__proto__=x', JSON.parse('{"__proto__":{"in":["x"]}}')],
  ])('reads %s', (option, expected) => {
    expect(parseFilter([option])).toEqual(expected);
  });

  it('takes all conditions together, and exclusions of one attribute add up', () => {
    expect(parseFilter(['source=a,b', 'source!=b', 'source!=c', 'region=x'])).toEqual({
      source: { in: ['a', 'b'], notIn: ['b', 'c'] },
      region: { in: ['x'] },
    });
  });

  it('refuses two inclusions of one attribute', () => {
    expect(() => parseFilter(['source=a', 'source=b'])).toThrow('one --filter source=value,value');
  });

  it.each(['source', '=x', '', '!=x', 'source==x', '""=x'])('refuses %o', (option) => {
    expect(() => parseFilter([option])).toThrow(`--filter '${option}' is not a condition; write attribute=value`);
  });

  it.each(['source="a', 'source="a"b', 'source=a,"b"c'])('refuses the quotes of %s', (option) => {
    expect(() => parseFilter([option])).toThrow('double quotes that do not match');
  });

  it('reads back whatever is quoted', () => {
    const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const text = fc.string({ unit: 'grapheme' });
    const values = fc.array(text, { minLength: 1 });
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), values, fc.boolean(), (name, list, excluded) => {
        const option = `${quote(name)}${excluded ? '!=' : '='}${list.map(quote).join(', ')}`;
        expect(Object.entries(parseFilter([option]))).toEqual([[name, { [excluded ? 'notIn' : 'in']: list }]]);
      }),
    );
  });
});
