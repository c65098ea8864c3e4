import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerRule, type RuleSubject } from './answer-rule.js';
import { attributesOf, canonicalCondition, type RuleCondition } from './rule-condition.js';

/** 31 August 2026, 12:00 in Berlin. */
const AT = Date.parse('2026-08-31T10:00:00Z');
const DAY = 86_400_000;

const lead = (attributes: RuleSubject['attributes'], rest: Partial<RuleSubject> = {}): RuleSubject => ({
  attributes,
  activities: [],
  at: AT,
  timeZone: 'Europe/Berlin',
  ...rest,
});

/** `YES`, `NO`, or what is missing, with `!` after what is unreadable. */
function told(condition: RuleCondition, subject: RuleSubject): string {
  const answer = answerRule(condition, subject);
  if (answer.answer !== 'TOO_LITTLE_INFORMATION') return answer.answer;
  expect(answer.missing).toEqual(expect.arrayContaining([...answer.unreadable]));
  return answer.missing.map((name) => (answer.unreadable.includes(name) ? `${name}!` : name)).join(' ');
}

describe('one test of a value', () => {
  const a = 'a';
  test.each<[RuleCondition, string | null | undefined, string]>([
    [{ attribute: a, in: ['x', 'y'] }, 'y', 'YES'],
    [{ attribute: a, in: ['x', 'y'] }, 'Y', 'NO'],
    [{ attribute: a, in: ['x', 'y'] }, null, 'a'],
    [{ attribute: a, in: ['x', 'y'] }, undefined, 'a'],
    [{ attribute: a, in: ['x', 'y'] }, '', 'a'],
    [{ attribute: a, in: ['x', null] }, null, 'YES'],
    [{ attribute: a, in: [null] }, 'x', 'NO'],
    [{ attribute: a, notIn: ['x'] }, 'x', 'NO'],
    [{ attribute: a, notIn: ['x'] }, 'y', 'YES'],
    [{ attribute: a, notIn: ['x'] }, null, 'a'],
    [{ attribute: a, notIn: ['x', null] }, null, 'NO'],
    [{ attribute: a, notIn: ['x', null] }, 'y', 'YES'],
    [{ attribute: a, known: true }, 'anything', 'YES'],
    [{ attribute: a, known: true }, null, 'NO'],
    [{ attribute: a, known: false }, null, 'YES'],
    [{ attribute: a, atLeast: '50000' }, '50000.00', 'YES'],
    [{ attribute: a, atLeast: '50000' }, '49999.9999', 'NO'],
    [{ attribute: a, above: '50000' }, '50000', 'NO'],
    [{ attribute: a, above: '0.3' }, '0.3000000001', 'YES'],
    [{ attribute: a, atMost: '-1' }, '-1.0', 'YES'],
    [{ attribute: a, below: '-1' }, '-1.5', 'YES'],
    [{ attribute: a, atLeast: '1', below: '2' }, '2', 'NO'],
    [{ attribute: a, atLeast: '123456789012345.1' }, '123456789012345.09', 'NO'],
    [{ attribute: a, atLeast: '50000' }, null, 'a'],
    [{ attribute: a, atLeast: '50000' }, '50,000', 'a!'],
    [{ attribute: a, atLeast: '50000' }, 'about 50000', 'a!'],
    [{ attribute: a, atLeast: '50000' }, '1e9', 'a!'],
    [{ score: { atLeast: '50' } }, '60', 'score'],
  ])('%j of %j: %s', (condition, value, expected) => {
    expect(told(condition, lead({ a: value }))).toBe(expected);
  });

  test('the score is the attribute of that name', () => {
    expect(told({ score: { atLeast: '50' } }, lead({ score: '50' }))).toBe('YES');
    expect(told({ score: { below: '50' } }, lead({ score: 'hot' }))).toBe('score!');
  });

  test('a lead has no attribute that every object has', () => {
    expect(told({ attribute: 'constructor', known: true }, lead({}))).toBe('NO');
    expect(told({ attribute: '__proto__', in: ['x'] }, lead({}))).toBe('__proto__');
  });
});

