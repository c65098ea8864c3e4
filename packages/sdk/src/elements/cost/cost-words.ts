import type { CostMethod, CostScope } from '@leadstage/sdk';
import { words } from '../words/words.js';

export interface CostWords {
  readonly title: string;
  readonly cost: string;
  readonly spend: string;
  readonly entered: string;
  readonly group: string;
  readonly cac: string;
  readonly roi: string;
  readonly pipelineValue: string;
  readonly pipelineNow: string;
  readonly valueWon: string;
  readonly won: string;
  readonly opportunities: string;
  readonly spendOf: string;
  readonly entriesOf: string;
  readonly lag: string;
  readonly lagLeads: string;
  readonly noLag: string;
  readonly unallocated: string;
  readonly outside: string;
  /** `{by}` and `{amount}`. */
  readonly unallocatedNote: string;
  /** `{amount}`. */
  readonly outsideNote: string;
  /** `{stage}`, `{days}` and `{share}`. */
  readonly before: string;
  readonly stronger: string;
  readonly bothScopes: string;
  readonly scopes: Readonly<Record<CostScope, string>>;
  /** `{days}` in that of ROLLING. */
  readonly methods: Readonly<Record<CostMethod, string>>;
}

export const COST_WORDS = words('cost', {
  title: 'Cost per stage',
  cost: 'Cost per entry',
  spend: 'Spend',
  entered: 'Entered',
  group: 'Group',
  cac: 'Customer acquisition cost',
  roi: 'Return on investment',
  pipelineValue: 'Pipeline value',
  pipelineNow: 'Open now, whatever the period',
  valueWon: 'Value won',
  won: 'Customers with a value',
  opportunities: 'Opportunities with a value',
  spendOf: 'Spend from',
  entriesOf: 'Entries from',
  lag: 'Lag',
  lagLeads: 'Leads whose lag was measured',
  noLag: 'The lag could not be measured',
  unallocated: 'Unallocated',
  outside: 'Outside the filter',
  unallocatedNote: 'Spend without {by}, in the total alone: {amount}.',
  outsideNote: 'Spend that does not say whether it passes the filter, in none of these numbers: {amount}.',
  before: '{stage}: {days} of the spend window ({share}) lie before the first known cost.',
  stronger: 'Stronger colour: dearer than other groups at the same stage.',
  bothScopes: 'Marketing and sales cost.',
  scopes: { MARKETING: 'Marketing cost.', SALES: 'Sales cost.' },
  methods: {
    SIMPLE: 'Spend of the period per entry.',
    SHIFTED: 'Spend moved back by the lag of each stage, per entry.',
    ROLLING: 'Spend of {days} days up to the end of each bucket, moved back by the lag, per entry.',
    KERNEL: 'Earlier spend, weighed by how long the leads took, per entry.',
  },
} satisfies CostWords);
