import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InvalidInput } from './invalid-input.js';
import { parseRuleCondition } from './parse-rule-condition.js';
import { attributesOf, canonicalCondition, type RuleCondition } from './rule-condition.js';

const A = { attribute: 'a', in: ['x'] };

function refusal(json: unknown): InvalidInput {
  try {
    parseRuleCondition(json);
  } catch (error) {
    if (error instanceof InvalidInput) return error;
    throw error;
  }
  throw new Error(`${JSON.stringify(json)} was taken`);
}

/** `not` around a condition, so that it lies at `depth`. */
const deep = (depth: number): unknown => (depth === 1 ? A : { not: deep(depth - 1) });

test.each<[unknown, unknown]>([
  [
    { attribute: 'budget', atLeast: 50_000 },
    { attribute: 'budget', atLeast: '50000' },
  ],
  [
    { attribute: 'budget', atLeast: '50000.00' },
    { attribute: 'budget', atLeast: '50000' },
  ],
  [
    { attribute: 'budget', above: '-0.50' },
    { attribute: 'budget', above: '-0.5' },
  ],
  [
    { attribute: 'budget', above: '-0' },
    { attribute: 'budget', above: '0' },
  ],
  [
    { attribute: 'budget', below: '123456789012345.0123456789' },
    { attribute: 'budget', below: '123456789012345.0123456789' },
  ],
  [
    { below: 9, atLeast: 5, attribute: 'budget' },
    { attribute: 'budget', atLeast: '5', below: '9' },
  ],
  [{ score: { atMost: '007', atLeast: 7 } }, { score: { atLeast: '7', atMost: '7' } }],
  [
    { activities: { withinDays: 30, atLeast: 2, type: 'MEETING' } },
    { activities: { type: 'MEETING', atLeast: 2, withinDays: 30 } },
  ],
  [{ activities: { atMost: 0 } }, { activities: { atMost: 0 } }],
  [
    { in: ['b', null, 'a'], attribute: 'industry' },
    { attribute: 'industry', in: ['b', null, 'a'] },
  ],
  [
    { known: false, attribute: 'industry' },
    { attribute: 'industry', known: false },
  ],
  [
    { withinMonths: 0, attribute: 'neededBy' },
    { attribute: 'neededBy', withinMonths: 0 },
  ],
  [{ not: { any: [{ notIn: ['x'], attribute: 'a' }, A] } }, { not: { any: [{ attribute: 'a', notIn: ['x'] }, A] } }],
])('%j is read as %j', (json, condition) => {
  expect(JSON.stringify(parseRuleCondition(json))).toBe(JSON.stringify(condition));
});

