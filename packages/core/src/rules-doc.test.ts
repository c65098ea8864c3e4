import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { answerRule, type RuleSubject } from './answer-rule.js';
import { InvalidInput } from './invalid-input.js';
import { parseRuleCondition } from './parse-rule-condition.js';
import { canonicalCondition, type RuleCondition } from './rule-condition.js';

const page = readFileSync(new URL('../../../docs/rules.md', import.meta.url), 'utf8');
const AT = Date.parse('2026-08-31T12:00:00+02:00');

const lead = (attributes: RuleSubject['attributes']): RuleSubject => ({
  attributes,
  activities: [],
  at: AT,
  timeZone: 'Europe/Berlin',
});

/** What stands between a heading and the next one. */
function section(heading: string): string {
  const text = page.split(/^#+ /m).find((each) => each.startsWith(`${heading}\n`));
  if (text === undefined) throw new Error(`docs/rules.md has no section "${heading}"`);
  return text;
}

const blocksOf = (text: string) => [...text.matchAll(/```json\n([\s\S]*?)```/g)].map(([, code]) => JSON.parse(code!));

/** The cells of the table's rows, without its head. */
function rowsOf(text: string): string[][] {
  const lines = text.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const jsonIn = (cell: string | undefined) => JSON.parse((cell ?? '').replaceAll('`', ''));
const namesIn = (cell: string | undefined) => (cell ? cell.split(', ') : []);

test('every block is JSON and a condition', () => {
  expect(page.match(/^```\w+/gm)).toEqual(Array(4).fill('```json'));
  for (const block of blocksOf(page)) expect(() => parseRuleCondition(block)).not.toThrow();
});

describe.each(['Marketing, to MQL', 'Sales, to QSO'])('%s', (heading) => {
  const condition = parseRuleCondition(blocksOf(section(heading))[0]);
  const rows = rowsOf(section(heading));

  test('has leads of every answer', () => {
    expect(new Set(rows.map(([, answer]) => answer)).size).toBe(3);
  });

  test.each(rows)('%s: %s %s %s', (attributes, answer, missing, unreadable) => {
    const gaps = { missing: namesIn(missing), unreadable: namesIn(unreadable) };
    const expected = answer === 'TOO_LITTLE_INFORMATION' ? { answer, ...gaps } : { answer };
    expect(answerRule(condition, lead(jsonIn(attributes)))).toEqual(expected);
  });

  test('is met by a meeting where it says so', () => {
    const met = { type: 'MEETING' as const, occurredAt: AT - 30 * 86_400_000 };
    const subject = { ...lead({ industry: 'logistics', employees: '200', budget: '1' }), activities: [met] };
    expect(answerRule(condition, subject)).toEqual({ answer: heading.includes('MQL') ? 'YES' : 'NO' });
  });
});

describe('the form', () => {
  const sections = ['Attributes', 'Numbers', 'Dates', 'Activities', 'Together'];
  const rows = sections.flatMap((heading) => rowsOf(section(heading)));
  const words = { yes: 'YES', no: 'NO', unknown: 'TOO_LITTLE_INFORMATION' } as const;

  test.each(rows)('%s', (json, _, ifMissing) => {
    const condition = parseRuleCondition(jsonIn(json));
    if (ifMissing === undefined) return;
    expect(answerRule(condition, lead({})).answer).toBe(words[ifMissing as keyof typeof words]);
  });

  test('shows every key', () => {
    const shown = new Set(rows.flatMap(([json]) => [...(json ?? '').matchAll(/"(\w+)":/g)].map(([, key]) => key!)));
    const keys = 'above activities all any atLeast atMost attribute below in known not notIn score type withinDays';
    expect([...shown].sort().join(' ')).toBe(`${keys} withinMonths`);
  });
});

describe('the truth table', () => {
  const parts: Readonly<Record<string, RuleCondition>> = {
    yes: { attribute: 'a', known: false },
    no: { attribute: 'a', known: true },
    unknown: { attribute: 'a', in: ['x'] },
  };
  const words = { YES: 'yes', NO: 'no', TOO_LITTLE_INFORMATION: 'unknown' } as const;
  const told = (condition: RuleCondition) => words[answerRule(condition, lead({})).answer];
  const rows = rowsOf(section('The three answers'));

  test('has every pair', () => expect(new Set(rows.map(([a, b]) => `${a} ${b}`)).size).toBe(9));
  test.each(rows)('%s and %s: all %s, any %s, not %s', (a, b, all, any, not) => {
    const pair = [parts[a!]!, parts[b!]!];
    expect([told({ all: pair }), told({ any: pair }), told({ not: pair[0]! })]).toEqual([all, any, not]);
  });
});

test.each(rowsOf(section('Bounds')))('the bound on %s is %s', (what, most) => {
  const number = Number(most!.replaceAll(',', ''));
  const x = { attribute: 'a', in: ['x'] };
  const deep = (depth: number): unknown => (depth === 1 ? x : { not: deep(depth - 1) });
  const made: readonly [string, (size: number) => unknown][] = [
    ['depth', deep],
    ['conditions', (size) => ({ any: [...Array(size - 2).fill(x), x] })],
    ['texts', (size) => ({ attribute: 'a', in: Array(size).fill('x') })],
    ['characters', (size) => ({ attribute: 'a', in: ['x'.repeat(size)] })],
    ['`withinMonths`', (withinMonths) => ({ attribute: 'a', withinMonths })],
    ['`withinDays`', (withinDays) => ({ activities: { atLeast: 1, withinDays } })],
    ['a bound', (atLeast) => ({ activities: { atLeast } })],
  ];
  const make = made.find(([name]) => what!.startsWith(name))![1];
  expect(() => parseRuleCondition(make(number))).not.toThrow();
  expect(() => parseRuleCondition(make(number + 1))).toThrow(InvalidInput);
});

test.each(rowsOf(section('When a condition is refused')))('%s is refused at %s', (json, path, message) => {
  expect(() => parseRuleCondition(jsonIn(json))).toThrow(`${path} ${message}`);
});

test('the conditions that are called equal are', () => {
  const [one, other] = blocksOf(section('When two conditions are equal')).map((each) => parseRuleCondition(each));
  expect(one).not.toEqual(other);
  expect(JSON.stringify(canonicalCondition(one!))).toBe(JSON.stringify(canonicalCondition(other!)));
});
