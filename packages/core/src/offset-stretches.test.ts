import { expect, test } from 'vitest';
import { offsetStretches } from './offset-stretches.js';

const at = (text: string) => Date.parse(text);
const HOUR = 3_600_000;

/** `2026-03-29T01:00Z +2 h`: where each begins, and its offset. */
const told = (from: string, until: string, zone: string) =>
  offsetStretches(at(from), at(until), zone).map(
    ({ start, offset }) => `${new Date(start).toISOString().replace(':00.000Z', 'Z')} ${offset / HOUR} h`,
  );

test.each([
  ['one', 'Europe/Berlin', '2026-05-11T00:00Z', '2026-05-12T00:00Z', ['2026-05-11T00:00Z 2 h']],
  [
    'two',
    'Europe/Berlin',
    '2026-03-29T00:00Z',
    '2026-03-30T00:00Z',
    ['2026-03-29T00:00Z 1 h', '2026-03-29T01:00Z 2 h'],
  ],
  [
    'half an hour',
    'Australia/Lord_Howe',
    '2026-10-03T15:00Z',
    '2026-10-03T16:00Z',
    ['2026-10-03T15:00Z 10.5 h', '2026-10-03T15:30Z 11 h'],
  ],
  [
    'a date skipped',
    'Pacific/Apia',
    '2011-12-30T09:59Z',
    '2011-12-30T10:01Z',
    ['2011-12-30T09:59Z -10 h', '2011-12-30T10:00Z 14 h'],
  ],
  ['until the change', 'Europe/Berlin', '2026-03-29T00:00Z', '2026-03-29T01:00Z', ['2026-03-29T00:00Z 1 h']],
  ['none', 'Europe/Berlin', '2026-03-29T00:00Z', '2026-03-29T00:00Z', []],
  ['no changes at all', 'UTC', '1900-01-01T00:00Z', '2100-01-01T00:00Z', ['1900-01-01T00:00Z 0 h']],
])('%s: %s, %s to %s', (_what, zone, from, until, expected) => {
  expect(told(from, until, zone)).toEqual(expected);
});

// What is remembered of a stretch that is first met at its very beginning must not reach back beyond it.
test('asked from a change on, and then about the time before it', () => {
  expect(told('2026-03-08T07:00Z', '2026-03-08T08:00Z', 'America/New_York')).toEqual(['2026-03-08T07:00Z -4 h']);
  expect(told('2026-03-08T06:00Z', '2026-03-08T07:00Z', 'America/New_York')).toEqual(['2026-03-08T06:00Z -5 h']);
});

test('they follow one another without gaps', () => {
  const [from, until] = [at('2020-01-01T00:00Z'), at('2030-01-01T00:00Z')];
  const stretches = offsetStretches(from, until, 'Europe/Berlin');
  expect(stretches).toHaveLength(21);
  expect(stretches.map(({ start }) => start)).toEqual([from, ...stretches.slice(0, -1).map(({ end }) => end)]);
  expect(stretches.at(-1)?.end).toBe(until);
});

test('an unknown zone is refused', () => {
  expect(() => offsetStretches(0, 1, 'Europe/Nowhere')).toThrow(RangeError);
});
