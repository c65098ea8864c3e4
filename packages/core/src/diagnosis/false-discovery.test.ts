import fc from 'fast-check';
import { expect, test } from 'vitest';
import { adjusted, FALSE_DISCOVERY_RATE } from './false-discovery.js';

// Y. Benjamini and Y. Hochberg, Controlling the false discovery rate, Journal of the Royal Statistical Society B 57
// (1995), 289-300, section 4: of fifteen hypotheses on thrombolysis, four are rejected at 0.05 (Bonferroni: three).
test('the example as published', () => {
  const pValues = [
    ...[0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459],
    ...[0.324, 0.4262, 0.5719, 0.6528, 0.759, 1],
  ];
  const adjustedPs = adjusted(pValues);
  expect(adjustedPs.filter((p) => p <= FALSE_DISCOVERY_RATE)).toHaveLength(4);
  expect(adjustedPs.slice(0, 5).map((p) => p.toFixed(4))).toEqual(['0.0015', '0.0030', '0.0095', '0.0356', '0.0603']);
});

test('finds what the step-up procedure rejects, whatever the order', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 0.2, noNaN: true }), { minLength: 1, maxLength: 60 }), (pValues) => {
      const sorted = [...pValues].sort((a, b) => a - b);
      const rejected = sorted.findLastIndex((p, index) => p <= (0.05 * (index + 1)) / sorted.length) + 1;
      const found = adjusted(pValues).flatMap((p, index) => (p <= FALSE_DISCOVERY_RATE ? [pValues[index]!] : []));
      expect(found.sort((a, b) => a - b)).toEqual(sorted.slice(0, rejected));
    }),
  );
});

test('of nothing is nothing', () => {
  expect(adjusted([])).toEqual([]);
});
