import { InvalidInput } from '@leadstage/core';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** `30d`, `72h`, `1d12h`; and of ISO 8601 the durations of days and hours, `P30D`, `PT72H`, `P1DT12H`. */
const SHAPE = /^(?:p(?=.)(?:(\d{1,6})d)?(?:t(?=.)(?:(\d{1,7})h))?|(?=.)(?:(\d{1,6})d)?(?:(\d{1,7})h)?)$/;

/**
 * A duration of whole hours and days of 24 hours, in milliseconds: `P30D` is 2,592,000,000.
 * @param option for the message, `--window`
 * @throws InvalidInput INVALID_OPTION
 */
export function parseDuration(given: string, option: string): number {
  const match = SHAPE.exec(given.replaceAll(/\s/g, '').toLowerCase());
  const [, isoDays, isoHours, days = isoDays ?? 0, hours = isoHours ?? 0] = match ?? [];
  const duration = Number(days) * DAY + Number(hours) * HOUR;
  if (duration > 0) return duration;
  const expected = 'whole days or hours, more than none: 30d, 72h, P30D or PT72H';
  throw new InvalidInput(
    'INVALID_OPTION',
    [option],
    `${option} "${given}" is not a duration; give ${expected}.`,
    expected,
  );
}
