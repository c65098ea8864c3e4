import type { AcceptanceFigures, AcceptanceReport } from '@leadstage/sdk';
import { expect, test } from 'vitest';
import type { Scene } from '../frame/scene.js';
import { COMMON_WORDS } from '../words/common-words.js';
import { formatsFor } from '../words/formats.js';
import { decisionParts } from './acceptance-figures.js';
import { decisionsTable } from './acceptance-tables.js';

const scene = { language: 'en', words: COMMON_WORDS.en, formats: formatsFor('en') } as Scene;
const rate = { value: 0.5, numerator: 7, denominator: 15, low: 0.2, high: 0.8 };
const figures: AcceptanceFigures = {
  ...{ handedOver: 15, accepted: 7, rejected: 4, recycled: 2, disqualified: 1, open: 1, rejections: [] },
  ...{ acceptanceRate: rate, acceptanceRateOfDecided: rate, behind: 'all', acceptedBehind: 'took' },
  ...{ rejectedBehind: 'refused', recycledBehind: 'back', disqualifiedBehind: 'out', openBehind: 'waits' },
};

const LED_TO = [
  ['Accepted', 7, 'took'],
  ['Rejected', 4, 'refused'],
  ['Recycled', 2, 'back'],
  ['Disqualified', 1, 'out'],
  ['Open', 1, 'waits'],
];

test('each part of the bar leads to what it counts', () => {
  expect(decisionParts(figures, scene).map(({ label, count, behind }) => [label, count, behind])).toEqual(LED_TO);
});

test('each count of the table leads to what it counts, and rates lead nowhere', () => {
  const report = { total: figures, groups: [], period: { start: '2026-01-01', end: '2026-02-01' } };
  const { columns, rows } = decisionsTable(report as unknown as AcceptanceReport, scene);
  const led = rows[0]?.flatMap(({ value, behind, of }, index) =>
    behind ? [[columns[index]?.title, value, behind, of]] : [],
  );
  expect(led).toEqual([['Handed over', 15, 'all'], ...LED_TO].map((each) => [...each, 'handoffs']));
});
