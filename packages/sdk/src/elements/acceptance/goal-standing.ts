import type { AcceptanceReport } from '@leadstage/sdk';

export type Goal = AcceptanceReport['goals'][number];

/** How a goal stands, in a word. */
export type Standing = 'reached' | 'missed' | 'onPace' | 'behindPace' | 'notBegun';

/** As attainment and pace tell it; null where nothing is counted, since the stage is not in force. */
export function standingOf({ attainment, pace, elapsedShare }: Goal): Standing | null {
  if (attainment === null) return null;
  if (attainment >= 1) return 'reached';
  if (elapsedShare >= 1) return 'missed';
  if (pace === null) return 'notBegun';
  return pace >= 1 ? 'onPace' : 'behindPace';
}

export const STANDING_TONES: Readonly<Record<Standing, string>> = {
  reached: 'good',
  onPace: 'good',
  behindPace: 'warn',
  missed: 'bad',
  notBegun: 'muted',
};
