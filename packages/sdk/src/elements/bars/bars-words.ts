import { words } from '../words/words.js';

export interface BarsWords {
  readonly handoffs: string;
  /** `{figure}` and `{attribute}`, the name of an attribute such as `owner`. */
  readonly by: string;
  /** `{count}`. */
  readonly moreInTable: string;
}

export const BARS_WORDS = words('bars', {
  handoffs: 'Handoffs',
  by: '{figure} by {attribute}',
  moreInTable: '{count} more in the table',
} satisfies BarsWords);