describe('what is refused, where, and what would be right', () => {
  test.each<[unknown, (string | number)[], string]>([
    [undefined, [], 'condition is missing; it takes an object with "all", "any", "not", "attribute"'],
    [[A], [], 'condition is [{"attribute":"a","in":["x"]}]; it takes an object with'],
    ['x', [], 'condition is "x"; it takes an object'],
    [{}, [], 'condition says nothing; it takes one of "all", "any", "not", "attribute", "score", "activities"'],
    [{ all: [A, { atribute: 'a' }] }, ['all', 1, 'atribute'], 'is not known here (did you mean "attribute"?)'],
    [{ attribute: 'a', atleest: 5 }, ['atleest'], 'condition.atleest is not known here (did you mean "atLeast"?)'],
    [{ attribute: 'a', not_in: ['x'] }, ['not_in'], '(did you mean "notIn"?)'],
    [{ attribute: 'a', max: 5 }, ['max'], '(did you mean "atMost"?)'],
    [{ and: [A] }, ['and'], '(did you mean "all"?)'],
    [{ attribute: 'a', zebra: 5 }, ['zebra'], 'condition.zebra is not known here; it takes one of "all", "any"'],
    [JSON.parse('{"__proto__": {"all": []}}'), ['__proto__'], 'is not known here'],
    [{ constructor: 1 }, ['constructor'], 'is not known here;'],
    [{ all: [] }, ['all'], 'condition.all is empty; it takes a list of conditions, at least one'],
    [{ any: A }, ['any'], 'condition.any is {"attribute":"a","in":["x"]}; it takes a list of conditions, in brackets'],
    [
      { all: [A, { in: ['x'] }] },
      ['all', 1, 'attribute'],
      'condition.all.1.attribute is missing beside "in"; it takes the name of an attribute',
    ],
    [
      { all: [{ attribute: 5, in: ['x'] }] },
      ['all', 0, 'attribute'],
      'condition.all.0.attribute is 5; it takes a text',
    ],
    [
      { not: { not: { all: [A], any: [A] } } },
      ['not', 'not', 'any'],
      'condition.not.not.any stands beside "all"; it takes one of the two',
    ],
    [{ score: { atLeast: 5 }, known: true }, ['known'], 'condition.known stands beside "score"'],
    [
      { attribute: 'a' },
      [],
      'condition asks nothing of the attribute; it takes one of "in", "notIn", "known", "withinMonths", "atLeast"',
    ],
    [
      { attribute: 'a', in: ['x'], notIn: ['y'] },
      ['notIn'],
      'stands beside "in"; it takes one of the two, or two conditions in a list of "all"',
    ],
    [{ attribute: 'a', in: ['x'], above: 5 }, ['above'], 'stands beside "in"'],
    [{ attribute: 'a', in: 'x' }, ['in'], 'condition.in is "x"; it takes a list of texts, in brackets'],
    [{ attribute: 'a', in: [] }, ['in'], 'is empty'],
    [
      { attribute: 'a', in: ['x', 5] },
      ['in', 1],
      'condition.in.1 is 5; it takes a text of 1 to 2000 characters, or null for missing',
    ],
    [
      { attribute: 'a', in: ['x', ''] },
      ['in', 1],
      'condition.in.1 is ""; it takes a text of 1 to 2000 characters, or null',
    ],
    [{ attribute: 'a', in: ['a\0'] }, ['in', 0], 'it takes a text'],
    [{ attribute: 'a', in: ['\ud83d'] }, ['in', 0], 'it takes a text'],
    [
      { attribute: 'a', in: Array(1_001).fill('x') },
      ['in'],
      'has 1001 entries; it takes a list of texts, at most 1000',
    ],
    [{ attribute: 'a', known: 'yes' }, ['known'], 'condition.known is "yes"; it takes true or false'],
    [{ attribute: 'a', withinMonths: 1.5 }, ['withinMonths'], 'is 1.5; it takes a whole number from 0 to 1200'],
    [{ attribute: 'a', withinMonths: -1 }, ['withinMonths'], 'is -1'],
    [{ attribute: 'a', atLeast: '1e3' }, ['atLeast'], 'is "1e3"; it takes a number, or a text such as "50000"'],
    [{ attribute: 'a', atLeast: '50,000' }, ['atLeast'], 'is "50,000"'],
    [{ attribute: 'a', atLeast: 1e21 }, ['atLeast'], 'is 1e+21'],
    [
      { attribute: 'a', atLeast: 0.1 + 0.2 },
      ['atLeast'],
      'is 0.30000000000000004; it takes a number, or a text such as',
    ],
    [{ attribute: 'a', atLeast: 123456789012345.6 }, ['atLeast'], 'is 123456789012345.6; it takes a number, or a text'],
    [{ attribute: 'a', atLeast: Number.NaN }, ['atLeast'], 'is null'],
    [{ attribute: 'a', atLeast: null }, ['atLeast'], 'is null'],
    [
      { attribute: 'a', atLeast: 5, above: 5 },
      ['above'],
      'stands beside "atLeast"; it takes at most one bound on each side',
    ],
    [{ attribute: 'a', atLeast: 5, below: 5 }, ['below'], 'leaves nothing, beside "atLeast" 5; it takes more than 5'],
    [
      { attribute: 'a', atMost: 9.99, atLeast: '10' },
      ['atMost'],
      'leaves nothing, beside "atLeast" 10; it takes at least 10',
    ],
    [{ score: 50 }, ['score'], 'condition.score is 50; it takes an object with "atLeast", "above", "atMost", "below"'],
    [{ score: {} }, ['score'], 'condition.score has no bound'],
    [{ score: { atLeast: 'high' } }, ['score', 'atLeast'], 'condition.score.atLeast is "high"'],
    [{ activities: { type: 'MEETING' } }, ['activities'], 'condition.activities has no bound'],
    [
      { activities: { type: 'LUNCH', atLeast: 1 } },
      ['activities', 'type'],
      'is "LUNCH"; it takes one of "CALL", "EMAIL", "MEETING"',
    ],
    [{ activities: { type: null, atLeast: 1 } }, ['activities', 'type'], 'is null'],
    [{ activities: { atLeast: '2' } }, ['activities', 'atLeast'], 'is "2"; it takes a whole number'],
    [{ activities: { atLeast: 2, withinDay: 3 } }, ['activities', 'withinDay'], '(did you mean "withinDays"?)'],
    [{ activities: { atLeast: 2, withinDays: null } }, ['activities', 'withinDays'], 'is null'],
    [deep(11), Array(10).fill('not'), 'lies 11 deep; it takes a condition at most 10 deep'],
    [{ all: Array(100).fill(A) }, ['all', 99], 'is one too many; it takes at most 100 conditions in a rule'],
    [{ all: Array(101).fill(A) }, ['all'], 'has 101 entries'],
  ])('%j', (json, path, message) => {
    const error = refusal(json);
    expect(error.code).toBe('INVALID_CONDITION');
    expect(error.path).toEqual(['condition', ...path]);
    expect(error.message).toContain(message);
    expect(error.message).toContain(error.expected);
  });

  test('ten deep and a hundred conditions are taken', () => {
    expect(parseRuleCondition(deep(10))).toEqual(deep(10));
    const hundred = { all: [{ any: Array(97).fill(A) }, A] };
    expect(parseRuleCondition(hundred)).toEqual(hundred);
  });

  test('a path begins where the caller says', () => {
    expect(() => parseRuleCondition({ all: [] }, ['input', 'condition'])).toThrow('input.condition.all is empty');
  });
});

