import {
  addDays,
  type BusinessCalendar,
  type BusinessClock,
  InvalidInput,
  type LocalDate,
  type WorkingHours,
} from '@leadstage/core';
import Holidays, { type HolidaysTypes } from 'date-holidays';
import { nearestTo } from '../ingest/did-you-mean.js';

/** A holiday that begins within its date and lasts until the date ends: Christmas Eve in Iceland, from 13:00. */
export interface PartHoliday {
  readonly name: string;
  /** `HH:MM`, by the wall clock. */
  readonly from: string;
}

interface HolidaysOfYear {
  readonly whole: ReadonlyMap<LocalDate, string>;
  readonly part: ReadonlyMap<LocalDate, PartHoliday>;
}

/** The library also lists days off for some people only, and says so in a note: they close no calendar. */
const FOR_SOME = /^(?:(?:only )?for (?:women|muslim|all persons)|women|youth|children|military personnel)\b/i;

/** Years of a country or region, at about 3 kB. When it is full it is emptied. */
const MOST_YEARS = 2_000;
const years = new Map<string, HolidaysOfYear>();

const MOST_SOURCES = 20;
const sources = new Map<string, Holidays>();

/** Clocks by what their calendars say, so that what core remembers of a clock outlives the request. */
const MOST_CLOCKS = 200;
const clocks = new Map<string, BusinessClock>();
const clocksOfCalendars = new WeakMap<BusinessCalendar, BusinessClock>();

const catalogue = new Holidays();

/**
 * The dates of a year that are public holidays as a whole, with their names, in English where there is one. Substitute
 * days off are among them, as are the days that they stand for, and each date of a holiday of several. Where a faith's
 * day begins on the eve, it is the date that follows the eve.
 * @param region `BY`, or what is within it, `BY-A`; null: what the whole country observes
 * @throws InvalidInput UNKNOWN_COUNTRY, UNKNOWN_REGION
 */
export function publicHolidays(country: string, region: string | null, year: number): ReadonlyMap<LocalDate, string> {
  return holidaysOf(country, region, year).whole;
}

/** The public holidays of a year that begin within their date; the hours before are ordinary. Otherwise the same. */
export function partHolidays(country: string, region: string | null, year: number): HolidaysOfYear['part'] {
  return holidaysOf(country, region, year).part;
}

/**
 * Checks that there are holidays of a country, and of a region in it.
 * @param path where `country` and `region` stand in the input
 * @throws InvalidInput UNKNOWN_COUNTRY, UNKNOWN_REGION
 */
export function checkCountryAndRegion(
  country: string | null,
  region: string | null,
  path: readonly (string | number)[],
): void {
  if (country !== null) {
    const countries = catalogue.getCountries('en');
    if (!Object.hasOwn(countries, country)) throw unknownCountry(country, countries, path);
  }
  if (region === null) return;
  if (country === null) {
    const message = `The region ${JSON.stringify(region)} needs its country.`;
    throw new InvalidInput('UNKNOWN_REGION', [...path, 'region'], message, 'a country as well, or no region');
  }
  const regions = regionsOf(country);
  if (!regions.has(region)) throw unknownRegion(country, region, regions, path);
}

/**
 * The clock of a calendar: the hours of the weekday; none on a public holiday, and none from when a part holiday
 * begins; on an own day what it says, whether it closes the calendar or opens it on a holiday. Equal calendars share
 * one clock.
 * @throws InvalidInput UNKNOWN_COUNTRY, UNKNOWN_REGION when it is first asked for the hours of a date
 */
export function clockOf(calendar: BusinessCalendar): BusinessClock {
  const known = clocksOfCalendars.get(calendar);
  if (known !== undefined) return known;
  const { timeZone, hours, country, region, days } = calendar;
  const content = JSON.stringify([timeZone, hours, country, region, days.map((day) => [day.date, day.hours])]);
  const clock = clocks.get(content) ?? newClock(calendar);
  if (clocks.size >= MOST_CLOCKS) clocks.clear();
  clocks.set(content, clock);
  clocksOfCalendars.set(calendar, clock);
  return clock;
}

function newClock({ timeZone, hours, country, region, days }: BusinessCalendar): BusinessClock {
  const ownDays = new Map(days.map((day) => [day.date, day.hours]));
  const specialHours = (date: LocalDate): readonly WorkingHours[] | undefined => {
    const own = ownDays.get(date);
    if (own !== undefined || country === null) return own;
    const { whole, part } = holidaysOf(country, region, Number(date.slice(0, 4)));
    if (whole.has(date)) return [];
    const holiday = part.get(date);
    return holiday && hoursBefore(holiday.from, hours[new Date(date).getUTCDay() || 7] ?? []);
  };
  return { timeZone, hours, specialHours };
}

