import type { DiagnosisReport } from '@leadstage/sdk';
import { expect, test } from 'vitest';
import type { Scene } from '../frame/scene.js';
import { COMMON_WORDS } from '../words/common-words.js';
import { formatsFor } from '../words/formats.js';
import { rateMark } from './diagnosis-figures.js';
import { diagnosisTables } from './diagnosis-tables.js';
import type { Step, Thin } from './diagnosis-terms.js';

const scene = { language: 'en', words: COMMON_WORDS.en, formats: formatsFor('en') } as Scene;
const step = { from: { key: 'MQL', name: 'MQL' }, to: { key: 'SQL', name: 'SQL' } };
const rate = (numerator: number, denominator: number) => ({
  ...{ value: numerator / denominator, numerator, denominator, low: 0.1, high: 0.9 },
});
const behind = {
  ...{ behind: 'now', denominatorBehind: 'now, of', baselineBehind: 'then', baselineDenominatorBehind: 'then, of' },
};
const both = { step, period: rate(3, 10), baseline: rate(20, 40), ...behind };
const judged: Step = { ...both, metric: 'STEP_RATE', trouble: 'CLOSING', team: 'SALES', difference: null, splits: [] };
const thin: Thin = {
  ...{ ...both, metric: 'ACCEPTANCE_RATE', attribute: 'source', value: 'web', comparison: 'BASELINE' },
  ...{ benchmark: null, reason: 'TOO_FEW', needed: 20, reading: '' },
};
const period = { start: '2026-01-01', end: '2026-04-01' };
const answer = { findings: [], improvements: [], steps: [judged], thin: [thin], period } as unknown as DiagnosisReport;

test.each([
  [0, 'leads'],
  [1, 'handoffs'],
])('both counts of both rates lead to what they count, in table %d to %s', (table, of) => {
  const [row = []] = diagnosisTables(answer, scene)[table]?.rows ?? [];
  expect(row.flatMap((cell) => (cell.behind ? [[cell.value, cell.behind, cell.of]] : []))).toEqual([
    [3, 'now', of],
    [10, 'now, of', of],
    [20, 'then', of],
    [40, 'then, of', of],
  ]);
});

test('the dots of a step lead to those who took it, now and before', () => {
  const marks = ['Period', 'Before'].map((name) => rateMark(name, judged.period, judged, scene));
  expect(marks.map(({ behind, of }) => [behind, of])).toEqual([
    ['now', 'leads'],
    ['then', 'leads'],
  ]);
});
