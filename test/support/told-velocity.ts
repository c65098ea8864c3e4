import { type BusinessClock, businessTimeBetween, type WorkingHours } from '@leadstage/core';
import type { CalendarInput } from '../../packages/api/src/sla/check-calendar.js';

/* Velocity by its definition, from what was recorded, in memory and one lead after another. The standard ladder. */

export const LADDER = ['CONTACT', 'LEAD', 'MQL', 'SQL', 'QSO', 'CUSTOMER'] as const;

export interface ToldTransition {
  readonly id: string;
  readonly lead: string;
  readonly to: string | null;
  readonly at: number;
  readonly recordedAt: number;
  /** Infinity: never. */
  readonly voidedAt: number;
}

/** In the order in which it was recorded. */
export interface Told {
  readonly leads: readonly {
    readonly id: string;
    readonly source: string;
    readonly createdAt: number;
    readonly recordedAt: number;
  }[];
  readonly transitions: readonly ToldTransition[];
  readonly merges: readonly { readonly lead: string; readonly into: string; readonly recordedAt: number }[];
}

export interface ToldPerson {
  readonly source: string;
  readonly createdAt: number;
  /** In order. */
  readonly log: readonly ToldTransition[];
}

/** The people known at an instant, with their logs. */
export function peopleOf({ leads, transitions, merges }: Told, knownAt: number): ToldPerson[] {
  const intoOf = new Map<string, string>();
  const survivor = (lead: string): string => (intoOf.has(lead) ? survivor(intoOf.get(lead)!) : lead);
  for (const { lead, into, recordedAt } of merges) {
    if (recordedAt <= knownAt && survivor(lead) !== survivor(into)) intoOf.set(survivor(lead), survivor(into));
  }
  const known = leads.filter(({ recordedAt }) => recordedAt <= knownAt);
  return known
    .filter(({ id }) => survivor(id) === id)
    .map(({ id, source }) => ({
      source,
      createdAt: Math.min(...known.filter((each) => survivor(each.id) === id).map((each) => each.createdAt)),
      log: transitions
        .filter((each) => each.recordedAt <= knownAt && each.voidedAt > knownAt && survivor(each.lead) === id)
        .sort((a, b) => a.at - b.at || a.recordedAt - b.recordedAt),
    }));
}

export interface ToldStay {
  readonly source: string;
  readonly from: number;
  /** Null: open at `asOf`. */
  readonly until: number | null;
}

/** Every stay in the stage that began by `asOf`. */
export function staysOf(people: readonly ToldPerson[], stage: string, asOf: number): ToldStay[] {
  return people.flatMap(({ source, createdAt, log }) => {
    const steps = log.map(({ to, at }) => ({ to, at }));
    if (steps.every(({ to }) => to === null)) {
      const later = steps.findIndex(({ at }) => at >= createdAt);
      steps.splice(later < 0 ? steps.length : later, 0, { to: 'CONTACT', at: createdAt });
    }
    const happened = steps.filter(({ at }) => at <= asOf);
    return happened.flatMap(({ to, at }, index) =>
      to === stage ? [{ source, from: at, until: happened[index + 1]?.at ?? null }] : [],
    );
  });
}

export interface ToldDuration {
  readonly source: string;
  readonly start: number;
  readonly end: number;
}

/** First entries into both stages by `asOf`, neither implied. */
export function durationsOf(people: readonly ToldPerson[], from: string, to: string, asOf: number): ToldDuration[] {
  const rung = (stage: string | null) => LADDER.indexOf(stage as 'LEAD');
  const firstInto = ({ createdAt, log }: ToldPerson, stage: string): number | null => {
    const entries = log.filter((each) => each.to !== null);
    if (entries.length === 0) return stage === 'CONTACT' ? createdAt : null;
    const upTo = entries.filter((each) => rung(each.to) >= rung(stage));
    const first = Math.min(...upTo.map(({ at }) => at));
    return upTo.some((each) => each.at === first && each.to === stage) ? first : null;
  };
  return people.flatMap((person) => {
    const [start, end] = [firstInto(person, from), firstInto(person, to)];
    if (start === null || end === null || Math.max(start, end) > asOf) return [];
    return [{ source: person.source, start, end }];
  });
}

/** The clock of a calendar without holidays. */
export function clockOfInput({ timeZone, hours }: CalendarInput): BusinessClock {
  const byWeekday: Record<number, WorkingHours[]> = {};
  for (const { weekday, from, to } of hours) byWeekday[weekday] = [...(byWeekday[weekday] ?? []), { from, to }];
  return { timeZone, hours: byWeekday, specialHours: () => undefined };
}

/** Working time from one instant to another, negative backwards: that of each version over the time it is in force. */
export function workedBetween(versions: readonly CalendarInput[], from: number, to: number): number {
  if (to < from) return -workedBetween(versions, to, from);
  const inOrder = [...versions].sort((a, b) => a.effectiveFrom! - b.effectiveFrom!);
  return inOrder
    .map((version, index) => {
      const since = index === 0 ? Number.NEGATIVE_INFINITY : version.effectiveFrom!;
      const until = inOrder[index + 1]?.effectiveFrom ?? Number.POSITIVE_INFINITY;
      const [start, end] = [Math.max(from, since), Math.min(to, until)];
      return start < end ? businessTimeBetween(clockOfInput(version), start, end) : 0;
    })
    .reduce((sum, each) => sum + each, 0);
}

/** The smallest length within which so many hundredths have ended, by the product-limit estimate in whole fractions. */
export function productLimit(lengths: readonly { length: number; open: boolean }[], percent: number): number | null {
  const ends = [...new Set(lengths.filter(({ open }) => !open).map(({ length }) => length))].sort((a, b) => a - b);
  let [left, of] = [1n, 1n];
  for (const time of ends) {
    const atRisk = lengths.filter(({ length }) => length >= time).length;
    const ended = lengths.filter(({ length, open }) => length === time && !open).length;
    left *= BigInt(atRisk - ended);
    of *= BigInt(atRisk);
    if (left * 100n <= of * BigInt(100 - percent)) return time;
  }
  return null;
}

/** Between neighbours, as `percentile_cont` does. */
export function interpolated(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  if (sorted.length === 0) return null;
  const place = share * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!];
  return below + (above - below) * (place - Math.floor(place));
}
