import type { StandardStage, Team } from './ladder.js';

interface StandardDefinition {
  readonly key: StandardStage;
  readonly name: string;
  readonly team: Team;
  readonly objective: string;
  readonly criteria: string;
  readonly actions: readonly string[];
}

/** What a new workspace begins with: stages 1–6 at positions 10–60, in force since 1970-01-01. */
export const STANDARD_LADDER: readonly StandardDefinition[] = [
  {
    key: 'CONTACT',
    name: 'Contact',
    team: 'MARKETING',
    objective: 'Be known to us.',
    criteria: 'A person whose details we hold, with or without a sign of interest.',
    actions: ['Send relevant content'],
  },
  {
    key: 'LEAD',
    name: 'Lead',
    team: 'MARKETING',
    objective: 'Show interest.',
    criteria: 'Answered an offer: downloaded, registered, wrote or called.',
    actions: ['Nurture until sales-ready', 'Complete the profile'],
  },
  {
    key: 'MQL',
    name: 'Marketing qualified lead',
    team: 'MARKETING',
    objective: 'Be worth the time of sales.',
    criteria: 'Sales-ready and within the ideal customer profile, as marketing judges it.',
    actions: ['Hand over to sales with all that is known'],
  },
  {
    key: 'SQL',
    name: 'Sales qualified lead',
    team: 'SALES',
    objective: 'Be accepted by sales.',
    criteria: 'Sales has spoken with the lead and takes it on.',
    actions: ['Find need, budget, authority and time'],
  },
  {
    key: 'QSO',
    name: 'Qualified sales opportunity',
    team: 'SALES',
    objective: 'Be a deal that can be won.',
    criteria: 'Budget is known and the need is dated.',
    actions: ['Propose', 'Negotiate'],
  },
  {
    key: 'CUSTOMER',
    name: 'Customer',
    team: 'SALES',
    objective: 'Buy.',
    criteria: 'The contract is signed.',
    actions: ['Hand over to delivery'],
  },
];
