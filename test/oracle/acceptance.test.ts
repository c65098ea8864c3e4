import { describe, expect, test } from 'vitest';
import { acceptance } from './acceptance.js';
import { goals } from './goals.js';
import type { AcceptanceQuestion } from './model.js';
import { historyOf, may, moves, RECORDED } from './story.js';

const MAY = { start: '2026-05-01', end: '2026-06-01' };
const DAY = 86_400_000;

describe('five handoffs of May', () => {
  const rejected = { kind: 'REJECTED' } as const;
  const history = historyOf(
    [
      [
        moves('A', ['MQL', 3], ['LEAD', 5, { ...rejected, reason: 'too early' }], ['MQL', 9], ['SQL', 10]),
        moves('B', ['MQL', 4], ['LEAD', 6, { ...rejected, reason: 'rival' }]),
        moves('C', ['MQL', 4], [null, 7]),
        moves('D', ['MQL', 20]),
      ],
    ],
    {
      commands: [
        { op: 'ASSIGN', recordedAt: RECORDED + 1, lead: 'A', owner: 'ann', occurredAt: may(1) },
        { op: 'ASSIGN', recordedAt: RECORDED + 2, lead: 'A', owner: 'ben', occurredAt: may(7) },
      ],
    },
  );
  const rows = (more: Partial<AcceptanceQuestion> = {}) => acceptance(history, { period: MAY, asOf: may(31), ...more });

  test('one accepted, two rejected for two reasons, one disqualified, one open', () => {
    expect(rows()).toEqual([
      {
        keys: [],
        bucket: null,
        handedOver: 5,
        accepted: 1,
        rejected: 2,
        recycled: 0,
        disqualified: 1,
        open: 1,
        reasons: [
          { reason: 'too early', handoffs: 1 },
          { reason: 'rival', handoffs: 1 },
        ],
      },
    ]);
  });

  test('before a decision the handoff is open, as of its instant it is not', () => {
    expect(rows({ asOf: may(5) - 1 })).toMatchObject([{ handedOver: 3, rejected: 0, open: 3 }]);
    expect(rows({ asOf: may(5) })).toMatchObject([{ handedOver: 3, rejected: 1, open: 2 }]);
  });

  test('a handoff belongs to its owner at the decision, and counts in the bucket of its opening', () => {
    const ofOwner = rows({ by: ['owner'], grain: 'WEEK' }).filter(({ keys }) => keys.length > 0);
    expect(ofOwner.map(({ keys, bucket, handedOver }) => [keys[0], bucket, handedOver])).toEqual([
      ['ann', null, 1],
      // Weeks begin on Mondays: 1, 4, 11 and 18 May.
      ['ann', 0, 1],
      ['ben', null, 1],
      ['ben', 1, 1],
      [null, null, 3],
      [null, 1, 2],
      [null, 3, 1],
    ]);
    expect(rows({ filter: { owner: { in: ['ben'] } } })).toMatchObject([{ handedOver: 1, accepted: 1 }]);
  });

  test('before it is known who owns the lead, nobody does', () => {
    expect(rows({ knownAt: RECORDED, filter: { owner: { in: [null] } } })).toMatchObject([{ handedOver: 5 }]);
  });

  test('goals: one entry of four wanted, when a quarter of the time has passed', () => {
    const goal = {
      key: 'G',
      stage: 'SQL',
      period: { start: '2026-05-09', end: '2026-05-17' },
      target: 4,
      filter: {},
      retired: false,
      recordedAt: RECORDED,
    };
    const other = { ...goal, key: 'H', period: { start: '2026-06-01', end: '2026-07-01' } };
    const asked = { period: MAY, asOf: may(11) };
    const known = { ...history, goals: [goal, other, { ...goal, target: 2, recordedAt: RECORDED + DAY }] };
    expect(goals(known, asked)).toEqual([{ goal: 'G', stage: 'SQL', target: 2, entered: 1, attainment: 0.5, pace: 2 }]);
    expect(goals(known, { ...asked, knownAt: RECORDED })).toEqual([
      { goal: 'G', stage: 'SQL', target: 4, entered: 1, attainment: 0.25, pace: 1 },
    ]);
    expect(goals(known, { ...asked, asOf: may(9) })).toEqual([
      { goal: 'G', stage: 'SQL', target: 2, entered: 0, attainment: 0, pace: null },
    ]);
  });
});
