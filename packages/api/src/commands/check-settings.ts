import { InvalidInput, isCurrency, isTimeZone } from '@leadstage/core';

/** What a workspace's numbers follow, as it is recorded. */
export interface Settings {
  /** IANA name. */
  readonly timeZone: string;
  /** ISO 4217. */
  readonly currency: string;
  /** 1–12. */
  readonly fiscalYearStartMonth: number;
  /** ISO weekday 1–7. */
  readonly weekStart: number;
}

/** @throws InvalidInput INVALID_TIME_ZONE, INVALID_CURRENCY, INVALID_SETTING */
export function checkSettings({ timeZone, currency, fiscalYearStartMonth, weekStart }: Settings): void {
  if (!isTimeZone(timeZone)) {
    throw new InvalidInput(
      'INVALID_TIME_ZONE',
      ['timeZone'],
      `"${timeZone}" is not a time zone; give an IANA name such as Europe/Berlin.`,
    );
  }
  if (!isCurrency(currency)) {
    throw new InvalidInput(
      'INVALID_CURRENCY',
      ['currency'],
      `"${currency}" is not a currency; give an ISO 4217 code such as EUR.`,
    );
  }
  if (!isWholeBetween(fiscalYearStartMonth, 1, 12)) {
    throw new InvalidInput('INVALID_SETTING', ['fiscalYearStartMonth'], 'fiscalYearStartMonth is a month, 1 to 12.');
  }
  if (!isWholeBetween(weekStart, 1, 7)) {
    throw new InvalidInput('INVALID_SETTING', ['weekStart'], 'weekStart is an ISO weekday, 1 (Monday) to 7 (Sunday).');
  }
}

function isWholeBetween(value: number, low: number, high: number): boolean {
  return Number.isInteger(value) && value >= low && value <= high;
}
