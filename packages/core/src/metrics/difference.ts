import type { MetricDefinition } from '../metric.js';

export const difference: MetricDefinition = {
  name: 'difference',
  title: 'Difference of a rate',
  unit: 'RATE',
  formula: 'rate of the period − rate of the baseline, or − benchmark',
  description:
    'By how much a step’s rate lies above (or below) the same rate of the periods before, or a benchmark, with a 95 % interval.',
  notes: [
    'A share of 1: −0.066 is −6.6 percentage points.',
    'Both rates are of leads that entered the stage before, reached the stage within the conversion window W, and had been watched for at least W by asOf. Who entered later than asOf − W does not count on either side.',
    'The baseline is the N periods before the period, taken together: calendar months where the period is whole months, else as many days.',
    'Against the baseline: Newcombe’s hybrid score interval (1998, method 10), of two Wilson intervals. A benchmark is taken as exact: the Wilson interval moved by it.',
    'Follow-up (complianceRate) and acceptance per handoff (acceptanceRate) are asked by whole dates: handoffs opened on dates that lie wholly before asOf − W. Acceptance is compared with benchmarks alone; over time it is judged per lead, as the step rate.',
    'There is none against a baseline in which a stage of the step was not in the ladder all the time.',
  ],
};
