import { InvalidInput } from '@leadstage/core';

const INSTANT = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?([Zz]|[+-]\d{2}:\d{2})$/;
const DURATION = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const MILLISECONDS = [7 * 86_400_000, 86_400_000, 3_600_000, 60_000, 1_000];

/** @returns epoch milliseconds */
export function parseInstant(value: unknown): number {
  const instant = typeof value === 'string' && INSTANT.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isFinite(instant) && datesAgree(value as string, instant)) return instant;
  throw new InvalidInput(
    'INVALID_INSTANT',
    [],
    `${JSON.stringify(value)} is not an instant; give date, time and offset, such as 2026-03-27T15:30:00Z.`,
  );
}

/** Date.parse carries 2026-02-30 over into March; such a date does not exist. */
function datesAgree(text: string, instant: number): boolean {
  const offset = /([+-])(\d{2}):(\d{2})$/.exec(text);
  const minutes = offset ? Number(`${offset[1]}1`) * (Number(offset[2]) * 60 + Number(offset[3])) : 0;
  return new Date(instant + minutes * 60_000).toISOString().slice(0, 10) === text.slice(0, 10);
}

/** @returns milliseconds */
export function parseDuration(value: unknown): number {
  const parts = typeof value === 'string' ? DURATION.exec(value)?.slice(1) : undefined;
  if (parts?.some((part) => part !== undefined)) {
    return parts.reduce((sum, part, index) => sum + Number(part ?? 0) * (MILLISECONDS[index] as number), 0);
  }
  throw new InvalidInput(
    'INVALID_DURATION',
    [],
    `${JSON.stringify(value)} is not a duration in weeks, days, hours, minutes and seconds, such as P30D or PT72H.`,
  );
}

/** Milliseconds as `parseDuration` takes them: 129,600,000 is `P1DT12H`. What is finer than a second is left out. */
export function durationText(milliseconds: number): string {
  const parts = [
    ['D', 86_400_000],
    ['H', 3_600_000],
    ['M', 60_000],
    ['S', 1_000],
  ] as const;
  let left = milliseconds;
  const [days = '', ...time] = parts.map(([unit, size]) => {
    const count = Math.floor(left / size);
    left -= count * size;
    return count === 0 ? '' : `${count}${unit}`;
  });
  const clock = time.join('');
  return days === '' && clock === '' ? 'PT0S' : `P${days}${clock === '' ? '' : `T${clock}`}`;
}
