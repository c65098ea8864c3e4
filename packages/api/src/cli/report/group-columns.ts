import type { Group, Period, Point } from '@leadstage/core';
import { addDays } from '@leadstage/core';
import { type Column, column } from './table.js';
import { visibleKey, visibleText } from './visible-text.js';

/** A column per attribute of the breakdown, one cell per group. */
export function groupColumns(by: readonly string[], groups: readonly Group<unknown>[]): Column[] {
  return by.map((attribute, index) =>
    column(
      visibleText(attribute),
      'left',
      groups.map((group) => visibleKey(group.keys[index] ?? null)),
    ),
  );
}

/** `source = web · region = (none)` */
export function groupName(by: readonly string[], { keys }: Group<unknown>): string {
  return by.map((attribute, index) => `${visibleText(attribute)} = ${visibleKey(keys[index] ?? null)}`).join(' · ');
}

/** A column that names each bucket by its first date, a calendar month by the month. */
export function bucketColumn(series: readonly Point<unknown>[]): Column {
  return column(
    'From',
    'left',
    series.map(({ period }) => bucketName(period)),
  );
}

function bucketName({ start, end }: Period): string {
  const isFirst = start.endsWith('-01');
  const nextMonth = addDays(`${start.slice(0, 7)}-28`, 4);
  return isFirst && end === `${nextMonth.slice(0, 7)}-01` ? start.slice(0, 7) : start;
}

/** The series of so many groups are drawn; data formats have them all. */
const MOST_SERIES = 10;

/** Draws the series of the first groups, and says how many more there are. */
export function groupSeries<Figures>(
  groups: readonly Group<Figures>[],
  draw: (group: Group<Figures>) => string,
): string[] {
  if (groups.every((group) => group.series.length === 0)) return [];
  const left = groups.length - MOST_SERIES;
  const more = left > 0 ? [`The series of ${left} more ${left === 1 ? 'group' : 'groups'}: --format csv or json.`] : [];
  return [...groups.slice(0, MOST_SERIES).map(draw), ...more];
}
