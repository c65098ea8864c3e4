import type { MetricDefinition } from '../metric.js';

export const reached: MetricDefinition = {
  name: 'reached',
  title: 'Reached',
  unit: 'LEADS',
  formula: 'leads of the cohort with a first entry into k by asOf, and within the conversion window where one is given',
  description:
    'Of the leads that entered the base stage in the period, how many have got to a stage. A lead that skipped a stage counts there from its entry into a later one (an implied entry), so that reached never grows from one stage to the next.',
  notes: [
    'First entry into k: the earliest transition into k or any later stage, in the ladder of that day.',
    'A lead with no transition into any stage stands in the first stage since its creation.',
    'With includeImplied false, a lead whose first entry into k is implied does not count at k; the base stage too must be entered explicitly.',
    'A lead entered a stage within the window W when its entry is no later than W after its entry into the base stage; exactly W is in.',
    'By ACCOUNT it counts accounts. Leads are filtered first; an account enters a stage when the first of its leads does (explicitly, if any lead does so explicitly at that instant), and stands in the group of the lead that brought it into the base stage: of leads that entered at one instant the one that did so explicitly, then the one recorded first. Leads without account are left out and counted in unassigned.',
  ],
};
