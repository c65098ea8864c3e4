import fc from 'fast-check';

/**
 * A history before it has dates: small numbers that `build-history.ts` turns into instants, batches and ids. Every
 * part shrinks on its own (fewer leads, fewer events, the first zone, day 0), because nothing in it refers to another.
 */
export type HistorySketch = typeof historySketch extends fc.Arbitrary<infer T> ? T : never;
export type WhenSketch = typeof when extends fc.Arbitrary<infer T> ? T : never;
export type LeadSketch = typeof lead extends fc.Arbitrary<infer T> ? T : never;
export type PatchSketch = typeof patch extends fc.Arbitrary<infer T> ? T : never;
export type TroubleSketch = typeof trouble extends fc.Arbitrary<infer T> ? T : never;
export type CostSketch = typeof cost extends fc.Arbitrary<infer T> ? T : never;

/** Local dates at which a zone's clock does something odd, or a plain month begins. */
export const ANCHORS: Readonly<Record<string, readonly string[]>> = {
  UTC: ['2018-03-01', '2011-12-31', '2025-02-28'],
  'Europe/Berlin': ['2025-03-30', '2018-10-28', '2006-03-26'],
  'America/Havana': ['2025-11-02', '2025-03-09', '2006-10-29'],
  'Pacific/Apia': ['2011-12-30', '2018-04-01', '2011-09-24'],
  'America/St_Johns': ['2006-10-29', '2011-03-13', '2018-11-04'],
  'America/Sao_Paulo': ['2018-11-04', '2018-02-18', '2006-11-05'],
  'Australia/Lord_Howe': ['2018-04-01', '2025-10-05', '2011-10-02'],
  'Africa/Cairo': ['2025-10-31', '2025-04-25', '2006-09-22'],
  'Asia/Kathmandu': ['2018-01-01', '2025-04-14', '2006-12-31'],
  'Pacific/Chatham': ['2018-04-01', '2025-09-28', '2011-04-03'],
};

export const LADDERS = [
  'STANDARD',
  'SAL',
  'LATE_SAL',
  'RETIRED_SAL',
  'SAL_RECORDED_BETWEEN',
  'MEETING_AND_PROPOSAL',
] as const;

/** Values that are easily taken for one another, and a quote. */
export const VALUES: Readonly<Record<string, readonly string[]>> = {
  source: ['web', 'Web', "trade's fair"],
  leadType: ['e-book', 'demo'],
  campaign: ['spring', 'null'],
  region: ['north', 'south'],
  owner: ['ann', 'ben'],
  account: ['A1', 'A2', 'A3'],
  tier: ['1', '2'],
};

const HOUR = 3_600_000;
const mostly = <T>(usual: T, other: fc.Arbitrary<T>) => fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, other);
/** undefined `none` times out of `none + 1`. */
export const maybe = <T>(arbitrary: fc.Arbitrary<T>, none = 4) =>
  fc.oneof({ weight: none, arbitrary: fc.constant(undefined) }, arbitrary);

/** Few distinct instants, many at or a millisecond beside the beginning of a local date. */
export const when = fc.record({
  anchor: mostly(0, fc.nat(2)),
  day: fc.oneof({ weight: 3, arbitrary: fc.integer({ min: -2, max: 2 }) }, fc.integer({ min: -45, max: 60 })),
  ms: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(0, 1, -1, HOUR / 2, HOUR, HOUR + 1, 12 * HOUR, 24 * HOUR) },
    fc.nat(24 * HOUR),
  ),
});

const batch = mostly(0, fc.nat(3));

/** undefined: not mentioned; null: cleared. */
const attribute = (name: string) => {
  const value = fc.constantFrom(...(VALUES[name] ?? []));
  return maybe(fc.oneof({ weight: 4, arbitrary: value }, fc.constant(null)), 1);
};

const patch = fc.record({
  source: attribute('source'),
  leadType: attribute('leadType'),
  campaign: attribute('campaign'),
  region: attribute('region'),
  owner: attribute('owner'),
  account: attribute('account'),
  tier: attribute('tier'),
});

const event = fc.record({
  /** An index into the ladder's rungs, modulo their number. */
  rung: fc.nat(7),
  kind: mostly('PLAIN', fc.constantFrom('ACCEPTED', 'REJECTED', 'RECYCLED', 'REOPENED', 'OUT', 'OUT_WITHOUT_KIND')),
  /** Another name of the same stage: lower case, SQO, or the standard stage it stands for. */
  otherName: fc.boolean(),
  when,
  /** At the same instant as the lead's event before it, if there is one. */
  atOnce: mostly(false, fc.boolean()),
  batch,
  /** Sent again, unchanged, so many batches later. */
  again: maybe(fc.nat(2)),
  /** Voided after so many more batches. */
  voided: maybe(fc.nat(3), 6),
  /** In a unit of its own, without its lead. */
  apart: fc.boolean(),
});

const lead = fc.record({
  batch,
  createdAt: when,
  givesCreatedAt: fc.boolean(),
  patch,
  changes: fc.array(fc.record({ batch, patch }), { maxLength: 2 }),
  /** Events climb the ladder: rungs and instants are each put in order. */
  isOrderly: fc.boolean(),
  events: fc.array(event, { maxLength: 7, size: 'max' }),
});

const TROUBLES = ['FUTURE', 'BEFORE_1970', 'NO_REASON', 'UNKNOWN_STAGE', 'UNKNOWN_LEAD', 'CONFLICT'] as const;

/** A unit that must be refused whole. */
const trouble = fc.record({ kind: fc.constantFrom(...TROUBLES), lead: fc.nat(39), batch, when });

const carried = (name: string) =>
  fc.oneof(fc.constant(undefined), { weight: 2, arbitrary: fc.constantFrom(...(VALUES[name] ?? [])) });

const cost = fc.record({
  /** In units of the last decimal; a credit below 0. */
  amount: fc.oneof(fc.integer({ min: -50_000, max: 200_000 }), fc.integer({ min: -9, max: 9 })),
  decimals: mostly(2, fc.constantFrom(0, 4)),
  start: fc.record({ anchor: mostly(0, fc.nat(2)), day: fc.integer({ min: -60, max: 40 }) }),
  days: fc.oneof(fc.constantFrom(1, 2, 3, 7, 30, 31, 90), fc.integer({ min: 1, max: 400 })),
  source: carried('source'),
  leadType: carried('leadType'),
  campaign: carried('campaign'),
  isSales: fc.boolean(),
  exchangeRate: maybe(fc.constantFrom('1.2345678', '0.1875', '150'), 3),
  batch,
  again: maybe(fc.nat(2)),
});

export const historySketch = fc.record({
  timeZone: fc.constantFrom(...Object.keys(ANCHORS)),
  currency: fc.constantFrom('EUR', 'BRL', 'JPY', 'KWD'),
  fiscalYearStartMonth: fc.integer({ min: 1, max: 12 }),
  weekStart: fc.integer({ min: 1, max: 7 }),
  ladder: fc.constantFrom(...LADDERS),
  /** The standard stage that SAL maps to. */
  salStandard: fc.constantFrom(null, 'MQL', 'SQL'),
  batchCount: fc.integer({ min: 1, max: 4 }),
  leads: fc.array(lead, { minLength: 1, maxLength: 40, size: 'max' }),
  troubles: fc.array(trouble, { maxLength: 4, size: 'max' }),
  costs: fc.array(cost, { maxLength: 12, size: 'max' }),
});
