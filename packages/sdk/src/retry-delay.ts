const FIRST_MS = 250;
const LONGEST_MS = 8_000;

/**
 * How long to wait before the next attempt, in milliseconds: 250, 500, 1,000 … 8,000, of which a random half is taken
 * off so that clients that failed together do not come back together. A `Retry-After` is waited out in full, and the
 * random part comes on top.
 * @param attempt 0 after the first failure
 * @param random 0 to 1
 */
export function retryDelayMs(
  attempt: number,
  retryAfter: string | null,
  random = Math.random(),
  now = Date.now(),
): number {
  const backOff = Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt);
  const asked = retryAfter === null ? null : retryAfterMs(retryAfter, now);
  return asked === null ? backOff * (1 - random / 2) : asked + (FIRST_MS * random) / 2;
}

/** @returns milliseconds from `now`; null when it is neither seconds nor a date */
export function retryAfterMs(header: string, now = Date.now()): number | null {
  const text = header.trim();
  if (/^\d+$/.test(text)) return Number(text) * 1_000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
