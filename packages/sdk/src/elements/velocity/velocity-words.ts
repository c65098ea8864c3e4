import { words } from '../words/words.js';

export interface VelocityWords {
  readonly title: string;
  readonly timeToReach: string;
  readonly leads: string;
  readonly length: string;
  readonly mean: string;
  readonly median: string;
  readonly p75: string;
  readonly p90: string;
  readonly timeInStage: string;
  readonly stays: string;
  readonly ended: string;
  readonly open: string;
  readonly meanOfEnded: string;
  readonly openMedian: string;
  readonly openLongest: string;
  readonly openCount: string;
  /** `{calendar}`. */
  readonly workingTime: string;
}

export const VELOCITY_WORDS = words('velocity', {
  title: 'Velocity',
  timeToReach: 'Time to reach',
  leads: 'Leads',
  length: 'Length',
  mean: 'Mean',
  median: 'Median',
  p75: '75 % within',
  p90: '90 % within',
  timeInStage: 'Time in stage',
  stays: 'Stays',
  ended: 'Ended',
  open: 'Open',
  meanOfEnded: 'Mean of ended',
  openMedian: 'Median age of open',
  openLongest: 'Oldest open',
  openCount: 'Open stays count with their age so far. A dash or a dotted line: too few have left to know.',
  workingTime: 'Working time of the calendar {calendar}.',
} satisfies VelocityWords);
