import { type BusinessCalendar, InvalidInput, type LocalDate } from '@leadstage/core';
import { partHolidays, publicHolidays } from './holidays.js';

export interface Holiday {
  readonly date: LocalDate;
  readonly name: string;
  /** `HH:MM`, by the wall clock; null: the whole day. */
  readonly from: string | null;
}

const [FIRST, LAST] = [1970, 2100];

/**
 * The public holidays that a calendar keeps in a year, by date.
 * @throws InvalidInput INVALID_YEAR
 */
export function holidaysInYear(
  { country, region }: Pick<BusinessCalendar, 'country' | 'region'>,
  year: number,
): Holiday[] {
  if (year < FIRST || year > LAST) {
    const expected = `a year from ${FIRST} to ${LAST}`;
    throw new InvalidInput('INVALID_YEAR', ['year'], `${year} is out of range; give ${expected}.`, expected);
  }
  if (country === null) return [];
  const whole = [...publicHolidays(country, region, year)].map(([date, name]) => ({ date, name, from: null }));
  const part = [...partHolidays(country, region, year)].map(([date, { name, from }]) => ({ date, name, from }));
  return [...whole, ...part.filter(({ date }) => !whole.some((day) => day.date === date))].sort((a, b) =>
    a.date < b.date ? -1 : 1,
  );
}