function hoursBefore(time: string, hours: readonly WorkingHours[]): WorkingHours[] {
  return hours.filter(({ from }) => from < time).map(({ from, to }) => ({ from, to: to < time ? to : time }));
}

function holidaysOf(country: string, region: string | null, year: number): HolidaysOfYear {
  const key = `${country} ${region} ${year}`;
  const known = years.get(key);
  if (known !== undefined) return known;
  checkCountryAndRegion(country, region, []);
  const holidays = readHolidays(country, region, year);
  if (years.size >= MOST_YEARS) years.clear();
  years.set(key, holidays);
  return holidays;
}

function readHolidays(country: string, region: string | null, year: number): HolidaysOfYear {
  const source = sourceOf(country, region);
  const whole = new Map<LocalDate, string>();
  const part = new Map<LocalDate, PartHoliday>();
  // Holidays of several days may begin in the year before.
  for (const holiday of [...source.getHolidays(year - 1, 'en'), ...source.getHolidays(year, 'en')]) {
    if (!isForAll(holiday)) continue;
    const date = holiday.date.slice(0, 10);
    const days = wholeDays(holiday);
    for (const each of Array.from({ length: days }, (_, index) => addDays(date, index))) {
      if (isIn(year, each) && !whole.has(each)) whole.set(each, holiday.name);
    }
    const from = holiday.start.toISOString().slice(11, 16);
    if (days === 0 && isIn(year, date)) part.set(date, { name: holiday.name, from });
  }
  return { whole, part };
}

/** The library's reader of a place. It remembers the years that it has worked out, at some 30 ms each. */
function sourceOf(country: string, region: string | null): Holidays {
  const key = `${country} ${region}`;
  const known = sources.get(key);
  if (known !== undefined) return known;
  const [state, within] = region?.split('-') ?? [];
  const place = { country, ...(state !== undefined && { state }), ...(within !== undefined && { region: within }) };
  // In UTC, `start` and `end` are the readings of the wall clock, whatever zone the country or this machine is in.
  const source = new Holidays(place, { timezone: 'UTC', languages: 'en' });
  if (sources.size >= MOST_SOURCES) sources.clear();
  sources.set(key, source);
  return source;
}

function isForAll({ type, note }: HolidaysTypes.Holiday & { readonly note?: string }): boolean {
  return type === 'public' && !FOR_SOME.test(note ?? '');
}

/**
 * How many dates it covers: 0 for a part of one. The three and a half days of a Turkish feast, which the library has
 * end past the third, are three.
 */
function wholeDays({ start, end }: HolidaysTypes.Holiday): number {
  return Math.floor((end.getTime() - start.getTime()) / 86_400_000);
}

function isIn(year: number, date: LocalDate): boolean {
  return Number(date.slice(0, 4)) === year;
}

/** Names by code: `BY` Bayern; within it `BY-A` Stadt Augsburg. */
function regionsOf(country: string): Map<string, string> {
  const states = Object.entries(catalogue.getStates(country, 'en') ?? {});
  const regions = states.flatMap(([state, name]) => [
    [state, name] as const,
    ...Object.entries(catalogue.getRegions(country, state, 'en') ?? {}).map(
      ([region, within]) => [`${state}-${region}`, within] as const,
    ),
  ]);
  // The library reads codes in capitals, so that it cannot find those that it writes otherwise.
  return new Map(regions.filter(([code]) => code === code.toUpperCase()));
}

function unknownCountry(country: string, names: Record<string, string>, path: readonly (string | number)[]) {
  const code = { UK: 'GB', EL: 'GR' }[country.toUpperCase()] ?? country.toUpperCase();
  const called = nearestTo(country, Object.values(names));
  const meant = Object.keys(names).find((each) => each === code || (country.length > 2 && names[each] === called));
  const hint = meant === undefined ? '' : ` Did you mean ${meant} (${names[meant]})?`;
  const expected = 'a country of ISO 3166 in two capitals, such as DE, or null';
  const message = `There are no holidays for the country ${JSON.stringify(country)}; give ${expected}.${hint}`;
  return new InvalidInput('UNKNOWN_COUNTRY', [...path, 'country'], message, meant ?? expected);
}

function unknownRegion(
  country: string,
  region: string,
  names: Map<string, string>,
  path: readonly (string | number)[],
) {
  const listed = [...names].map(([code, name]) => `${code} (${name})`).join(', ');
  const expected = listed === '' ? 'null' : `one of ${[...names.keys()].join(', ')}, or null`;
  const there = listed === '' ? 'It has none with holidays of its own: give null.' : `There are: ${listed}.`;
  const message = `${country} has no region ${JSON.stringify(region)}. ${there}`;
  return new InvalidInput('UNKNOWN_REGION', [...path, 'region'], message, expected);
}
