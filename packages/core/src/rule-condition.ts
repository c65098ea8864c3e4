/** The kinds of sales activity that a rule can count. */
export const RULE_ACTIVITY_TYPES = ['CALL', 'EMAIL', 'MEETING'] as const;
export type RuleActivityType = (typeof RULE_ACTIVITY_TYPES)[number];

/** In the order in which they are written: at most one of the first two, at most one of the last two, at least one. */
export const BOUND_NAMES = ['atLeast', 'above', 'atMost', 'below'] as const;

/** A range; `atLeast` and `atMost` include their value, `above` and `below` do not. */
export interface Bounds<Value> {
  readonly atLeast?: Value;
  readonly above?: Value;
  readonly atMost?: Value;
  readonly below?: Value;
}

/** Sales activities of a kind (of any, where there is no `type`) that lie in a number of days before now, or ever. */
export interface ActivityCount extends Bounds<number> {
  readonly type?: RuleActivityType;
  /** Days of 24 h before the evaluation, both ends included. */
  readonly withinDays?: number;
}

/**
 * When a qualification rule matches, as docs/rules.md describes it. At most 10 deep, at most 100 conditions; lists
 * are not empty. `parseRuleCondition` makes one of JSON.
 */
export type RuleCondition =
  | { readonly all: readonly RuleCondition[] }
  | { readonly any: readonly RuleCondition[] }
  | { readonly not: RuleCondition }
  /** Null stands for the missing value. */
  | { readonly attribute: string; readonly in: readonly (string | null)[] }
  | { readonly attribute: string; readonly notIn: readonly (string | null)[] }
  /** Whether there is a value, readable or not. */
  | { readonly attribute: string; readonly known: boolean }
  /** A date, or an instant, from today's local date up to the same day that many calendar months later. */
  | { readonly attribute: string; readonly withinMonths: number }
  /** Bounds are plain decimals, such as `50000` and `0.5`. */
  | ({ readonly attribute: string } & Bounds<string>)
  /** Reads the attribute that is named `score`. */
  | { readonly score: Bounds<string> }
  | { readonly activities: ActivityCount };

/** The attribute that `{ "score": … }` reads. */
export const SCORE_ATTRIBUTE = 'score';

/** The names of the attributes that the condition reads, sorted, each once. */
export function attributesOf(condition: RuleCondition): string[] {
  return [...new Set(namesIn(condition))].sort();
}

function namesIn(condition: RuleCondition): string[] {
  if ('all' in condition) return condition.all.flatMap(namesIn);
  if ('any' in condition) return condition.any.flatMap(namesIn);
  if ('not' in condition) return namesIn(condition.not);
  if ('activities' in condition) return [];
  return 'score' in condition ? [SCORE_ATTRIBUTE] : [condition.attribute];
}

/**
 * The same parsed condition with its keys in one order and its lists sorted (null last) without repetition, so that
 * two conditions that differ in nothing else have equal JSON. (jsonb reorders keys; this puts them back.)
 */
export function canonicalCondition(condition: RuleCondition): RuleCondition {
  if ('all' in condition) return { all: sortedOnce(condition.all.map(canonicalCondition)) };
  if ('any' in condition) return { any: sortedOnce(condition.any.map(canonicalCondition)) };
  if ('not' in condition) return { not: canonicalCondition(condition.not) };
  if ('score' in condition) return { score: boundsInOrder(condition.score) };
  if ('activities' in condition) return { activities: countInOrder(condition.activities) };
  const { attribute } = condition;
  if ('in' in condition) return { attribute, in: sortedOnce(condition.in) };
  if ('notIn' in condition) return { attribute, notIn: sortedOnce(condition.notIn) };
  if ('known' in condition) return { attribute, known: condition.known };
  if ('withinMonths' in condition) return { attribute, withinMonths: condition.withinMonths };
  return { attribute, ...boundsInOrder(condition) };
}

/** The activity count with its keys in the order type, bounds, days. */
export function countInOrder({ type, withinDays, ...bounds }: ActivityCount): ActivityCount {
  return {
    ...(type === undefined ? {} : { type }),
    ...boundsInOrder(bounds),
    ...(withinDays === undefined ? {} : { withinDays }),
  };
}

function boundsInOrder<Value>(bounds: Bounds<Value>): Bounds<Value> {
  const given = BOUND_NAMES.filter((name) => bounds[name] !== undefined);
  return Object.fromEntries(given.map((name) => [name, bounds[name]]));
}

/** By their JSON, in code units: `"a"` before `null`, as quotes stand before letters. */
function sortedOnce<Item extends RuleCondition | string | null>(items: readonly Item[]): Item[] {
  const byText = new Map(items.map((item) => [JSON.stringify(item), item]));
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
}
