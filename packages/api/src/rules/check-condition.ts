import { InvalidInput, parseRuleCondition, type RuleCondition, SCORE_ATTRIBUTE } from '@leadstage/core';
import { STANDARD_ATTRIBUTES } from '../query/facts.js';

type Path = readonly (string | number)[];

/** What a rule can read of a lead besides the attributes that the workspace defined. */
export const VALUE_ATTRIBUTE = 'value';

/**
 * A condition of its JSON form (docs/rules.md) that reads only attributes which leads have. `score` may be asked for
 * before any lead has one: it is missing then.
 * @param ownKeys the attributes that the workspace defined
 * @throws InvalidInput INVALID_CONDITION, UNKNOWN_ATTRIBUTE with the path from `condition` on
 */
export function checkedCondition(json: unknown, ownKeys: readonly string[]): RuleCondition {
  const condition = parseRuleCondition(json);
  const known = [...STANDARD_ATTRIBUTES, VALUE_ATTRIBUTE, ...ownKeys];
  const stranger = readsIn(condition, ['condition']).find(
    ({ name }) => name !== SCORE_ATTRIBUTE && !known.includes(name),
  );
  if (stranger === undefined) return condition;
  const names = [...new Set([...known, SCORE_ATTRIBUTE])].join(', ');
  throw new InvalidInput(
    'UNKNOWN_ATTRIBUTE',
    stranger.path,
    `Leads have no attribute "${stranger.name}". They have: ${names}. An own attribute exists from the first lead on that is given it.`,
    names,
  );
}

/** Whether it counts activities: those are looked up only for rules that do. */
export function readsActivities(condition: RuleCondition): boolean {
  if ('all' in condition) return condition.all.some(readsActivities);
  if ('any' in condition) return condition.any.some(readsActivities);
  return 'not' in condition ? readsActivities(condition.not) : 'activities' in condition;
}

function readsIn(condition: RuleCondition, path: Path): { readonly name: string; readonly path: Path }[] {
  if ('all' in condition) return condition.all.flatMap((part, index) => readsIn(part, [...path, 'all', index]));
  if ('any' in condition) return condition.any.flatMap((part, index) => readsIn(part, [...path, 'any', index]));
  if ('not' in condition) return readsIn(condition.not, [...path, 'not']);
  return 'attribute' in condition ? [{ name: condition.attribute, path: [...path, 'attribute'] }] : [];
}