describe('within N months of 31 August 2026', () => {
  test.each<[number, string | null, string]>([
    [6, '2026-08-30', 'NO'],
    [6, '2026-08-31', 'YES'],
    [6, '2027-02-28', 'YES'],
    [6, '2027-03-01', 'NO'],
    [18, '2028-02-29', 'YES'],
    [18, '2028-03-01', 'NO'],
    [0, '2026-08-31', 'YES'],
    [0, '2026-09-01', 'NO'],
    // Midnight in Berlin is 22:00Z in summer and 23:00Z in winter.
    [6, '2026-08-30T21:59:59.999Z', 'NO'],
    [6, '2026-08-30T22:00:00Z', 'YES'],
    [6, '2026-08-31t00:00+02:00', 'YES'],
    [6, '2027-02-28T22:59:59.999999999Z', 'YES'],
    [6, '2027-02-28T23:00:00Z', 'NO'],
    [6, '0001-01-01T00:00:00+14:00', 'NO'],
    [6, '9999-12-31T23:59:59-12:00', 'NO'],
    [6, null, 'a'],
    [6, 'next spring', 'a!'],
    [6, '2026-09-31', 'a!'],
    [6, '2026-09-31T00:00:00Z', 'a!'],
    [6, '2026-09-30T24:00:00Z', 'a!'],
    [6, '0000-12-31T00:00:00Z', 'a!'],
    [6, '2026-09-30T12:00:00', 'a!'],
    [6, '09/30/2026', 'a!'],
  ])('%i months, %j: %s', (withinMonths, value, expected) => {
    expect(told({ attribute: 'a', withinMonths }, lead({ a: value }))).toBe(expected);
  });

  test('today is the local date: in Auckland it is September already', () => {
    const subject = (a: string) =>
      lead({ a }, { timeZone: 'Pacific/Auckland', at: Date.parse('2026-08-31T12:00:00Z') });
    expect(told({ attribute: 'a', withinMonths: 1 }, subject('2026-08-31'))).toBe('NO');
    expect(told({ attribute: 'a', withinMonths: 1 }, subject('2026-10-01'))).toBe('YES');
  });

  test('as a calendar of its own says, in any zone', () => {
    const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Auckland'];
    const some = { min: new Date('2020-01-01T00:00:00Z'), max: new Date('2030-01-01T00:00:00Z'), noInvalidDate: true };
    fc.assert(
      fc.property(
        fc.date(some),
        fc.date(some),
        fc.nat(60),
        fc.constantFrom(...zones),
        (now, need, months, timeZone) => {
          const local = (date: Date) => new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(date);
          const [year, month, day] = local(now).split('-').map(Number) as [number, number, number];
          const lastOfMonth = new Date(Date.UTC(year, month + months, 0));
          const end = new Date(lastOfMonth.getTime() - Math.max(0, lastOfMonth.getUTCDate() - day) * DAY);
          const isWithin = local(now) <= local(need) && local(need) <= end.toISOString().slice(0, 10);
          const ask = (a: string) =>
            told({ attribute: 'a', withinMonths: months }, lead({ a }, { at: +now, timeZone }));
          expect(ask(local(need))).toBe(isWithin ? 'YES' : 'NO');
          expect(ask(need.toISOString())).toBe(isWithin ? 'YES' : 'NO');
        },
      ),
    );
  });
});

test.each<[RuleCondition, string]>([
  [{ activities: { atLeast: 4 } }, 'YES'],
  [{ activities: { above: 4 } }, 'NO'],
  [{ activities: { type: 'MEETING', atLeast: 2 } }, 'YES'],
  [{ activities: { type: 'MEETING', atLeast: 2, withinDays: 30 } }, 'YES'],
  [{ activities: { type: 'MEETING', atLeast: 3 } }, 'NO'],
  [{ activities: { type: 'EMAIL', atLeast: 1, withinDays: 30 } }, 'NO'],
  [{ activities: { type: 'EMAIL', atLeast: 1, withinDays: 31 } }, 'YES'],
  [{ activities: { type: 'CALL', atMost: 0, withinDays: 9 } }, 'YES'],
  [{ activities: { type: 'CALL', below: 1 } }, 'NO'],
])('activities are counted up to now, both ends included: %j is %s', (condition, expected) => {
  const activities: RuleSubject['activities'] = [
    { type: 'MEETING', occurredAt: AT },
    { type: 'MEETING', occurredAt: AT - 30 * DAY },
    { type: 'MEETING', occurredAt: AT + 1 },
    { type: 'EMAIL', occurredAt: AT - 30 * DAY - 1 },
    { type: 'CALL', occurredAt: AT - 10 * DAY },
  ];
  expect(told(condition, lead({}, { activities }))).toBe(expected);
});

