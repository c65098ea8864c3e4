import type { Period, Workspace } from '@leadstage/sdk';
import { todayIn } from './question.js';

/** Buckets that have begun as of an instant, and whether they were over. @param asOf UTC */
export function begun<Point extends { readonly period: Period }>(
  series: readonly Point[],
  asOf: string,
  { timeZone }: Pick<Workspace, 'timeZone'>,
): (Point & { readonly isOver: boolean })[] {
  const today = todayIn(timeZone, Date.parse(asOf));
  return series
    .filter(({ period }) => period.start <= today)
    .map((point) => ({ ...point, isOver: point.period.end <= today }));
}
