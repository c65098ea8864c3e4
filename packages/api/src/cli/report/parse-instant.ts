import { type Instant, InvalidInput, isLocalDate } from '@leadstage/core';

const SHAPE =
  /^(\d{4}-\d\d-\d\d)T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)$/i;

/**
 * An instant of ISO 8601 with its zone: `2026-05-01T00:00:00+02:00`. What is finer than milliseconds is cut off; as
 * events are recorded in whole milliseconds, "by then" means the same.
 * @param option for the message, `--as-of`
 * @throws InvalidInput INVALID_OPTION
 */
export function parseInstant(given: string, option: string): Instant {
  const text = given.trim();
  const [, date] = SHAPE.exec(text) ?? [];
  if (isLocalDate(date)) return Date.parse(withColonInZone(text.toUpperCase()));
  const expected = 'date, time and zone, such as 2026-05-01T00:00:00Z or 2026-05-01T00:00+02:00';
  const reason = isLocalDate(text)
    ? 'is a date, and which instant of it is meant depends on the zone'
    : 'is no instant';
  throw new InvalidInput('INVALID_OPTION', [option], `${option} "${given}" ${reason}; give ${expected}.`, expected);
}

/** Date.parse reads `+02:00` only. */
function withColonInZone(text: string): string {
  return text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2');
}
