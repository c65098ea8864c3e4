import { type Instant, InvalidInput } from '@leadstage/core';
import { isStorable } from '../storable-text.js';
import { CLOCK_SKEW } from './ingest/clock-skew.js';

const LONGEST_TEXT = 2_000;
const LONGEST_ID = 255;

/**
 * A text as it is kept: null where it is blank.
 * @throws InvalidInput INVALID_TEXT, TOO_LONG (over 2,000 characters)
 */
export function checkedText(text: string | null | undefined, path: readonly string[]): string | null {
  if (text == null || text.trim() === '') return null;
  refuseUnstorable(text, path, LONGEST_TEXT);
  return text;
}

/**
 * An external id as it is kept.
 * @throws InvalidInput MISSING_ID, INVALID_TEXT, TOO_LONG (over 255 characters)
 */
export function checkedId(id: string, path: readonly string[]): string {
  if (id.trim() === '') throw new InvalidInput('MISSING_ID', path, 'An id may not be blank.');
  refuseUnstorable(id, path, LONGEST_ID);
  return id;
}

/**
 * Refuses an instant that is none, or is yet to come.
 * @param now when the command is recorded
 * @throws InvalidInput INVALID_INSTANT, IN_THE_FUTURE (over a minute ahead)
 */
export function checkPast(instant: Instant, now: Instant, path: readonly string[]): void {
  if (!Number.isInteger(instant) || instant < 0) {
    throw new InvalidInput(
      'INVALID_INSTANT',
      path,
      'An instant is whole milliseconds of UTC, from 1970-01-01 on.',
      'an instant from 1970-01-01T00:00:00.000Z on',
    );
  }
  if (instant <= now + CLOCK_SKEW) return;
  const [given, present] = [instant, now].map((each) => new Date(each).toISOString());
  throw new InvalidInput('IN_THE_FUTURE', path, `${given} is in the future; it is ${present}.`, `at most ${present}`);
}

function refuseUnstorable(text: string, path: readonly string[], longest: number): void {
  if (!isStorable(text)) {
    const message = 'The text holds a NUL or half a surrogate pair, which cannot be stored.';
    throw new InvalidInput('INVALID_TEXT', path, message);
  }
  if (text.length <= longest) return;
  const message = `The text has ${text.length} characters; at most ${longest} are kept.`;
  throw new InvalidInput('TOO_LONG', path, message, `at most ${longest} characters`);
}
