import fc from 'fast-check';

export type WhenSketch = typeof when extends fc.Arbitrary<infer T> ? T : never;

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

export const mostly = <T>(usual: T, other: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, other);

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

/** So many batches after the first in which it could stand, modulo those there are. */
export const batch = mostly(0, fc.nat(3));
