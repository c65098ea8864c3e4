import {
  type BusinessCalendar,
  checkWorkingHours,
  type Instant,
  InvalidInput,
  isLocalDate,
  isTimeZone,
  type LocalDate,
  type WorkingHours,
} from '@leadstage/core';
import { checkKey, checkName } from './check-names.js';
import { checkCountryAndRegion } from './holidays.js';

/** Working hours as somebody gives them. */
export interface CalendarInput {
  /** Upper snake case. */
  readonly key: string;
  readonly name: string;
  /** IANA name. */
  readonly timeZone: string;
  /** ISO weekday 1–7; several of a day leave breaks between them. In any order. */
  readonly hours: readonly (WorkingHours & { readonly weekday: number })[];
  /** ISO 3166-1 alpha-2: its public holidays are off; none where it is left out. */
  readonly country?: string | null;
  readonly region?: string | null;
  /** Own days, each once; without hours a day off. */
  readonly days?: readonly {
    readonly date: LocalDate;
    readonly name: string;
    readonly hours: readonly WorkingHours[];
  }[];
  /** Default: when it is recorded. */
  readonly effectiveFrom?: Instant;
}

/** What a calendar says, apart from which version it is. */
export type CalendarContent = Pick<BusinessCalendar, 'name' | 'timeZone' | 'hours' | 'country' | 'region' | 'days'>;

const MOST_DAYS = 2_000;

/**
 * The calendar that somebody gives, with its hours and days in order.
 * @throws InvalidInput INVALID_KEY, INVALID_TEXT, INVALID_TIME_ZONE, INVALID_HOURS, UNKNOWN_COUNTRY, UNKNOWN_REGION,
 *   INVALID_DATE, DUPLICATE_DATE, TOO_MANY_DAYS, NO_WORKING_TIME
 */
export function checkCalendar({ key, name, timeZone, hours, country, region, days }: CalendarInput): CalendarContent {
  checkKey(key);
  checkName(name, ['name']);
  if (!isTimeZone(timeZone)) {
    const expected = 'an IANA name, such as Europe/Berlin';
    throw new InvalidInput(
      'INVALID_TIME_ZONE',
      ['timeZone'],
      `"${timeZone}" is no time zone; give ${expected}.`,
      expected,
    );
  }
  checkCountryAndRegion(country ?? null, region ?? null, []);
  const content = {
    name,
    timeZone,
    hours: byWeekday(hours),
    country: country ?? null,
    region: region ?? null,
    days: ownDays(days ?? []),
  };
  if (hours.length === 0 && content.days.every((day) => day.hours.length === 0)) {
    const expected = 'working hours on a weekday, or on an own day';
    throw new InvalidInput(
      'NO_WORKING_TIME',
      ['hours'],
      `The calendar has no working time; give ${expected}.`,
      expected,
    );
  }
  return content;
}

function byWeekday(hours: CalendarInput['hours']): CalendarContent['hours'] {
  const placed = hours.map((each, place) => ({ ...each, place }));
  return Object.fromEntries(
    [...Array(7).keys()].flatMap((index) => {
      const ofDay = placed.filter(({ weekday }) => weekday === index + 1);
      return ofDay.length === 0 ? [] : [[index + 1, inOrder(ofDay, (each) => ['hours', each.place])]];
    }),
  );
}

function ownDays(days: NonNullable<CalendarInput['days']>): CalendarContent['days'] {
  if (days.length > MOST_DAYS) {
    const message = `${days.length} own days; a calendar has at most ${MOST_DAYS}.`;
    throw new InvalidInput('TOO_MANY_DAYS', ['days'], message, `at most ${MOST_DAYS} days`);
  }
  const known = new Set<LocalDate>();
  const checked = days.map(({ date, name, hours }, index) => {
    if (!isLocalDate(date)) {
      throw new InvalidInput('INVALID_DATE', ['days', index, 'date'], `"${date}" is not a date; give YYYY-MM-DD.`);
    }
    if (known.has(date)) {
      const message = `${date} is there twice; give its hours together, once.`;
      throw new InvalidInput('DUPLICATE_DATE', ['days', index, 'date'], message, 'each date once');
    }
    known.add(date);
    checkName(name, ['days', index, 'name']);
    const placed = hours.map((each, place) => ({ ...each, place }));
    return { date, name, hours: inOrder(placed, ({ place }) => ['days', index, 'hours', place]) };
  });
  return checked.sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** Sorts the hours of a day and checks them; what is wrong is said of the place where it was given. */
function inOrder<Placed extends WorkingHours>(
  hours: readonly Placed[],
  pathOf: (each: Placed) => readonly (string | number)[],
): WorkingHours[] {
  const sorted = hours.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const plain = sorted.map(({ from, to }) => ({ from, to }));
  try {
    checkWorkingHours(plain, []);
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    const [index, ...field] = error.path;
    const wrong = sorted[Number(index)];
    throw new InvalidInput(error.code, [...(wrong ? pathOf(wrong) : []), ...field], error.message, error.expected);
  }
  return plain;
}
