import { type AttributeCondition, InvalidInput, type LeadFilter } from '@leadstage/core';
import { isStorable } from '../storable-text.js';
import { SEGMENT_ATTRIBUTES, STANDARD_ATTRIBUTES } from './facts.js';
import { raw, type Sql, sql } from './sql.js';

const MOST_ATTRIBUTES = 3;
const MOST_VALUES = 1_000;

/**
 * Checks that a report's attributes exist in the workspace.
 * @throws InvalidInput UNKNOWN_ATTRIBUTE, TOO_MANY_ATTRIBUTES, INVALID_FILTER
 */
export function checkAttributes(by: readonly string[], filter: LeadFilter, ownKeys: readonly string[]): void {
  if (by.length > MOST_ATTRIBUTES) {
    throw new InvalidInput(
      'TOO_MANY_ATTRIBUTES',
      ['by'],
      `A report is broken down by at most three attributes, not ${by.length}.`,
    );
  }
  by.forEach((name, index) => {
    checkAttribute(name, ['by', index], ownKeys);
    if (by.indexOf(name) !== index)
      throw new InvalidInput('INVALID_ATTRIBUTE', ['by', index], `"${name}" stands twice in \`by\`.`);
  });
  for (const [name, condition] of Object.entries(filter)) {
    checkAttribute(name, ['filter', name], ownKeys);
    checkCondition(name, condition);
  }
}

function checkAttribute(name: string, path: (string | number)[], ownKeys: readonly string[]): void {
  if (STANDARD_ATTRIBUTES.includes(name) || ownKeys.includes(name)) return;
  const known = [...STANDARD_ATTRIBUTES, ...ownKeys].join(', ');
  throw new InvalidInput('UNKNOWN_ATTRIBUTE', path, `Leads have no attribute "${name}". They have: ${known}.`, known);
}

function checkCondition(name: string, { in: included, notIn }: AttributeCondition): void {
  if (!included && !notIn) {
    throw new InvalidInput('INVALID_FILTER', ['filter', name], `The condition on ${name} needs \`in\` or \`notIn\`.`);
  }
  if ((included?.length ?? 0) + (notIn?.length ?? 0) > MOST_VALUES) {
    throw new InvalidInput('INVALID_FILTER', ['filter', name], `At most ${MOST_VALUES} values fit into a condition.`);
  }
  if (![...(included ?? []), ...(notIn ?? [])].every((value) => value === null || isStorable(value))) {
    throw new InvalidInput(
      'INVALID_TEXT',
      ['filter', name],
      `A value for ${name} holds a NUL or half a surrogate pair; no lead has it.`,
    );
  }
}

/** Attributes that the segment dimension does not hold. */
export function beyondSegment(names: readonly string[]): string[] {
  return names.filter((name) => !Object.hasOwn(SEGMENT_ATTRIBUTES, name));
}

/** Where a lead fact `f`, its segment `s` and its account `a` say what an attribute is. */
export function leadAttribute(name: string): Sql {
  if (Object.hasOwn(SEGMENT_ATTRIBUTES, name)) return raw(`s.${SEGMENT_ATTRIBUTES[name]}`);
  if (name === 'owner') return raw('f.owner');
  if (name === 'account') return raw('a.external_id');
  return sql`f.attributes ->> ${name}`;
}

/** The condition on a column; null in a list stands for the missing value. */
export function meets(column: Sql, { in: included, notIn }: AttributeCondition): Sql {
  const conditions: Sql[] = [];
  if (included) {
    const values = included.filter((value) => value !== null);
    conditions.push(sql`(${column} = ANY(${values}::text[]) OR (${included.includes(null)} AND ${column} IS NULL))`);
  }
  if (notIn) {
    const values = notIn.filter((value) => value !== null);
    conditions.push(
      sql`(CASE WHEN ${column} IS NULL THEN NOT ${notIn.includes(null)} ELSE ${column} <> ALL(${values}::text[]) END)`,
    );
  }
  return conditions.reduce((all, condition) => sql`${all} AND ${condition}`);
}
