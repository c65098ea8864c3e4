import type { MetricDefinition } from '../metric.js';

export const unallocated: MetricDefinition = {
  name: 'unallocated',
  title: 'Unallocated spend',
  unit: 'MONEY',
  formula:
    'UNALLOCATED: spend that lacks an attribute of `by`. BY_ENTRIES: what of it could not be spread over the groups in proportion to their LEAD entries in P',
  description:
    'What becomes of cost that does not say for which group it was. By choice (allocation) it stays a row of its own, or is spread over the groups.',
  notes: [
    'Groups and unallocated add up to the total.',
    'BY_ENTRIES spreads cost that lacks an attribute of `by` or of the filter over the groups of all these attributes together, in proportion to their LEAD entries over the whole period asked about (not moved by a lag, whatever the grain), before filtering; what falls to groups outside the filter is in no total.',
    'Largest remainder (Hare quota) in minor units; ties go to the group with more entries, then by name, attribute after attribute, null last. Negative amounts are spread as their opposites.',
    'Leads whose value is missing are a group as any other, and get their part.',
    'Cost that carries some of the attributes is pooled with what carries the same and spread only over groups that agree with it. Cost that carries all of them keeps its group, though no lead entered there.',
    'With no LEAD entry in any such group, and in a ladder without LEAD, it stays unallocated (or outside the filter).',
    'Running totals are spread, from the start of the spend window to the end of each bucket, and buckets are their differences; so buckets add up to the period, and a bucket of a group may differ by a minor unit from its own proportion, even below 0. For ROLLING each window is spread by itself. For KERNEL the running total begins with the first day that the longest lag of the stage reaches.',
  ],
};
