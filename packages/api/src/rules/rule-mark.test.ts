import { expect, test } from 'vitest';
import { actorOf, markOf, marksOf, ruleNamedBy } from './rule-mark.js';

const rule = { id: 7, key: 'ICP_TO_MQL', version: 2 };

test('a transition names the rule that made it, and the version', () => {
  expect([markOf(rule, 1001), marksOf(rule), actorOf(rule)]).toEqual([
    'rule:7:2:1001',
    'rule:7:2:',
    'rule:ICP_TO_MQL@2',
  ]);
  const made = { externalId: markOf(rule, 1001), actor: actorOf(rule) };
  expect(ruleNamedBy(made)).toEqual({ key: 'ICP_TO_MQL', version: 2 });
});

test('marks of one version are none of another, whose number begins alike', () => {
  expect(markOf({ id: 7, version: 22 }, 1).startsWith(marksOf(rule))).toBe(false);
  expect(markOf({ id: 77, version: 2 }, 1).startsWith(marksOf(rule))).toBe(false);
});

test.each([
  ['a person', { externalId: 'move:1', actor: 'Ann' }],
  ['a caller that writes like a rule', { externalId: 'crm-1', actor: 'rule:ICP_TO_MQL@2' }],
  ['nobody', { externalId: 'rule:7:2:1001', actor: null }],
  ['a caller that uses such an id', { externalId: 'rule:x', actor: 'Ann' }],
  ['no version', { externalId: 'rule:7:2:1001', actor: 'rule:ICP_TO_MQL@0' }],
])('%s is no rule', (_, transition) => {
  expect(ruleNamedBy(transition)).toBeNull();
});
