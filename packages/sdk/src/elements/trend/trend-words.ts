import { words } from '../words/words.js';

export interface TrendWords {
  /** `{measure}`. */
  readonly overTime: string;
  /** For several measures. */
  readonly title: string;
  readonly series: string;
  readonly outOf: string;
  readonly lower: string;
  readonly upper: string;
  readonly notOver: string;
  readonly dashed: string;
  /** `{shown}` and `{more}`. */
  readonly more: string;
}

export const TREND_WORDS = words('trend', {
  overTime: '{measure} over time',
  title: 'Over time',
  series: 'Series',
  outOf: 'Out of',
  lower: 'Lower end, 95 %',
  upper: 'Upper end, 95 %',
  notOver: 'Not over yet',
  dashed: 'Dashed: not over yet, so the number will change.',
  more: 'Only the first {shown} are drawn; the table has {more} more.',
} satisfies TrendWords);
