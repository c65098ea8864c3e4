import { words } from '../words/words.js';

export interface FunnelWords {
  readonly title: string;
  readonly reached: string;
  readonly entered: string;
  readonly stepRate: string;
  readonly overallRate: string;
  readonly periodRatio: string;
  readonly mature: string;
  readonly projected: string;
  readonly unassigned: string;
  /** `{count}` and `{stage}`. */
  readonly unassignedNote: string;
}

export const FUNNEL_WORDS = words('funnel', {
  title: 'Funnel',
  reached: 'Reached',
  entered: 'Entered',
  stepRate: 'Step rate',
  overallRate: 'Overall rate',
  periodRatio: 'Period ratio',
  mature: 'Watched long enough',
  projected: 'Projected',
  unassigned: 'Without an account',
  unassignedNote: '{stage}: {count} leads without an account are left out.',
} satisfies FunnelWords);
