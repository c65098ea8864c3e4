import type { Random } from './random.js';
import {
  GROWTH_PER_YEAR,
  HOUR_FACTORS,
  LEADS,
  MONTH_FACTORS,
  SOURCES,
  type SourceRates,
  WEEKDAY_FACTORS,
} from './rates.js';
import { DAY, dayOf, HOUR, monthOf, type WallTime, weekdayOf } from './wall-clock.js';

const HOURS = HOUR_FACTORS.map((factor, hour) => [hour, factor] as const);

export interface Arrival {
  readonly source: SourceRates;
  readonly at: WallTime;
}

/** Everyone who arrives in the days `[from, to)`, day by day and in order of time within each. */
export function* arrivals(from: number, to: number, random: Random): Generator<Arrival> {
  const days = Array.from({ length: to - from }, (_, index) => from + index);
  const weights = days.map((day) => dayWeight(day, from));
  const perWeight = LEADS / weights.reduce((sum, weight) => sum + weight, 0);
  for (const [index, day] of days.entries()) {
    const times = Array.from({ length: random.count(weights[index]! * perWeight) }, () => arrivalTime(day, random));
    const sources = SOURCES.map((source) => [source, shareOn(source, day)] as const);
    for (const at of times.sort((a, b) => a - b)) yield { source: random.draw(sources), at };
  }
}

function dayWeight(day: number, from: number): number {
  const growth = GROWTH_PER_YEAR ** ((day - from) / 365.25);
  return growth * MONTH_FACTORS[monthOf(day)]! * WEEKDAY_FACTORS[weekdayOf(day)]!;
}

const shareOn = ({ share, months }: SourceRates, day: number): number => share * (months?.[monthOf(day)] ?? 1);

function arrivalTime(day: number, random: Random): WallTime {
  return Math.floor(day * DAY + random.draw(HOURS) * HOUR + random.uniform() * HOUR);
}

/** The local day, three years back, on which history begins. */
export function yearsBefore(day: number, years: number): number {
  const date = new Date(day * DAY);
  return dayOf(Date.UTC(date.getUTCFullYear() - years, date.getUTCMonth(), date.getUTCDate()));
}
