import Big from 'big.js';
import { RULE_DECIMALS } from './answer-rule.js';
import { InvalidInput } from './invalid-input.js';
import { isDecimal } from './money.js';
import { BOUND_NAMES, type Bounds, countInOrder, RULE_ACTIVITY_TYPES, type RuleCondition } from './rule-condition.js';

/** The outermost condition is at depth 1; `not` and the lists each go one deeper. */
const MOST_DEPTH = 10;
const MOST_NODES = 100;
const MOST_VALUES = 1_000;
const LONGEST_TEXT = 2_000;
const MOST_COUNT = 1_000_000;
const MOST_MONTHS = 1_200;
const MOST_DAYS = 36_500;

type Path = readonly (string | number)[];
type Fields = Readonly<Record<string, unknown>>;

/** Where the parser stands; `nodes` counts the conditions of the whole rule. */
interface Place {
  readonly path: Path;
  readonly depth: number;
  readonly nodes: { count: number };
}

/** What a condition can be, by the key that says so. */
const FORMS: Readonly<Record<string, (given: unknown, fields: Fields, place: Place) => RuleCondition>> = {
  all: (given, _, place) => ({ all: partsIn(given, within(place, 'all')) }),
  any: (given, _, place) => ({ any: partsIn(given, within(place, 'any')) }),
  not: (given, _, place) => ({ not: conditionAt(given, within(place, 'not')) }),
  attribute: (given, fields, { path }) => attributeTest(textAt(given, [...path, 'attribute']), fields, path),
  score: (given, _, { path }) => ({ score: boundsIn(given, [...path, 'score']) }),
  activities: (given, _, { path }) => ({ activities: activityCount(given, [...path, 'activities']) }),
};

/** What can be asked of an attribute, besides bounds. */
const TESTS: Readonly<Record<string, (attribute: string, given: unknown, path: Path) => RuleCondition>> = {
  in: (attribute, given, path) => ({ attribute, in: valuesAt(given, path) }),
  notIn: (attribute, given, path) => ({ attribute, notIn: valuesAt(given, path) }),
  known: (attribute, given, path) => ({ attribute, known: flagAt(given, path) }),
  withinMonths: (attribute, given, path) => ({ attribute, withinMonths: wholeAt(given, path, MOST_MONTHS) }),
};

const TEST_KEYS: readonly string[] = [...Object.keys(TESTS), ...BOUND_NAMES];
const KEYS: readonly string[] = [...Object.keys(FORMS), ...TEST_KEYS];

/** What other languages call ours. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  all: ['and'],
  any: ['or'],
  not: ['none'],
  attribute: ['field'],
  in: ['is', 'eq', 'equals'],
  known: ['exists'],
  atLeast: ['min', 'gte'],
  above: ['gt'],
  atMost: ['max', 'lte'],
  below: ['lt'],
};

/**
 * A condition of its JSON form (docs/rules.md), numbers as plain decimals in one spelling, keys in one order, lists in
 * the order given. Throws `InvalidInput` INVALID_CONDITION with the path of what is wrong, beginning with `path`.
 */
export function parseRuleCondition(json: unknown, path: Path = ['condition']): RuleCondition {
  return conditionAt(json, { path, depth: 1, nodes: { count: 0 } });
}

function within(place: Place, ...keys: Path): Place {
  return { ...place, path: [...place.path, ...keys], depth: place.depth + 1 };
}

