import { Temporal } from 'temporal-polyfill';
import type { Instant } from './question.js';

/** The instants of `[start, end)`, all with one UTC offset: local time less UTC, in milliseconds. Ends may be infinite. */
export interface OffsetStretch {
  readonly start: Instant;
  readonly end: Instant;
  readonly offset: number;
}

/** By zone, of which there are about 600; a stretch is half a year where clocks change. When full it is emptied. */
const MAX_REMEMBERED = 20_000;
const remembered = new Map<string, OffsetStretch[]>();
let rememberedCount = 0;

/**
 * The stretches of one offset that cover `[from, until)`, in order, clipped to it; none where it is empty.
 * @throws RangeError for an unknown zone
 */
export function offsetStretches(from: Instant, until: Instant, timeZone: string): OffsetStretch[] {
  const stretches: OffsetStretch[] = [];
  for (let at = from; at < until; ) {
    const { end, offset } = stretchAt(at, timeZone);
    stretches.push({ start: at, end: Math.min(end, until), offset });
    at = end;
  }
  return stretches;
}

function stretchAt(instant: Instant, timeZone: string): OffsetStretch {
  const known = remembered.get(timeZone)?.find(({ start, end }) => start <= instant && instant < end);
  if (known !== undefined) return known;
  const at = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
  // `previous` is strictly before; clocks change on whole seconds, so that a millisecond later finds a change at `at`.
  const previous = at.add({ milliseconds: 1 }).getTimeZoneTransition('previous');
  const next = at.getTimeZoneTransition('next');
  const stretch = {
    start: previous === null ? Number.NEGATIVE_INFINITY : previous.epochMilliseconds,
    end: next === null ? Number.POSITIVE_INFINITY : next.epochMilliseconds,
    offset: at.offsetNanoseconds / 1e6,
  };
  remember(timeZone, stretch);
  return stretch;
}

function remember(timeZone: string, stretch: OffsetStretch): void {
  if (rememberedCount >= MAX_REMEMBERED) {
    remembered.clear();
    rememberedCount = 0;
  }
  const stretches = remembered.get(timeZone) ?? [];
  stretches.push(stretch);
  remembered.set(timeZone, stretches);
  rememberedCount += 1;
}
