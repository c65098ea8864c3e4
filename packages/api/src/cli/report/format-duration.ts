import { NOTHING } from './format-number.js';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const DAYS = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/**
 * Seconds as people say them: `45 s`, `12 min 30 s`, `3 h 20 min`, and from a day on in days of 24 hours, `14.6 d`.
 * Rounded to the smallest unit shown.
 */
export function duration(seconds: number | null): string {
  if (seconds === null) return NOTHING;
  if (Math.round(seconds / MINUTE) * MINUTE >= DAY) return `${DAYS.format(seconds / DAY)} d`;
  if (Math.round(seconds) >= HOUR) return twoUnits(Math.round(seconds / MINUTE), 'h', 'min');
  return twoUnits(Math.round(seconds), 'min', 's');
}

/** A length that somebody set, exactly where it is of whole days or hours: `1 h`, `36 h`, `7 d`. */
export function length(seconds: number): string {
  if (seconds > 0 && seconds % DAY === 0) return `${seconds / DAY} d`;
  return seconds > 0 && seconds % HOUR === 0 ? `${seconds / HOUR} h` : duration(seconds);
}

function twoUnits(small: number, large: string, unit: string): string {
  const parts = [
    ...(small >= 60 ? [`${Math.floor(small / 60)} ${large}`] : []),
    ...(small % 60 > 0 || small < 60 ? [`${small % 60} ${unit}`] : []),
  ];
  return parts.join(' ');
}
