import type { Grain, Instant, LocalDate, Period } from '../question.js';
import { dateOf } from '../start-of-date.js';
import type { Slice } from './observe.js';

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** `2 March 2026` */
export function dateWords(date: LocalDate): string {
  return `${Number(date.slice(8, 10))} ${MONTHS[Number(date.slice(5, 7)) - 1]} ${Number(date.slice(0, 4))}`;
}

/** `1 January to 31 March 2026`: both ends included, as people say it. */
export function periodWords({ start, end }: Period): string {
  const last = dateOf(Date.parse(`${end}T00:00:00Z`) - DAY, 'UTC');
  return last === start ? dateWords(start) : `${dateWords(start)} to ${dateWords(last)}`;
}

/** `in the week of 2 March 2026` */
export function bucketWords({ start }: Period, grain: Grain): string {
  if (grain === 'DAY') return `on ${dateWords(start)}`;
  return `in the ${grain.toLowerCase().replace('_', '-')} ${grain === 'WEEK' ? 'of' : 'from'} ${dateWords(start)}`;
}

export function instantWords(instant: Instant, timeZone: string): string {
  return dateWords(dateOf(instant, timeZone));
}

/** `30 days`, `1 day`, `36 hours`; what is neither, in minutes. */
export function durationWords(milliseconds: number): string {
  if (milliseconds % DAY === 0) return counted(milliseconds / DAY, 'day');
  if (milliseconds % HOUR === 0) return counted(milliseconds / HOUR, 'hour');
  return `${Number((milliseconds / 60_000).toFixed(1))} minutes`;
}

/** `1 lead`, `1,234 leads` */
export function counted(count: number, noun: string): string {
  return `${thousands(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** `1,234` */
export function thousands(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `7.5 %` of 0.075 */
export function percentWords(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

/** Percentage points with their sign: `−6.6` of −0.066. */
export function pointsWords(difference: number): string {
  const text = (Math.abs(difference) * 100).toFixed(1);
  if (Number(text) === 0) return '0.0';
  return `${difference < 0 ? '−' : '+'}${text}`;
}

/** ` with source "paid search"`, ` without a source`; nothing of all leads. */
export function sliceWords({ attribute, value }: Slice): string {
  if (attribute === null) return '';
  return value === null ? ` without ${attribute}` : ` with ${attribute} ${JSON.stringify(value)}`;
}
