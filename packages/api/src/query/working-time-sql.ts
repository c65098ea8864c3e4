import type { WorkingTime } from '@leadstage/core';
import { raw, type Sql, sql } from './sql.js';

/** Columns `starts`, `lengths`, `before` of a staircase of working time, in milliseconds. */
export function staircase({ starts, lengths, before }: WorkingTime): Sql {
  return sql`${[...starts]}::float8[] AS starts, ${[...lengths]}::float8[] AS lengths, ${[...before]}::float8[] AS before`;
}

/** An instant as whole milliseconds since 1970, in a double. Of some instants the product alone is off by 0.0002. */
export function millisecondsOf(instant: Sql): Sql {
  return sql`round(date_part('epoch', ${instant}) * 1000)`;
}

/** Milliseconds worked from one instant to another by the staircase of a row `clock`; negative where `to` comes first. */
export function workedBetween(clock: string, from: Sql, to: Sql): Sql {
  return sql`(${workedUntil(clock, to)} - ${workedUntil(clock, from)})`;
}

/**
 * The earliest instant, in milliseconds since 1970, at which `milliseconds` of working time after `from` are used up;
 * null where the staircase ends before.
 */
export function usedUpAt(clock: string, from: Sql, milliseconds: Sql): Sql {
  const used = sql`(${workedUntil(clock, from)} + ${milliseconds})`;
  const column = (name: string) => raw(`${clock}.${name}`);
  // An interval that begins when all is used up comes too late: the one before it has just ended.
  const last = sql`(width_bucket(${used}, ${column('before')}) - 1)`;
  const index = sql`(CASE WHEN ${column('before')}[${last} + 1] = ${used} THEN ${last} ELSE ${last} + 1 END)`;
  return sql`(CASE WHEN ${used} <= ${column('before')}[${index}] + ${column('lengths')}[${index}]
    THEN ${column('starts')}[${index}] + ${used} - ${column('before')}[${index}] END)`;
}

function workedUntil(clock: string, instant: Sql): Sql {
  const at = millisecondsOf(instant);
  const column = (name: string) => raw(`${clock}.${name}`);
  const index = sql`width_bucket(${at}, ${column('starts')})`;
  return sql`coalesce(${column('before')}[${index}] + least(${at} - ${column('starts')}[${index}], ${column('lengths')}[${index}]), 0)`;
}
