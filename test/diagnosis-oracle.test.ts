import { type Benchmark, diagnosis } from '@leadstage/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Batch, deskOf, frameOf, LADDER } from '../packages/core/src/diagnosis/testing.js';
import { adjustedOf, compared, comparedWith, splitOf } from './oracle/comparisons.js';

/** Hundreds of leads, which random workspaces do not have: the statistics, over counts that are made up. */
const SOURCES = ['web', 'fair', null];
const LAST_STEP = LADDER.slice(-2).map(({ id }) => id) as [number, number];

const group = fc
  .integer({ min: 0, max: 150 })
  .chain((leads) => fc.record({ leads: fc.constant(leads), reached: fc.nat(leads) }));
const sides = fc.tuple(...SOURCES.map(() => fc.record({ now: group, before: group })));

const figure: Benchmark = {
  ...{ id: 1, metric: 'stepRate', stage: 'CUSTOMER', value: '0.35', definition: 'stepRate', source: 'test' },
  ...{ publishedOn: '2026-01-01', recordedAt: 0, voidedAt: null },
};

test('differences, tests, discoveries and splits are those of the oracle, of large groups too', async () => {
  const seen = { found: 0, notFound: 0, thin: 0 };
  await fc.assert(
    fc.asyncProperty(sides, async (drawn) => {
      const [from] = LAST_STEP;
      const batches = SOURCES.flatMap((source, index): Batch[] => {
        const { now, before } = drawn[index]!;
        const about = { base: from, attributes: { source } };
        return [
          { ...about, date: '2026-05-05', ...now },
          { ...about, date: '2026-02-02', ...before },
        ];
      });
      const frame = frameOf();
      const body = await diagnosis.answer(
        { period: frame.period, by: ['source'], baselinePeriods: 1 },
        frame,
        deskOf(batches, [figure]),
      );
      const counts = ({ leads, reached }: { leads: number; reached: number }) => ({
        numerator: reached,
        denominator: leads,
      });
      const groups = SOURCES.map((value, index) => {
        return { value, now: counts(drawn[index]!.now), before: counts(drawn[index]!.before) };
      });
      const sum = (side: 'now' | 'before') => ({
        numerator: groups.reduce((total, each) => total + each[side].numerator, 0),
        denominator: groups.reduce((total, each) => total + each[side].denominator, 0),
      });
      const all = { now: sum('now'), before: sum('before') };
      const parts = groups.filter(
        ({ now, before }) =>
          now.denominator + before.denominator > 0 &&
          (now.denominator < all.now.denominator || before.denominator < all.before.denominator),
      );
      const family = [{ value: 'ALL' as string | null, ...all }, ...parts].flatMap(({ value, now, before }) => [
        { value, against: 'BASELINE', leads: now.denominator, result: compared(now, before) },
        { value, against: 'BENCHMARK', leads: now.denominator, result: comparedWith(now, 35) },
      ]);
      const tested = family.flatMap((each) => ('p' in each.result ? [{ ...each, result: each.result }] : []));
      const adjusted = adjustedOf(tested.map(({ result }) => result.p));
      expect(body.tested).toBe(tested.length);
      const shown = [...body.findings, ...body.improvements];
      const found = tested.flatMap((each, index) =>
        adjusted[index]! <= 0.05 ? [{ ...each, adjustedP: adjusted[index]! }] : [],
      );
      expect(shown.length).toBe(found.length);
      seen.found += found.length;
      seen.notFound += tested.length - found.length;
      seen.thin += family.length - tested.length;
      for (const { value, against, leads, result, adjustedP } of found) {
        const own = shown.find(
          (each) => each.against.kind === against && (each.attribute === null ? 'ALL' : each.value) === value,
        )!;
        const { difference, low, high, z, p } = result;
        const figures = [
          own.difference.value,
          own.difference.low,
          own.difference.high,
          own.z,
          own.p,
          own.adjustedP,
          own.leadsLost,
        ];
        const wanted = [difference, low, high, z, p, adjustedP, -leads * difference];
        for (const [index, number] of figures.entries()) {
          const near = 1e-9 * Math.abs(wanted[index]!) + 1e-15;
          expect(Math.abs(number - wanted[index]!)).toBeLessThanOrEqual(near);
        }
      }
      const split = splitOf(groups.filter(({ now, before }) => now.denominator + before.denominator > 0));
      const own = body.steps.at(-1)!.splits.find(({ attribute }) => attribute === 'source');
      expect(own === undefined).toBe(split === null);
      if (!own || !split) return;
      for (const name of ['change', 'mixEffect', 'rateEffect'] as const) expect(own[name]).toBeCloseTo(split[name], 12);
      expect(own.mixEffect + own.rateEffect).toBeCloseTo(own.change, 12);
      for (const part of split.groups) {
        const { mixEffect, rateEffect } = own.groups.find(({ keys }) => keys[0] === part.value)!;
        expect([mixEffect, rateEffect]).toEqual([
          expect.closeTo(part.mixEffect, 12),
          expect.closeTo(part.rateEffect, 12),
        ]);
      }
    }),
    { numRuns: 300 },
  );
  for (const [name, count] of Object.entries(seen)) expect(count, name).toBeGreaterThan(20);
});
