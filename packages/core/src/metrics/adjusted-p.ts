import type { MetricDefinition } from '../metric.js';

export const adjustedP: MetricDefinition = {
  name: 'adjustedP',
  title: 'Adjusted p-value',
  unit: 'RATE',
  formula: 'two-sided p of z, adjusted by Benjamini–Hochberg over all comparisons tested',
  description:
    'How likely a difference at least so large would be by chance, allowing for how many comparisons were made. At most 0.05 stands out: a drop is a finding, a rise an improvement.',
  notes: [
    'Against the baseline z has the pooled variance p(1−p)(1/n₁ + 1/n₀); against a benchmark b the variance b(1−b)/n.',
    'One family: every step, over all leads and every group, against the baseline and each benchmark, and the follow-up; drops and rises alike (Benjamini and Hochberg 1995).',
    'Not tested, not in the family and never a finding: where fewer than five leads would be expected in any cell of the 2×2 table (against a benchmark: n·b or n·(1−b)), or where all leads on both sides did the same. These are listed as thin.',
    'A group that is all leads is left out: it would be the total again.',
    'Leads are taken as independent of one another. Where many belong to one account or one event, the true p is larger.',
  ],
};
