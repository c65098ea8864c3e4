import { InvalidInput } from '@leadstage/core';

/** What an id of a webhook has at most; ids of events have up to 15. */
const DIGITS = 9;

/**
 * An id of ours as the graph shows it, as a number.
 * @throws InvalidInput INVALID_ID
 */
export function parseId(text: string, path: readonly (string | number)[], digits = DIGITS): number {
  if (/^\d+$/.test(text) && text.length <= digits) return Number(text);
  throw new InvalidInput('INVALID_ID', path, `${JSON.stringify(text)} is not an id.`, 'a number, such as "42"');
}