describe('missing names what could change the answer, and nothing else', () => {
  const yes: RuleCondition = { activities: { atLeast: 0 } };
  const no: RuleCondition = { not: yes };
  const [b, c]: RuleCondition[] = [
    { attribute: 'b', in: ['x'] },
    { attribute: 'c', atLeast: '1' },
  ];
  test.each<[RuleCondition, string]>([
    [{ all: [c!, b!, c!] }, 'b c!'],
    [{ all: [b!, no] }, 'NO'],
    [{ all: [b!, yes] }, 'b'],
    [{ any: [b!, yes] }, 'YES'],
    [{ any: [b!, no] }, 'b'],
    [{ any: [c!, { all: [b!, no] }] }, 'c!'],
    [{ not: { all: [c!, { any: [b!, yes] }] } }, 'c!'],
    [{ not: { all: [c!, { any: [b!, no] }] } }, 'b c!'],
  ])('%j: %s', (condition, expected) => {
    expect(told(condition, lead({ c: 'plenty' }))).toBe(expected);
  });
});

/** What an attribute may hold, by the first letter of its name: t a text, n a number, d a date. */
const READABLE = {
  t: ['x', 'y', 'z'],
  n: ['0', '1', '2.0', '3', '4'],
  d: ['2026-08-30', '2026-08-31', '2026-10-15', '2027-01-01'],
} as const;
const UNREADABLE = { t: [], n: ['many', '1e3', ' 1'], d: ['soon', '2026-02-30'] } as const;
/** 31 August 2026 and so many months. */
const LAST = ['2026-08-31', '2026-09-30', '2026-10-31', '2026-11-30'];
const kindOf = (name: string) => name.charAt(0) as keyof typeof READABLE;
const isUnknown = (name: string, value: string | null) => !READABLE[kindOf(name)].some((each) => each === value);

const names = <Kind extends string>(kind: Kind) => fc.constantFrom(`${kind}1`, `${kind}2`);
const bound = fc.constantFrom('1', '2', '3');
const texts = fc.subarray(['x', 'y'], { minLength: 1 });

/** Tests that a missing value leaves open. Over the readable values, each attribute test is met by some and not by others. */
const plainTest: fc.Arbitrary<RuleCondition> = fc.oneof(
  fc.record({ attribute: names('t'), in: texts }),
  fc.record({ attribute: names('t'), notIn: texts }),
  fc.record({ attribute: names('n'), atLeast: bound }),
  fc.record({ attribute: names('n'), above: bound }),
  fc.record({ attribute: names('n'), atMost: bound }),
  fc.record({ attribute: names('n'), below: bound }),
  fc.record({ attribute: names('d'), withinMonths: fc.nat(3) }),
  fc.record({ activities: fc.record({ atLeast: fc.nat(3) }) }),
);

/** And those that ask about the missing value itself. */
const anyTest: fc.Arbitrary<RuleCondition> = fc.oneof(
  { arbitrary: plainTest, weight: 2 },
  { arbitrary: fc.record({ attribute: names('n'), known: fc.boolean() }), weight: 1 },
  { arbitrary: fc.record({ attribute: names('t'), in: fc.constant(['x', null]) }), weight: 1 },
  { arbitrary: fc.record({ attribute: names('t'), notIn: fc.constant([null, 'x']) }), weight: 1 },
);

function treeOf(leaf: fc.Arbitrary<RuleCondition>, maxDepth: number): fc.Arbitrary<RuleCondition> {
  return fc.letrec<{ tree: RuleCondition; list: RuleCondition[] }>((tie) => ({
    list: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }),
    tree: fc.oneof(
      { maxDepth },
      leaf,
      fc.record({ all: tie('list') }),
      fc.record({ any: tie('list') }),
      fc.record({ not: tie('tree') }),
    ),
  })).tree;
}

/** A lead that holds a readable value, an unreadable one or none in each of the attributes. */
function leadOf(attributes: readonly string[]): fc.Arbitrary<RuleSubject> {
  const values = attributes.map((name) => {
    const kind = kindOf(name);
    return [name, fc.constantFrom<string | null>(...READABLE[kind], null, null, null, ...UNREADABLE[kind])] as const;
  });
  const activities = fc.array(fc.constant({ type: 'CALL' as const, occurredAt: AT }), { maxLength: 3 });
  return fc
    .tuple(fc.record(Object.fromEntries(values)), activities)
    .map(([some, done]) => lead(some, { activities: done }));
}

