import { describe, expect, test } from 'vitest';
import { acceptance } from './acceptance.js';
import { throughputFunnel } from './funnel.js';
import { DEFAULT_LADDER, type StageDefinition } from './model.js';
import { historyOf, may, moves } from './story.js';
import { timeToReach } from './velocity.js';

const MAY = { start: '2026-05-01', end: '2026-06-01' };

const SAL: StageDefinition = {
  id: 7,
  key: 'SAL',
  position: 35,
  standard: null,
  effectiveFrom: may(10),
  recordedAt: 0,
  retired: false,
};

describe('under the ladder of today', () => {
  const units = [
    moves('early', ['MQL', 2], ['SAL', 4], ['SQL', 6]),
    moves('skipped', ['MQL', 2], ['SQL', 5]),
    moves('late', ['MQL', 12], ['SAL', 14]),
  ];
  const history = historyOf([units], { ladder: [...DEFAULT_LADDER, SAL] });
  const entered = (ladder: 'AS_THEN' | 'TODAY', asOf = may(31)) =>
    throughputFunnel(history, { period: MAY, base: 'MQL', includeImplied: true, ladder, asOf }).map(
      (row) => `${row.stage} ${row.entered}`,
    );

  test('a stage that came on the tenth has always been there', () => {
    expect(entered('AS_THEN')).toEqual(['MQL 3', 'SQL 2', 'SAL 1']);
    expect(entered('TODAY').sort()).toEqual(['MQL 3', 'SAL 3', 'SQL 2']);
    expect(timeToReach(history, { period: MAY, from: 'MQL', to: 'SAL', basis: 'TO', ladder: 'TODAY' })).toMatchObject([
      { count: 2, median: 2 * 86_400 },
    ]);
  });

  test('as of a day before it came it has never been there', () => {
    expect(entered('TODAY', may(9))).toEqual(['MQL 2', 'SQL 2']);
  });

  test('an event into it accepts a handoff', () => {
    const acceptedBy = (day: number, ladder: 'AS_THEN' | 'TODAY') =>
      acceptance(historyOf([units], { ladder: [...DEFAULT_LADDER, { ...SAL, effectiveFrom: may(4.5) }] }), {
        period: MAY,
        asOf: may(day),
        ladder,
      })[0];
    expect(acceptedBy(4.5, 'AS_THEN')).toMatchObject({ handedOver: 2, accepted: 0, open: 2 });
    expect(acceptedBy(4.5, 'TODAY')).toMatchObject({ handedOver: 2, accepted: 1, open: 1 });
  });

  test('an event into a stage that is retired by then is no entry', () => {
    const retired = [SAL, { ...SAL, effectiveFrom: may(20), retired: true, recordedAt: 1 }];
    const gone = historyOf([units], { ladder: [...DEFAULT_LADDER, ...retired] });
    const rows = throughputFunnel(gone, {
      period: MAY,
      base: 'LEAD',
      includeImplied: true,
      ladder: 'TODAY',
      asOf: may(31),
    });
    expect(rows.map((row) => `${row.stage} ${row.entered}`)).toEqual(['LEAD 3', 'MQL 3', 'SQL 2']);
  });
});
