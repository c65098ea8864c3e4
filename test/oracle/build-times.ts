import type { Instant } from '../../packages/core/src/question.js';
import { addDays, startOfDate } from './calendar.js';
import type { HistorySketch } from './sketch.js';
import { ANCHORS } from './sketch-parts.js';

export const DAY_MS = 86_400_000;

/** The first batch; all that happens in a history happened before. */
export const FIRST_RECORDED: Instant = Date.UTC(2026, 1, 1);

export const recordedAtOf = (batch: number): Instant => FIRST_RECORDED + batch * DAY_MS;

export function dateOfSketch({ timeZone }: HistorySketch, { anchor, day }: { anchor: number; day: number }): string {
  const anchors = ANCHORS[timeZone]!;
  return addDays(anchors[anchor % anchors.length]!, day);
}

export function instantOf(sketch: HistorySketch, when: { anchor: number; day: number; ms: number }): Instant {
  return startOfDate(dateOfSketch(sketch, when), sketch.timeZone) + when.ms;
}