const conditions = treeOf(anyTest, 3);
const plainConditions = treeOf(plainTest, 3);
const leads = leadOf(['t1', 't2', 'n1', 'n2', 'd1', 'd2']);
const filled = (subject: RuleSubject, values: RuleSubject['attributes']): RuleSubject => ({
  ...subject,
  attributes: { ...subject.attributes, ...values },
});

describe("Kleene's laws", () => {
  const hold = (same: (condition: RuleCondition, others: RuleCondition[]) => [RuleCondition, RuleCondition]) =>
    fc.assert(
      fc.property(conditions, fc.array(conditions, { maxLength: 2 }), leads, (condition, others, subject) => {
        const [one, other] = same(condition, others);
        expect(answerRule(other, subject)).toEqual(answerRule(one, subject));
      }),
      { numRuns: 300 },
    );

  test('twice not is as it was', () => hold((c) => [c, { not: { not: c } }]));
  test('a list of one, or of one twice, is that one', () => {
    hold((c) => [c, { all: [c] }]);
    hold((c) => [c, { any: [c, c] }]);
  });
  test('de Morgan', () => {
    const negated = (list: RuleCondition[]) => list.map((each) => ({ not: each }));
    hold((c, others) => [{ not: { all: [c, ...others] } }, { any: negated([c, ...others]) }]);
    hold((c, others) => [{ not: { any: [c, ...others] } }, { all: negated([c, ...others]) }]);
  });
  test('the order of lists, and a canonical form, change nothing', () => {
    hold((c, others) => [{ all: [c, ...others] }, { all: [...others, c] }]);
    hold((c, others) => [{ any: [c, ...others] }, { any: [...others, c] }]);
    hold((c) => [c, backwards(c)]);
    hold((c) => [c, canonicalCondition(c)]);
  });

  function backwards(condition: RuleCondition): RuleCondition {
    if ('all' in condition) return { all: condition.all.map(backwards).reverse() };
    if ('any' in condition) return { any: condition.any.map(backwards).reverse() };
    return 'not' in condition ? { not: backwards(condition.not) } : condition;
  }
});

test('a value that comes later never turns YES into NO or NO into YES, unless the rule asks for its absence', () => {
  const late = fc.record({
    t1: fc.string(),
    t2: fc.constantFrom('x', 'y'),
    n1: fc.string(),
    n2: bound,
    d1: fc.constantFrom(...LAST),
  });
  fc.assert(
    fc.property(plainConditions, leads, late, (condition, subject, values) => {
      const before = told(condition, subject);
      fc.pre(before === 'YES' || before === 'NO');
      const missing = Object.entries(values).filter(([name]) => subject.attributes[name] === null);
      expect(told(condition, filled(subject, Object.fromEntries(missing)))).toBe(before);
    }),
    { numRuns: 500 },
  );
  const known: RuleCondition = { attribute: 'n1', known: true };
  expect([told(known, lead({})), told(known, lead({ n1: '1' }))]).toEqual(['NO', 'YES']);
  const absent: RuleCondition = { attribute: 't1', in: [null] };
  expect([told(absent, lead({})), told(absent, lead({ t1: 'x' }))]).toEqual(['YES', 'NO']);
});

test('what was named and then given is not named again; given all that the rule reads, it answers', () => {
  fc.assert(
    fc.property(conditions, leads, fc.nat(2), (condition, subject, pick) => {
      const readable = (of: readonly string[]) =>
        Object.fromEntries(of.map((name) => [name, READABLE[kindOf(name)][pick]]));
      const answer = answerRule(condition, subject);
      fc.pre(answer.answer === 'TOO_LITTLE_INFORMATION');
      const next = answerRule(condition, filled(subject, readable(answer.missing)));
      expect('missing' in next ? next.missing.filter((name) => answer.missing.includes(name)) : []).toEqual([]);
      const all = readable(attributesOf(condition));
      expect(answerRule(condition, filled(subject, all)).answer).not.toBe('TOO_LITTLE_INFORMATION');
    }),
    { numRuns: 500 },
  );
});

