import Big from 'big.js';
import { Temporal } from 'temporal-polyfill';
import { addDays, isLocalDate } from './local-date.js';
import { isDecimal } from './money.js';
import type { Instant, LocalDate } from './question.js';
import {
  type ActivityCount,
  type Bounds,
  type RuleActivityType,
  type RuleCondition,
  SCORE_ATTRIBUTE,
} from './rule-condition.js';
import { dateOf, startOfDate } from './start-of-date.js';

/** What a rule may look at: one lead, at one instant. */
export interface RuleSubject {
  /** Standard ones (source, leadType, campaign, region, owner, account, value) and own ones. Null and blank: missing. */
  readonly attributes: Readonly<Record<string, string | null | undefined>>;
  readonly activities: readonly { readonly type: RuleActivityType; readonly occurredAt: Instant }[];
  /** The instant of the evaluation; later activities do not count. */
  readonly at: Instant;
  /** IANA name; decides which date is today. */
  readonly timeZone: string;
}

/**
 * `missing` names the attributes that could still change the answer, sorted, each once; `unreadable` those of them
 * that have a value, but no number or date where the condition needs one.
 */
export type RuleAnswer =
  | { readonly answer: 'YES' | 'NO' }
  | {
      readonly answer: 'TOO_LITTLE_INFORMATION';
      readonly missing: readonly string[];
      readonly unreadable: readonly string[];
    };

/** Decimals that a number may have after its point. */
export const RULE_DECIMALS = 10;

const HOURS_24 = 86_400_000;
const INSTANT = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?([Zz]|[+-]\d{2}:\d{2})$/;
const YES: RuleAnswer = { answer: 'YES' };
const NO: RuleAnswer = { answer: 'NO' };

/**
 * Whether the lead meets the condition, in Kleene's logic of yes, no and unknown: an `all` with a NO is NO and an `any`
 * with a YES is YES, whatever else is unknown. Throws `RangeError` for an unknown zone.
 */
export function answerRule(condition: RuleCondition, lead: RuleSubject): RuleAnswer {
  if ('all' in condition) return combined(condition.all, 'NO', lead);
  if ('any' in condition) return combined(condition.any, 'YES', lead);
  if ('not' in condition) return opposite(answerRule(condition.not, lead));
  if ('score' in condition) return numberAnswer(SCORE_ATTRIBUTE, condition.score, lead);
  if ('activities' in condition) return yesOrNo(liesWithin(countOf(condition.activities, lead), condition.activities));
  const { attribute } = condition;
  const value = given(attribute, lead);
  if ('known' in condition) return yesOrNo((value !== null) === condition.known);
  if ('in' in condition) return listAnswer(attribute, value, condition.in);
  if ('notIn' in condition) return opposite(listAnswer(attribute, value, condition.notIn));
  if ('withinMonths' in condition) return dateAnswer(attribute, condition.withinMonths, lead);
  return numberAnswer(attribute, condition, lead);
}

/** One `decisive` answer settles it; otherwise all that is unknown counts. */
function combined(parts: readonly RuleCondition[], decisive: 'YES' | 'NO', lead: RuleSubject): RuleAnswer {
  const answers = parts.map((part) => answerRule(part, lead));
  const settled = answers.find(({ answer }) => answer === decisive);
  if (settled !== undefined) return settled;
  const unknown = answers.filter((each) => each.answer === 'TOO_LITTLE_INFORMATION');
  if (unknown.length === 0) return decisive === 'YES' ? NO : YES;
  return {
    answer: 'TOO_LITTLE_INFORMATION',
    missing: sortedOnce(unknown.flatMap(({ missing }) => missing)),
    unreadable: sortedOnce(unknown.flatMap(({ unreadable }) => unreadable)),
  };
}

function opposite(answer: RuleAnswer): RuleAnswer {
  return answer.answer === 'TOO_LITTLE_INFORMATION' ? answer : yesOrNo(answer.answer === 'NO');
}

function yesOrNo(holds: boolean): RuleAnswer {
  return holds ? YES : NO;
}

/** The value, null where it is missing. Own properties alone: no lead has a `constructor`. */
function given(attribute: string, { attributes }: RuleSubject): string | null {
  return (Object.hasOwn(attributes, attribute) && attributes[attribute]) || null;
}

function tooLittle(attribute: string, value: string | null): RuleAnswer {
  return { answer: 'TOO_LITTLE_INFORMATION', missing: [attribute], unreadable: value === null ? [] : [attribute] };
}

/** A list with null says what to make of a missing value; any other does not. */
function listAnswer(attribute: string, value: string | null, list: readonly (string | null)[]): RuleAnswer {
  if (value === null && !list.includes(null)) return tooLittle(attribute, value);
  return yesOrNo(list.includes(value));
}

function numberAnswer(attribute: string, bounds: Bounds<string>, lead: RuleSubject): RuleAnswer {
  const value = given(attribute, lead);
  if (!isDecimal(value, RULE_DECIMALS)) return tooLittle(attribute, value);
  return yesOrNo(liesWithin(value, bounds));
}

function liesWithin(value: string | number, { atLeast, above, atMost, below }: Bounds<string | number>): boolean {
  const number = new Big(value);
  return (
    (atLeast === undefined || number.gte(atLeast)) &&
    (above === undefined || number.gt(above)) &&
    (atMost === undefined || number.lte(atMost)) &&
    (below === undefined || number.lt(below))
  );
}

/** From today to the same day `months` later, both included: from 31 August, six months end on 28 February. */
function dateAnswer(attribute: string, months: number, lead: RuleSubject): RuleAnswer {
  const value = given(attribute, lead);
  const today = dateOf(lead.at, lead.timeZone);
  const last = Temporal.PlainDate.from(today).add({ months }, { overflow: 'constrain' }).toString();
  if (isLocalDate(value)) return yesOrNo(today <= value && value <= last);
  const instant = instantOf(value);
  if (instant === null) return tooLittle(attribute, value);
  return yesOrNo(liesInDates(instant, today, last, lead.timeZone));
}

/** Whether `dateOf` the instant is one of the dates, which are asked for no other than theirs. */
function liesInDates(instant: Instant, first: LocalDate, last: LocalDate, timeZone: string): boolean {
  return startOfDate(first, timeZone) <= instant && instant < startOfDate(addDays(last, 1), timeZone);
}

/** Of RFC 3339 text (seconds may be left out); null for any other. */
function instantOf(text: string | null): Instant | null {
  if (text === null || !INSTANT.test(text) || !isLocalDate(text.slice(0, 10))) return null;
  try {
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch {
    // An hour 24, a minute 60, an offset of a day.
    return null;
  }
}

function countOf({ type, withinDays }: ActivityCount, { activities, at }: RuleSubject): number {
  const since = withinDays === undefined ? Number.NEGATIVE_INFINITY : at - withinDays * HOURS_24;
  const counts = activities.filter(
    (each) => (type === undefined || each.type === type) && since <= each.occurredAt && each.occurredAt <= at,
  );
  return counts.length;
}

function sortedOnce(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}
