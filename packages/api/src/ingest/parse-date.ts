import { compileDateFormat, type DateFormat } from './date-format.js';

export type Parsed = NonNullable<ReturnType<DateFormat>>;

/** What became of a text: a date, or why not, worded to follow the text: `is not a date as …`. */
export type DateReading = { readonly date: Parsed } | { readonly refused: string };

export type DateParser = (text: string) => DateReading;

/** What is recorded begins in 1970; earlier dates are typing errors (`0018-05-31`) or stand for none (`1900-01-01`). */
const FIRST_YEAR = 1970;

/**
 * Reads a text by the formats given. Where several fit, they must agree: `03/04/2018` under both `d/M/yyyy` and
 * `M/d/yyyy` is refused, not guessed. Throws `InvalidDateFormat` for a bad format.
 */
export function dateParser(formats: readonly string[], needs: 'day' | 'month' = 'day'): DateParser {
  const compiled = formats.map((format) => compileDateFormat(format, needs));
  return (text) => {
    let found: Parsed | undefined;
    for (const read of compiled) {
      const date = read(text);
      if (date === undefined) continue;
      if (found !== undefined && !sameDate(found, date)) {
        return { refused: `is ambiguous: it fits several of ${listed(formats)} as different dates` };
      }
      found ??= date;
    }
    if (found === undefined) return { refused: `is not a date as ${listed(formats)}${otherFormats(text, formats)}` };
    if (yearOf(found) < FIRST_YEAR) return { refused: `is a date before ${FIRST_YEAR}` };
    return { date: found };
  };
}

function listed(formats: readonly string[]): string {
  return formats.map((format) => (format === 'iso' ? 'iso (2018-05-31 or 2018-05-31T14:05:00Z)' : format)).join(' or ');
}

/** Fields are always built in the same order, so their JSON tells them apart. */
function sameDate(a: Parsed, b: Parsed): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function yearOf(date: Parsed): number {
  return 'instant' in date ? new Date(date.instant).getUTCFullYear() : date.year;
}

const DATES = ['d/M/yyyy', 'M/d/yyyy', 'd.M.yyyy', 'd-M-yyyy', 'yyyy/M/d', 'yyyyMMdd', 'd MMM yyyy', 'd-MMM-yyyy'];
const TIMES = ['', ' H:mm', ' H:mm:ss', ' h:mm a', ' h:mm:ss a'];
const COMMON = ['iso', 'epochMillis', 'epochSeconds', ...DATES.flatMap((date) => TIMES.map((time) => date + time))];
const COMMON_FORMATS = COMMON.map((format) => [format, compileDateFormat(format)] as const);

/** `; it would fit d/M/yyyy`: the common formats that read the text as a date of the years 1990 to 2099. */
function otherFormats(text: string, formats: readonly string[]): string {
  const fitting = COMMON_FORMATS.filter(([format, read]) => {
    const date = formats.includes(format) ? undefined : read(text);
    return date !== undefined && yearOf(date) >= 1990 && yearOf(date) < 2100;
  });
  return fitting.length === 0 ? '' : `; it would fit ${fitting.map(([format]) => format).join(' or ')}`;
}
