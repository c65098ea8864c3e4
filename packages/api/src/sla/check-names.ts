import { InvalidInput } from '@leadstage/core';
import { isStorable } from '../storable-text.js';

const KEY = /^[A-Z][A-Z0-9_]{0,62}$/;
const LONGEST_NAME = 200;

/**
 * Checks the key of a policy or a calendar.
 * @throws InvalidInput INVALID_KEY at `key`
 */
export function checkKey(key: string): void {
  if (KEY.test(key)) return;
  const expected = '1 to 63 capitals, digits and _, a letter first, such as HOT_LEADS';
  throw new InvalidInput('INVALID_KEY', ['key'], `${JSON.stringify(key)} is no key; give ${expected}.`, expected);
}

/**
 * Checks a name for people, or of somebody.
 * @throws InvalidInput INVALID_TEXT at `path`
 */
export function checkName(name: string, path: readonly (string | number)[]): void {
  const expected = `1 to ${LONGEST_NAME} characters that are not all blank`;
  if (name.trim() !== '' && name.length <= LONGEST_NAME && isStorable(name)) return;
  throw new InvalidInput(
    'INVALID_TEXT',
    path,
    `${JSON.stringify(name.slice(0, 40))} is no name; give ${expected}.`,
    expected,
  );
}
