/** What a text said, not yet placed on the time line. `month` and `day` are 1-based; the date exists. */
export interface WrittenDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** Milliseconds since local midnight by the wall clock; absent when the text gave no time of day. */
  readonly timeOfDay?: number;
  /** Minutes east of UTC, when the text said so. */
  readonly offsetMinutes?: number;
}

/** Reads one format. Returns `undefined` for a text that does not fit, or names a date that does not exist. */
export type DateFormat = (text: string) => WrittenDate | { readonly instant: number } | undefined;

/** Thrown for a format nobody can read, with what would be right. */
export class InvalidDateFormat extends Error {}

type Field = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'fraction' | 'half' | 'offset' | 'weekday';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const TOKENS: Readonly<Record<string, readonly [Field, string]>> = {
  yyyy: ['year', '\\d{4}'],
  yy: ['year', '\\d{2}'],
  MMMM: ['month', '[A-Za-z]+'],
  MMM: ['month', '[A-Za-z]{3}\\.?'],
  MM: ['month', '\\d{2}'],
  M: ['month', '\\d{1,2}'],
  dd: ['day', '\\d{2}'],
  d: ['day', '\\d{1,2}'],
  HH: ['hour', '\\d{2}'],
  H: ['hour', '\\d{1,2}'],
  hh: ['hour', '\\d{2}'],
  h: ['hour', '\\d{1,2}'],
  mm: ['minute', '\\d{2}'],
  m: ['minute', '\\d{1,2}'],
  ss: ['second', '\\d{2}'],
  s: ['second', '\\d{1,2}'],
  a: ['half', '[AaPp]\\.?[Mm]\\.?'],
  EEE: ['weekday', '[A-Za-z]{2,3}\\.?'],
  EEEE: ['weekday', '[A-Za-z]+'],
  Z: ['offset', 'Z|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?'],
  XXX: ['offset', 'Z|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?'],
};

const ISO_TIME = '(?<hour>\\d{2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,](?<fraction>\\d{1,9}))?)?';
const ISO = new RegExp(
  `^(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})(?:[Tt ]${ISO_TIME}\\s?(?<offset>[Zz]|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?)?)?$`,
);

/**
 * Compiles a format such as `dd/MM/yyyy HH:mm`, or one of the names `iso`, `epochMillis`, `epochSeconds`.
 * `needs` says how much a date must tell: costs by month are content with year and month (the day is then 1).
 * Throws `InvalidDateFormat`.
 */
export function compileDateFormat(format: string, needs: 'day' | 'month' = 'day'): DateFormat {
  if (format === 'iso') return (text) => written(ISO.exec(text)?.groups, false);
  if (format === 'epochMillis') return (text) => epoch(text, 1);
  if (format === 'epochSeconds') return (text) => epoch(text, 1000);
  const { pattern, fields } = patternOf(format);
  refuseIncomplete(format, fields, needs);
  const twelveHours = fields.has('half');
  return (text) => written(pattern.exec(text)?.groups, twelveHours);
}

function patternOf(format: string): { pattern: RegExp; fields: Set<Field> } {
  const fields = new Set<Field>();
  let pattern = '';
  for (const [part] of format.matchAll(/'[^']*'|S+|([A-Za-z])\1*|[^A-Za-z']+|'/g)) {
    if (/^'.*'$/.test(part)) pattern += escaped(part.slice(1, -1));
    else if (/^[^A-Za-z]/.test(part) || part === 'T') pattern += escaped(part);
    else {
      const [field, digits] = /^S+$/.test(part)
        ? (['fraction', `\\d{${part.length}}`] as const)
        : tokenOf(part, format);
      if (fields.has(field)) throw new InvalidDateFormat(`format "${format}" names the ${field} twice`);
      fields.add(field);
      pattern += `(?<${field}>${digits})`;
    }
  }
  return { pattern: new RegExp(`^${pattern}$`), fields };
}

function tokenOf(part: string, format: string): readonly [Field, string] {
  const token = TOKENS[part];
  if (token !== undefined) return token;
  const meant = { YYYY: 'yyyy', YY: 'yy', DD: 'dd', D: 'd', A: 'a', nn: 'mm', X: 'XXX', XX: 'XXX' }[part];
  const hint = meant === undefined ? `tokens are ${Object.keys(TOKENS).join(' ')} SSS` : `write "${meant}"`;
  throw new InvalidDateFormat(
    `format "${format}" has "${part}", which is no token: ${hint}; other letters stand in single quotes`,
  );
}

function refuseIncomplete(format: string, fields: ReadonlySet<Field>, needs: 'day' | 'month'): void {
  const refuse = (reason: string): never => {
    throw new InvalidDateFormat(`format "${format}" ${reason}`);
  };
  if (!fields.has('year')) refuse('has no year (yyyy)');
  if (!fields.has('month')) refuse(`has no month (MM)${fields.has('minute') ? '; mm is minutes' : ''}`);
  if (needs === 'day' && !fields.has('day')) refuse('has no day (dd)');
  if (fields.has('half') && !fields.has('hour')) refuse('has "a" without an hour (h)');
  if (/h/.test(format.replaceAll(/'[^']*'/g, '')) && !fields.has('half')) {
    refuse('has a 12-hour "h" without "a" (AM/PM); write "H" for 24 hours');
  }
}

function written(groups: Readonly<Record<string, string>> | undefined, twelveHours: boolean): WrittenDate | undefined {
  if (groups === undefined) return undefined;
  const year = yearOf(groups.year!);
  const month = monthOf(groups.month!);
  const day = Number(groups.day ?? 1);
  if (month === undefined || day < 1 || day > daysIn(year, month)) return undefined;
  const offsetMinutes = groups.offset === undefined ? undefined : offsetOf(groups.offset);
  const date = { year, month, day, ...(offsetMinutes === undefined ? {} : { offsetMinutes }) };
  if (groups.hour === undefined) return date;
  const timeOfDay = timeOf(groups, twelveHours);
  return timeOfDay === undefined ? undefined : { ...date, timeOfDay };
}

/** `18` is 2018: two digits always mean this century. */
function yearOf(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

function monthOf(text: string): number | undefined {
  const number = /^\d+$/.test(text) ? Number(text) : MONTHS.indexOf(text.slice(0, 3).toLowerCase()) + 1;
  return number >= 1 && number <= 12 ? number : undefined;
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function timeOf(groups: Readonly<Record<string, string>>, twelveHours: boolean): number | undefined {
  const hour = twelveHours ? hourOfHalf(Number(groups.hour), groups.half!) : Number(groups.hour);
  const minute = Number(groups.minute ?? 0);
  const second = Number(groups.second ?? 0);
  if (hour === undefined || hour > 23 || minute > 59 || second > 59) return undefined;
  const millisecond = Number((groups.fraction ?? '').slice(0, 3).padEnd(3, '0'));
  return ((hour * 60 + minute) * 60 + second) * 1000 + millisecond;
}

/** 12 AM is midnight, 12 PM noon. */
function hourOfHalf(hour: number, half: string): number | undefined {
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (/^p/i.test(half) ? 12 : 0);
}

function offsetOf(text: string): number {
  if (/^[A-Z]/i.test(text)) return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(3).replace(':', '') || 0);
  return text.startsWith('-') ? -minutes : minutes;
}

function epoch(text: string, milliseconds: number): { instant: number } | undefined {
  if (!/^-?\d{1,14}(\.\d{1,6})?$/.test(text)) return undefined;
  const instant = Math.floor(Number(text) * milliseconds);
  return { instant };
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
