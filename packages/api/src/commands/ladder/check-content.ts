import { type CrmValue, type Instant, InvalidInput } from '@leadstage/core';
import { isStorable } from '../../storable-text.js';
import type { StageContent } from './next-version.js';
import { valueKey } from './value-key.js';

const LONGEST = { name: 200, objective: 2_000, criteria: 10_000, notes: 10_000, actions: 500 } as const;
const MOST_ACTIONS = 50;
/** Both are in the key of an index, whose rows end at 2,700 bytes. */
const LONGEST_CRM_TEXT = 255;
const FIRST_INSTANT = 0;
const LAST_INSTANT = Date.UTC(9000, 0);

type Path = readonly (string | number)[];

/** @throws InvalidInput INVALID_TEXT, TOO_LONG, MISSING_NAME, TOO_MANY_ACTIONS */
export function checkContent({ name, objective, criteria, notes, actions = [] }: StageContent): void {
  if (name?.trim() === '') throw new InvalidInput('MISSING_NAME', ['name'], 'The name of a stage may not be blank.');
  for (const [field, text] of Object.entries({ name, objective, criteria, notes })) {
    if (text != null) checkText(text, [field], LONGEST[field as keyof typeof LONGEST]);
  }
  if (actions.length > MOST_ACTIONS) {
    throw new InvalidInput('TOO_MANY_ACTIONS', ['actions'], `A stage has at most ${MOST_ACTIONS} actions.`);
  }
  actions.forEach((action, index) => {
    checkText(action, ['actions', index], LONGEST.actions);
  });
}

/** @throws InvalidInput INVALID_INSTANT */
export function checkEffectiveFrom(instant: Instant): void {
  if (instant >= FIRST_INSTANT && instant < LAST_INSTANT) return;
  throw new InvalidInput('INVALID_INSTANT', ['effectiveFrom'], 'effectiveFrom lies outside the years 1970 to 8999.');
}

/** @throws InvalidInput MISSING_VALUE, INVALID_TEXT, TOO_LONG, DUPLICATE_VALUE */
export function checkCrmValues(values: readonly CrmValue[], path: Path): void {
  const seen = new Map<string, number>();
  values.forEach((each, index) => {
    for (const part of ['field', 'value'] as const) {
      const at = [...path, index, part];
      if (each[part].trim() === '') throw new InvalidInput('MISSING_VALUE', at, `The ${part} may not be blank.`);
      checkText(each[part], at, LONGEST_CRM_TEXT);
    }
    const key = JSON.stringify([each.field.trim(), valueKey(each.value)]);
    const first = seen.get(key);
    if (first !== undefined) {
      const message = `"${each.value}" of ${each.field} stands twice, first at ${first}. Case and outer blanks do not count.`;
      throw new InvalidInput('DUPLICATE_VALUE', [...path, index, 'value'], message);
    }
    seen.set(key, index);
  });
}

function checkText(text: string, path: Path, longest: number): void {
  if (!isStorable(text)) {
    const message = 'The text holds a NUL or half a surrogate pair, which cannot be stored.';
    throw new InvalidInput('INVALID_TEXT', path, message);
  }
  if (text.length > longest) {
    throw new InvalidInput('TOO_LONG', path, `The text has ${text.length} characters; at most ${longest} are kept.`);
  }
}
