import { duration, length } from './format-duration.js';
import { count } from './format-number.js';

/** How times are said, on either clock. */
export interface Times {
  readonly duration: (seconds: number | null) => string;
  readonly className: (bounds: { readonly from: number; readonly to: number | null }) => string;
}

export const WALL_CLOCK: Times = { duration, className: (bounds) => classNamed(bounds, length) };

/** Working time in hours, `35 h 20 min`: a working day has no fixed length. */
export const BUSINESS_CLOCK: Times = {
  duration: (seconds) => (seconds === null || Math.round(seconds) < HOUR ? duration(seconds) : hours(seconds)),
  className: (bounds) => classNamed(bounds, hours),
};

const HOUR = 3_600;

function hours(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  const whole = `${count(Math.floor(minutes / 60))} h`;
  return minutes % 60 === 0 ? whole : `${whole} ${minutes % 60} min`;
}

function classNamed({ from, to }: Parameters<Times['className']>[0], said: (seconds: number) => string): string {
  if (to === null) return `${said(from)} and more`;
  return from === 0 ? `under ${said(to)}` : `${said(from)} – ${said(to)}`;
}
