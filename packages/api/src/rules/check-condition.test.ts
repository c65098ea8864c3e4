import { InvalidInput, parseRuleCondition } from '@leadstage/core';
import { describe, expect, test } from 'vitest';
import { checkedCondition, readsActivities } from './check-condition.js';

describe('a condition that is checked', () => {
  test.each(['source', 'leadType', 'campaign', 'region', 'owner', 'account', 'value', 'industry'])(
    'may read %s',
    (name) => {
      expect(checkedCondition({ attribute: name, known: true }, ['industry'])).toEqual({
        attribute: name,
        known: true,
      });
    },
  );

  test('may read the score before there is one, by either name', () => {
    expect(checkedCondition({ score: { above: 1 } }, [])).toEqual({ score: { above: '1' } });
    expect(checkedCondition({ attribute: 'score', above: 1 }, [])).toEqual({ attribute: 'score', above: '1' });
  });

  test.each([
    [{ attribute: 'Industry', known: true }, ['condition', 'attribute']],
    [{ not: { attribute: 'x', in: ['y'] } }, ['condition', 'not', 'attribute']],
    [
      { any: [{ score: { above: 1 } }, { all: [{ attribute: 'toString', above: 1 }] }] },
      ['condition', 'any', 1, 'all', 0, 'attribute'],
    ],
  ])('%j reads what leads do not have', (condition, path) => {
    const refused = () => checkedCondition(condition, ['industry']);
    expect(refused).toThrow(InvalidInput);
    expect(refused).toThrow(expect.objectContaining({ code: 'UNKNOWN_ATTRIBUTE', path }));
    expect(refused).toThrow('They have: source, leadType, campaign, region, owner, account, value, industry, score.');
  });
});

test.each([
  [{ activities: { atLeast: 1 } }, true],
  [{ not: { any: [{ score: { above: 1 } }, { all: [{ activities: { atLeast: 1 } }] }] } }, true],
  [{ all: [{ attribute: 'activities', known: true }] }, false],
])('%j counts activities: %s', (condition, counts) => {
  expect(readsActivities(parseRuleCondition(condition))).toBe(counts);
});
