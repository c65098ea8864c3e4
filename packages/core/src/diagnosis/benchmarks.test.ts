import { describe, expect, test } from 'vitest';
import type { Benchmark } from '../benchmark.js';
import { stepRate } from '../metrics/step-rate.js';
import { chooseBenchmarks } from './benchmarks.js';
import { stepsOf } from './subject.js';
import { LADDER } from './testing.js';

const DAY = 86_400_000;
const SUBJECTS = stepsOf(LADDER);
const COMPARABLE = { ladder: LADDER, subjects: SUBJECTS, conversionWindow: 30 * DAY };

const benchmark = (about: Partial<Benchmark>): Benchmark => ({
  id: 1,
  metric: 'stepRate',
  stage: 'SQL',
  value: '0.14',
  definition: stepRate.formula,
  source: 'A survey',
  publishedOn: '2026-01-15',
  recordedAt: 0,
  voidedAt: null,
  ...about,
});
const reasonFor = (about: Partial<Benchmark>) =>
  chooseBenchmarks(undefined, [benchmark(about)], COMPARABLE).leftOut[0]?.reason ?? null;

describe('a benchmark is compared with', () => {
  test.each([
    'reached(k) / reached(previous stage)',
    '  Reached(K) /  reached(previous stage) ',
    'reached(SQL) / reached(MQL)',
    'stepRate',
    'Step rate',
    'Step rate within 30 days',
    'stepRate within 720 hours',
  ])('where it is defined as we do: %s', (definition) => {
    expect(reasonFor({ definition })).toBeNull();
  });

  test('for the step that leads to its stage, and no other', () => {
    const [chosen] = chooseBenchmarks(undefined, [benchmark({})], COMPARABLE).chosen;
    expect(chosen?.figure).toBe(0.14);
    expect(SUBJECTS.filter(chosen!.isOf).map(({ step }) => step.to.key)).toEqual(['SQL']);
  });
});

describe('it is left out, and said', () => {
  test.each<[Partial<Benchmark>, RegExp]>([
    [
      { definition: 'SQL / MQL, monthly' },
      /defined as "SQL \/ MQL, monthly".*record it with the definition "reached\(k\)/,
    ],
    [{ definition: 'reached(QSO) / reached(SQL)' }, /defined as/],
    [{ definition: 'stepRate within 90 days' }, /measured "stepRate within 90 days"/],
    [{ metric: 'overallRate' }, /it is of overallRate/],
    [{ value: '14' }, /14 is no share of 1/],
    [{ value: '-0.1' }, /no share of 1/],
    [{ stage: null }, /needs the stage/],
    [{ stage: 'GONE' }, /no stage GONE any more/],
    [{ stage: 'LEAD' }, /no stepRate of LEAD here/],
    [{ metric: 'acceptanceRate' }, /no acceptanceRate of SQL here/],
  ])('%o', (about, reason) => {
    expect(reasonFor(about)).toMatch(reason);
  });
});

describe('benchmarks that are named', () => {
  const standing = [benchmark({ id: 4 }), benchmark({ id: 5, definition: 'other' }), benchmark({ id: 6 })];
  const choose = (...ids: string[]) => chooseBenchmarks(ids, standing, COMPARABLE);

  test('are compared with, once each, and no others', () => {
    expect(choose('6', '6').chosen.map((each) => each.benchmark.id)).toEqual([6]);
    expect(choose()).toEqual({ chosen: [], leftOut: [] });
  });

  test('are refused where they are of another definition, or are not there', () => {
    expect(() => choose('4', '5')).toThrow(
      expect.objectContaining({ code: 'BENCHMARK_NOT_COMPARABLE', path: ['benchmarks', 1] }),
    );
    expect(() => choose('4', '7')).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_BENCHMARK', path: ['benchmarks', 1] }),
    );
    expect(() => choose('7')).toThrow('There is no benchmark "7", or it was voided. Standing: 4, 5, 6.');
  });
});
