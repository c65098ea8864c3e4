const SECOND = 1_000;
const FIRST = 5 * SECOND;
const LONGEST = 6 * 3_600 * SECOND;

/** An event that failed so often is dead. With the delays below that is 15 to 29 hours after the first attempt. */
export const MOST_ATTEMPTS = 16;

/**
 * How long to wait after a failed attempt, milliseconds: 10 s after the first, doubled by each up to 6 h, less a random
 * part of at most half, so that what failed together is not tried together. A receiver may ask for more, up to 6 h.
 * @param attempts made so far, from 1
 * @param retryAfter what the receiver asked for, milliseconds
 * @param random in [0, 1)
 */
export function retryDelay(attempts: number, retryAfter: number | null = null, random = Math.random()): number {
  const full = Math.min(FIRST * 2 ** attempts, LONGEST);
  return Math.round(Math.min(Math.max(full / 2 + (full / 2) * random, retryAfter ?? 0), LONGEST));
}

/** The header `Retry-After`, seconds or a date, as milliseconds from now; null where it says nothing. */
export function parseRetryAfter(header: string | undefined, now: number): number | null {
  if (header === undefined) return null;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * SECOND;
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