function conditionAt(json: unknown, place: Place): RuleCondition {
  const { path, depth, nodes } = place;
  nodes.count += 1;
  if (depth > MOST_DEPTH) throw wrong(path, `lies ${depth} deep`, `a condition at most ${MOST_DEPTH} deep`);
  if (nodes.count > MOST_NODES) throw wrong(path, 'is one too many', `at most ${MOST_NODES} conditions in a rule`);
  const fields = fieldsAt(json, path, KEYS);
  const [form, second] = Object.keys(FORMS).filter((key) => Object.hasOwn(fields, key));
  const test = TEST_KEYS.find((key) => Object.hasOwn(fields, key));
  if (form === undefined && test !== undefined) {
    throw wrong([...path, 'attribute'], `is missing beside "${test}"`, 'the name of an attribute');
  }
  if (form === undefined) throw wrong(path, 'says nothing', `one of ${quoted(Object.keys(FORMS))}`);
  const stranger = second ?? (form === 'attribute' ? undefined : test);
  if (stranger !== undefined) {
    throw wrong([...path, stranger], `stands beside "${form}"`, `one of the two, or both in a list of "all"`);
  }
  return FORMS[form]!(fields[form], fields, place);
}

function partsIn(json: unknown, place: Place): RuleCondition[] {
  return listAt(json, place.path, 'a list of conditions', MOST_NODES).map((part, index) =>
    conditionAt(part, { ...place, path: [...place.path, index] }),
  );
}

function attributeTest(attribute: string, fields: Fields, path: Path): RuleCondition {
  const tests = Object.keys(TESTS).filter((key) => Object.hasOwn(fields, key));
  const bound = BOUND_NAMES.find((key) => Object.hasOwn(fields, key));
  const [test, second] = bound === undefined ? tests : [...tests, bound];
  if (test === undefined) throw wrong(path, 'asks nothing of the attribute', `one of ${quoted(TEST_KEYS)}`);
  if (second !== undefined) {
    throw wrong([...path, second], `stands beside "${test}"`, 'one of the two, or two conditions in a list of "all"');
  }
  if (test === bound) return { attribute, ...boundsOf(fields, path, decimalAt) };
  return TESTS[test]!(attribute, fields[test], [...path, test]);
}

function activityCount(json: unknown, path: Path): ReturnType<typeof countInOrder> {
  const fields = fieldsAt(json, path, ['type', ...BOUND_NAMES, 'withinDays']);
  const type = RULE_ACTIVITY_TYPES.find((each) => each === fields.type);
  if (type === undefined && fields.type !== undefined) {
    throw wrong([...path, 'type'], `is ${shown(fields.type)}`, `one of ${quoted(RULE_ACTIVITY_TYPES)}, or nothing`);
  }
  return countInOrder({
    ...(type === undefined ? {} : { type }),
    ...boundsOf(fields, path, (given, at) => wholeAt(given, at, MOST_COUNT)),
    ...('withinDays' in fields ? { withinDays: wholeAt(fields.withinDays, [...path, 'withinDays'], MOST_DAYS) } : {}),
  });
}

function boundsIn(json: unknown, path: Path): Bounds<string> {
  return boundsOf(fieldsAt(json, path, BOUND_NAMES), path, decimalAt);
}

/** At most one bound on each side, and something between them. */
function boundsOf<Value extends string | number>(
  fields: Fields,
  path: Path,
  valueAt: (given: unknown, path: Path) => Value,
): Bounds<Value> {
  const names = BOUND_NAMES.filter((name) => Object.hasOwn(fields, name));
  const [first, second] = names;
  if (first === undefined) throw wrong(path, 'has no bound', `one of ${quoted(BOUND_NAMES)}`);
  const bounds: Bounds<Value> = Object.fromEntries(names.map((name) => [name, valueAt(fields[name], [...path, name])]));
  const low = bounds.atLeast ?? bounds.above;
  const high = bounds.atMost ?? bounds.below;
  if (second === undefined) return bounds;
  if (names.length > 2 || low === undefined || high === undefined) {
    throw wrong([...path, second], `stands beside "${first}"`, 'at most one bound on each side');
  }
  const mayMeet = 'atLeast' in bounds && 'atMost' in bounds;
  if (mayMeet ? new Big(low).gt(high) : new Big(low).gte(high)) {
    const expected = `${mayMeet ? 'at least' : 'more than'} ${low}`;
    throw wrong([...path, second], `leaves nothing, beside "${first}" ${low}`, expected);
  }
  return bounds;
}

