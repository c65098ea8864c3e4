import { describe, expect, test } from 'vitest';
import type { StaysQuestion } from './model.js';
import { timeInStage } from './stays.js';
import { historyOf, may, moves } from './story.js';
import { timeToReach } from './velocity.js';

const MAY = { start: '2026-05-01', end: '2026-06-01' };
const DAY = 86_400_000;
const HOUR = 3_600_000;

const OFFICE = {
  key: 'OFFICE',
  timeZone: 'UTC',
  hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '17:00' })),
  days: [],
  effectiveFrom: may(20),
  recordedAt: 0,
};

describe('stays in MQL', () => {
  const history = historyOf(
    [
      [
        moves('A', ['MQL', 1], ['SQL', 2]),
        // Two stays, one after the other; the second is open.
        moves('B', ['MQL', 4], ['MQL', 6]),
        moves('C', ['MQL', 4], [null, 8]),
        // Implied: no stay.
        moves('D', ['SQL', 4]),
      ],
    ],
    { calendars: [OFFICE] },
  );
  const stay = (more: Partial<StaysQuestion> = {}) =>
    timeInStage(history, { period: MAY, stage: 'MQL', asOf: may(9), ...more });

  test('ended after one, two and four days; one is open after three', () => {
    expect(stay()).toEqual([
      {
        keys: [],
        bucket: null,
        count: 4,
        ended: 3,
        open: 1,
        tally: [
          [DAY, 1, 0],
          [2 * DAY, 1, 0],
          [3 * DAY, 0, 1],
          [4 * DAY, 1, 0],
        ],
        // 3/4, then 2/4, then the one that is left goes.
        median: (2 * DAY) / 1000,
        p75: (4 * DAY) / 1000,
        p90: (4 * DAY) / 1000,
        // One day of all, one of 3/4, two of 2/4.
        mean: (2.75 * DAY) / 1000,
        meanOfEnded: ((1 + 2 + 4) * DAY) / 3 / 1000,
        openMedian: (3 * DAY) / 1000,
        openLongest: (3 * DAY) / 1000,
        classes: [0, 0, 0, [1, 0], [1, 0], [1, 1], 0, 0, 0, 0, 0, 0, 0].map((each) => each || [0, 0]),
      },
    ]);
  });

  test('as of 4 May, that included, two have begun; nobody can say how long half of the stays last', () => {
    expect(stay({ asOf: may(4) })).toMatchObject([{ count: 3, ended: 1, open: 2, median: (1 * DAY) / 1000 }]);
    expect(stay({ asOf: may(3) })).toMatchObject([{ count: 1, ended: 1 }]);
    expect(stay({ period: { start: '2026-05-06', end: '2026-06-01' } })).toMatchObject([
      { count: 1, open: 1, median: null },
    ]);
  });

  test('by working hours, before the first version of a calendar by that', () => {
    // Friday 1 to Saturday 2 May; Monday to Wednesday; Monday to Friday; Wednesday to Saturday.
    expect(stay({ clock: 'BUSINESS' })).toMatchObject([
      {
        tally: [
          [8 * HOUR, 1, 0],
          [16 * HOUR, 1, 0],
          [24 * HOUR, 0, 1],
          [32 * HOUR, 1, 0],
        ],
      },
    ]);
    expect(stay({ clock: 'BUSINESS', calendar: 'NONE' })).toEqual([]);
    const [time] = timeToReach(history, { period: MAY, from: 'MQL', to: 'SQL', basis: 'TO', clock: 'BUSINESS' });
    expect(time).toMatchObject({ count: 1, median: 8 * 3600 });
  });
});

test('a lead of which no transition is known stays in the first stage since its creation, until it is out', () => {
  const created = { lead: { externalId: 'L', createdAt: may(2) } };
  const asked = { period: MAY, stage: 'CONTACT', asOf: may(9) };
  expect(timeInStage(historyOf([[created]]), asked)).toMatchObject([{ ended: 0, open: 1, tally: [[7 * DAY, 0, 1]] }]);
  const out = { ...created, ...moves('L', [null, 5]), lead: created.lead };
  expect(timeInStage(historyOf([[out]]), asked)).toMatchObject([{ ended: 1, open: 0, tally: [[3 * DAY, 1, 0]] }]);
  const moved = { ...created, ...moves('L', ['LEAD', 5]), lead: created.lead };
  expect(timeInStage(historyOf([[moved]]), asked)).toEqual([]);
});
