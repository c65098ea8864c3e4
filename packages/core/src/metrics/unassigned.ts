import type { MetricDefinition } from '../metric.js';

export const unassigned: MetricDefinition = {
  name: 'unassigned',
  title: 'Without account',
  unit: 'LEADS',
  formula: 'leads without an account whose first entry into the stage lies in the period',
  description: 'With unit ACCOUNT: how many leads the report leaves out because no account is known for them.',
  notes: [
    'Null with unit LEAD, which leaves out nobody.',
    'In a cohort these are the leads missing from the cohort, so they stand with the base stage and are null above it; in a throughput each stage has its own.',
    'They pass the filter and stand in the group that they would be counted in themselves. With includeImplied false only explicit entries count here too.',
  ],
};