test('the attributes that a condition reads, each once', () => {
  const condition = parseRuleCondition({
    any: [
      { not: { attribute: 'b', known: true } },
      A,
      { attribute: 'a', above: 1 },
      { score: { above: 1 } },
      { activities: { atLeast: 1 } },
    ],
  });
  expect(attributesOf(condition)).toEqual(['a', 'b', 'score']);
});

/** JSON of conditions in every form, keys and lists in any order. */
const json = fc.letrec<{ condition: unknown }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small' },
    fc.record({
      attribute: fc.string({ minLength: 1, maxLength: 3, unit: 'binary-ascii' }).filter((text) => !text.includes('\0')),
      in: values(),
    }),
    fc.record({ attribute: fc.constantFrom('a', 'b'), notIn: values() }),
    fc.record({ withinMonths: fc.nat(12), attribute: fc.constantFrom('a', 'b') }),
    fc.record({
      atMost: fc.constantFrom('10.0', '10', 10),
      atLeast: fc.constantFrom('01', 1, '1.00'),
      attribute: fc.constantFrom('a'),
    }),
    fc.record({ score: fc.record({ above: fc.constantFrom('0.5', 0.5, '0.50') }) }),
    fc.record({
      activities: fc.record(
        { withinDays: fc.nat(9), atLeast: fc.nat(9), type: fc.constantFrom('CALL', 'EMAIL') },
        { requiredKeys: ['atLeast'] },
      ),
    }),
    fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ),
})).condition;

function values() {
  return fc.array(fc.constantFrom('x', 'y', 'z', null), { minLength: 1, maxLength: 4 });
}

/** The same condition written another way: keys backwards, lists backwards with their first entry twice. */
function rewritten(part: unknown): unknown {
  if (Array.isArray(part)) return [...part.toReversed(), part[0]].map(rewritten);
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part)
      .toReversed()
      .map(([key, value]) => [key, rewritten(value)]),
  );
}

const isTooMuch = (given: unknown) => {
  try {
    parseRuleCondition(given);
    return false;
  } catch {
    return true;
  }
};

test('what is read is read again as it is, and is JSON', () => {
  fc.assert(
    fc.property(json, (given) => {
      fc.pre(!isTooMuch(given));
      const condition = parseRuleCondition(given);
      expect(JSON.stringify(parseRuleCondition(JSON.parse(JSON.stringify(condition))))).toBe(JSON.stringify(condition));
    }),
  );
});

test('two ways to write a condition have the same canonical JSON, and it reads the same attributes', () => {
  const canonical = (given: unknown) => JSON.stringify(canonicalCondition(parseRuleCondition(given)));
  fc.assert(
    fc.property(json, (given) => {
      const other = rewritten(given);
      fc.pre(!isTooMuch(given) && !isTooMuch(other));
      expect(canonical(other)).toBe(canonical(given));
      expect(canonical(JSON.parse(canonical(given)))).toBe(canonical(given));
      expect(attributesOf(parseRuleCondition(other))).toEqual(attributesOf(parseRuleCondition(given)));
    }),
  );
});

test('conditions that differ keep different canonical JSON', () => {
  const different: RuleCondition[] = [
    { attribute: 'a', in: ['x'] },
    { attribute: 'a', in: ['x', null] },
    { attribute: 'a', notIn: ['x'] },
    { attribute: 'a', atLeast: '1' },
    { attribute: 'a', above: '1' },
    { score: { atLeast: '1' } },
    { activities: { atLeast: 1 } },
    { activities: { atLeast: 1, withinDays: 1 } },
    { activities: { type: 'CALL', atLeast: 1 } },
    { attribute: 'a', known: true },
    { attribute: 'a', known: false },
    { attribute: 'a', withinMonths: 1 },
  ];
  const lists = different.flatMap((each): RuleCondition[] => [{ all: [each] }, { any: [each] }, { not: each }, each]);
  expect(new Set(lists.map((each) => JSON.stringify(canonicalCondition(each)))).size).toBe(lists.length);
});

test('anything at all is taken or refused by name', () => {
  fc.assert(
    fc.property(fc.anything({ maxDepth: 4, withNullPrototype: true }), (given) => {
      try {
        parseRuleCondition(given);
      } catch (error) {
        expect(error).toBeInstanceOf(InvalidInput);
      }
    }),
  );
});
