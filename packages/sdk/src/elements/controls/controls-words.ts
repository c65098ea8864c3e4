import { words } from '../words/words.js';

export interface ControlsWords {
  readonly title: string;
  /** `{length}` such as `90 days`. */
  readonly last: string;
  readonly presets: Readonly<Record<string, string>>;
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
  last: 'Last {length}',
  presets: {
    'this-month': 'This month',
    'this-quarter': 'This quarter',
    'this-year': 'This year',
    'last-month': 'Last month',
    'last-quarter': 'Last quarter',
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
