import type { StageDefinition } from '@leadstage/core';
import { expect, it } from 'vitest';
import { takesEffectAtOnce } from './takes-effect-at-once.js';
import { LADDER, version } from './testing.js';

const [MARCH, MAY, JULY, NOW] = [2, 4, 6, 10].map((month) => Date.UTC(2026, month, 1)) as [
  number,
  number,
  number,
  number,
];
const RECORDED = { earliestOccurredAt: MARCH, latestOccurredAt: JULY };
const NOTHING = { earliestOccurredAt: null, latestOccurredAt: null };
const again = (key: string, effectiveFrom: number, more: Partial<StageDefinition> = {}) =>
  version(key, { version: 9, effectiveFrom, ...more });
const sal = (effectiveFrom: number) => version('SAL', { id: 7, position: 35, effectiveFrom });
const readyIsMql = version('READY', { id: 7, position: 35, standard: 'MQL' });
const withoutMql = [...LADDER, version('MQL', { version: 2, retired: true }), readyIsMql];

it.each<[string, boolean, StageDefinition[], typeof RECORDED | typeof NOTHING, (readonly StageDefinition[])?]>([
  ['other words, whenever', true, [again('MQL', 0, { name: 'x', notes: 'y', team: 'SALES' })], RECORDED],
  ['a new stage from after the last event on', true, [sal(NOW)], RECORDED],
  ['a new stage from the last event on', false, [sal(JULY)], RECORDED],
  ['a new stage in the past', false, [sal(MAY)], RECORDED],
  ['a new stage in the past, before anything is recorded', true, [sal(MAY)], NOTHING],
  ['anything else, before anything is recorded', true, [again('MQL', 0, { retired: true })], NOTHING],
  ['a stage moved within its neighbours', true, [again('SQL', 0, { position: 45 })], RECORDED],
  ['a stage moved past another, in the past', false, [again('SQL', 0, { position: 55 })], RECORDED],
  // The rollups' cells are pairs of stages in the order of the latest ladder.
  ['a stage moved past another, from now on', false, [again('SQL', NOW, { position: 55 })], RECORDED],
  ['a stage retired from now on', false, [again('QSO', NOW, { retired: true })], RECORDED],
  [
    'a stage that was retired and comes back',
    false,
    [again('QSO', NOW)],
    RECORDED,
    [...LADDER, version('QSO', { version: 2, retired: true })],
  ],
  ['a standard stage that decides nothing', true, [again('QSO', 0, { standard: 'SQL' })], RECORDED],
  [
    'where leads are handed over, in the past',
    false,
    [again('READY', MAY, { id: 7, position: 35, standard: null })],
    RECORDED,
    withoutMql,
  ],
  [
    'where leads are handed over, from now on',
    true,
    [again('READY', NOW, { id: 7, position: 35, standard: null })],
    RECORDED,
    withoutMql,
  ],
])('%s: %s', (_, expected, added, span, before = LADDER) => {
  expect(takesEffectAtOnce(before, [...before, ...added], span)).toBe(expected);
});