function fieldsAt(json: unknown, path: Path, keys: readonly string[]): Fields {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw wrong(path, missingOr(json), `an object with ${quoted(keys)}`);
  }
  const unknown = Object.keys(json).find((key) => !keys.includes(key));
  if (unknown === undefined) return json as Fields;
  const meant = nearestTo(unknown, keys);
  const hint = meant === undefined ? '' : ` (did you mean "${meant}"?)`;
  throw wrong([...path, unknown], `is not known here${hint}`, `one of ${quoted(keys)}`);
}

function listAt(json: unknown, path: Path, what: string, most: number): readonly unknown[] {
  if (!Array.isArray(json)) throw wrong(path, missingOr(json), `${what}, in brackets`);
  if (json.length === 0) throw wrong(path, 'is empty', `${what}, at least one`);
  if (json.length > most) throw wrong(path, `has ${json.length} entries`, `${what}, at most ${most}`);
  return json;
}

function valuesAt(json: unknown, path: Path): (string | null)[] {
  const values = listAt(json, path, 'a list of texts', MOST_VALUES);
  return values.map((value, index) =>
    value === null ? null : textAt(value, [...path, index], ', or null for missing'),
  );
}

/** Neither NUL nor half a surrogate pair: no database stores them, so no lead has them. */
function textAt(json: unknown, path: Path, orElse = ''): string {
  const isText = typeof json === 'string' && json !== '' && json.length <= LONGEST_TEXT;
  if (isText && !/\0|\p{Surrogate}/u.test(json)) return json;
  throw wrong(path, missingOr(json), `a text of 1 to ${LONGEST_TEXT} characters${orElse}`);
}

function flagAt(json: unknown, path: Path): boolean {
  if (typeof json === 'boolean') return json;
  throw wrong(path, missingOr(json), 'true or false');
}

function wholeAt(json: unknown, path: Path, most: number): number {
  if (Number.isInteger(json) && (json as number) >= 0 && (json as number) <= most) return json as number;
  throw wrong(path, missingOr(json), `a whole number from 0 to ${most}`);
}

/** JSON numbers beyond 15 digits are not what was written any more: 0.1 + 0.2 has 17. Those must come as text. */
function decimalAt(json: unknown, path: Path): string {
  const isExact = typeof json !== 'number' || String(json).replace(/\D/g, '').length <= 15;
  const text = typeof json === 'number' ? String(json) : json;
  if (isExact && isDecimal(text, RULE_DECIMALS)) return new Big(text).toFixed();
  throw wrong(
    path,
    missingOr(json),
    `a number, or a text such as "50000" or "0.5" (at most ${RULE_DECIMALS} decimals)`,
  );
}

function missingOr(json: unknown): string {
  return json === undefined ? 'is missing' : `is ${shown(json)}`;
}

function shown(json: unknown): string {
  return clipped(JSON.stringify(json) ?? String(json));
}

function clipped(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 60)}…`;
}

function quoted(keys: readonly string[]): string {
  return keys.map((key) => `"${key}"`).join(', ');
}

function wrong(path: Path, fault: string, expected: string): InvalidInput {
  const place = path.map((part) => clipped(String(part))).join('.');
  return new InvalidInput('INVALID_CONDITION', path, `${place} ${fault}; it takes ${expected}`, expected);
}

function nearestTo(word: string, keys: readonly string[]): string | undefined {
  const plain = word.slice(0, 30).toLowerCase();
  const distances = keys.map((key) => (SYNONYMS[key]?.includes(plain) ? 0 : editDistance(plain, key.toLowerCase())));
  const least = Math.min(...distances);
  return least <= Math.min(2, plain.length / 2) ? keys[distances.indexOf(least)] : undefined;
}

/** Letters to insert, delete or replace. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...from].entries()) {
    const next = [i + 1];
    for (let j = 0; j < to.length; j += 1) {
      next.push(Math.min(row[j]! + (letter === to[j] ? 0 : 1), row[j + 1]! + 1, next[j]! + 1));
    }
    row = next;
  }
  return row[to.length]!;
}
