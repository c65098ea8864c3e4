import type { Grain } from '@leadstage/sdk';
import { words } from '../words/words.js';

export interface ControlsWords {
  readonly title: string;
  /** The one that is not over, the one before it, and the last `{count}`, which are more than one. */
  readonly periods: Readonly<Record<Grain, readonly [present: string, last: string, several: string]>>;
  readonly ownDates: string;
  readonly from: string;
  readonly to: string;
  readonly apply: string;
  readonly search: string;
  readonly noMatch: string;
  /** `{count}`. */
  readonly others: string;
  /** `{value}`. */
  readonly remove: string;
  readonly clear: string;
}

export const CONTROLS_WORDS = words('controls', {
  title: 'Period and filters',
  periods: {
    DAY: ['Today', 'Yesterday', 'Last {count} days'],
    WEEK: ['This week', 'Last week', 'Last {count} weeks'],
    MONTH: ['This month', 'Last month', 'Last {count} months'],
    QUARTER: ['This quarter', 'Last quarter', 'Last {count} quarters'],
    HALF_YEAR: ['This half-year', 'Last half-year', 'Last {count} half-years'],
    YEAR: ['This year', 'Last year', 'Last {count} years'],
  },
  ownDates: 'Own dates',
  from: 'From',
  to: 'To, inclusive',
  apply: 'Apply',
  search: 'Search',
  noMatch: 'No match',
  others: '{count} more: search for them',
  remove: 'Remove {value}',
  clear: 'Clear all',
} satisfies ControlsWords);