describe('beside every way in which the unknown may turn out', () => {
  type Values = Readonly<Record<string, string>>;

  /** Classical logic over a lead of which all is known; numbers here are small enough for doubles. */
  function holds(condition: RuleCondition, values: Values, calls: number): boolean {
    if ('all' in condition) return condition.all.every((part) => holds(part, values, calls));
    if ('any' in condition) return condition.any.some((part) => holds(part, values, calls));
    if ('not' in condition) return !holds(condition.not, values, calls);
    if ('activities' in condition) return calls >= (condition.activities.atLeast ?? 0);
    const value = 'attribute' in condition ? values[condition.attribute]! : '';
    if ('in' in condition) return condition.in.includes(value);
    if ('notIn' in condition) return !condition.notIn.includes(value);
    if ('withinMonths' in condition) return value >= LAST[0]! && value <= LAST[condition.withinMonths]!;
    if ('atLeast' in condition) return Number(value) >= Number(condition.atLeast);
    if ('above' in condition) return Number(value) > Number(condition.above);
    if ('atMost' in condition) return Number(value) <= Number(condition.atMost);
    return 'below' in condition && Number(value) < Number(condition.below);
  }

  function completionsOf(read: readonly string[], { attributes }: RuleSubject): Values[] {
    return read.reduce<Values[]>(
      (all, name) => {
        const value = attributes[name] ?? null;
        const choices = value === null || isUnknown(name, value) ? READABLE[kindOf(name)] : [value];
        return all.flatMap((values) => choices.map((choice) => ({ ...values, [name]: choice })));
      },
      [{}],
    );
  }

  // Sound, not complete: `any: [x, not x]` holds in every case, but Kleene's logic asks for x. So a YES or NO is
  // certain, while a rule that says one thing in two ways may ask for more than it needs.
  test('YES and NO are so in every case', () => {
    fc.assert(
      fc.property(plainConditions, leads, (condition, subject) => {
        const { answer } = answerRule(condition, subject);
        fc.pre(answer !== 'TOO_LITTLE_INFORMATION');
        const cases = completionsOf(attributesOf(condition), subject);
        const outcomes = cases.map((values) => holds(condition, values, subject.activities.length));
        expect(new Set(outcomes)).toEqual(new Set([answer === 'YES']));
      }),
      { numRuns: 300 },
    );
    const x: RuleCondition = { attribute: 't1', in: ['x'] };
    expect(told({ any: [x, { not: x }] }, lead({}))).toBe('t1');
  });

  /** The condition with a name of its own for each test, so that nothing is asked twice. */
  function readOnce(condition: RuleCondition, next = { number: 0 }): RuleCondition {
    if ('all' in condition) return { all: condition.all.map((part) => readOnce(part, next)) };
    if ('any' in condition) return { any: condition.any.map((part) => readOnce(part, next)) };
    if ('not' in condition) return { not: readOnce(condition.not, next) };
    if (!('attribute' in condition)) return condition;
    next.number += 1;
    return { ...condition, attribute: `${kindOf(condition.attribute)}${next.number}` };
  }

  const asked = treeOf(plainTest, 3)
    .map((condition) => readOnce(condition))
    .filter((condition) => attributesOf(condition).length <= 5)
    .chain((condition) => fc.tuple(fc.constant(condition), leadOf(attributesOf(condition))));

  test('where nothing is asked twice, the answer is exact, and `missing` is what some case turns on', () => {
    fc.assert(
      fc.property(asked, ([condition, subject]) => {
        const read = attributesOf(condition);
        const cases = completionsOf(read, subject).map((values) => ({
          values,
          holds: holds(condition, values, subject.activities.length),
        }));
        const turnsOn = read.filter((name) => {
          const outcomes = new Map<string, Set<boolean>>();
          for (const each of cases) {
            const others = JSON.stringify({ ...each.values, [name]: null });
            outcomes.set(others, (outcomes.get(others) ?? new Set()).add(each.holds));
          }
          return [...outcomes.values()].some(({ size }) => size === 2);
        });
        const outcomes = new Set(cases.map((each) => each.holds));
        const expected = outcomes.size === 2 ? turnsOn : outcomes.has(true) ? 'YES' : 'NO';
        const answer = answerRule(condition, subject);
        expect('missing' in answer ? answer.missing : answer.answer).toEqual(expected);
        const isUnreadable = (name: string) => subject.attributes[name] !== null;
        expect('unreadable' in answer ? answer.unreadable : []).toEqual(
          'missing' in answer ? answer.missing.filter(isUnreadable) : [],
        );
      }),
      { numRuns: 300 },
    );
  });
});
