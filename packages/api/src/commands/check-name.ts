import { InvalidInput } from '@leadstage/core';
import { checkedText } from './check-given.js';

const LONGEST_NAME = 255;

/**
 * A name as it is kept: without blanks around it.
 * @param whose for people: `A pack`
 * @throws InvalidInput INVALID_NAME, INVALID_TEXT
 */
export function checkedName(name: string, whose: string): string {
  const called = checkedText(name, ['name'])?.trim() ?? '';
  if (called !== '' && called.length <= LONGEST_NAME) return called;
  throw new InvalidInput('INVALID_NAME', ['name'], `${whose} needs a name of 1 to ${LONGEST_NAME} characters.`);
}
