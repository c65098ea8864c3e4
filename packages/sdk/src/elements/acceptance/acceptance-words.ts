import { words } from '../words/words.js';

export interface AcceptanceWords {
  readonly title: string;
  readonly handedOver: string;
  readonly accepted: string;
  readonly rejected: string;
  readonly recycled: string;
  readonly disqualified: string;
  readonly open: string;
  readonly rate: string;
  readonly rateOfDecided: string;
  readonly reasons: string;
  readonly goals: string;
  readonly goal: string;
  readonly entered: string;
  readonly target: string;
  readonly attainment: string;
  readonly pace: string;
  readonly elapsed: string;
  readonly evenPace: string;
  readonly standing: string;
  readonly reached: string;
  readonly missed: string;
  readonly onPace: string;
  readonly behindPace: string;
  readonly notBegun: string;
}

export const ACCEPTANCE_WORDS = words('acceptance', {
  title: 'Acceptance',
  handedOver: 'Handed over',
  accepted: 'Accepted',
  rejected: 'Rejected',
  recycled: 'Recycled',
  disqualified: 'Disqualified',
  open: 'Open',
  rate: 'Acceptance rate',
  rateOfDecided: 'Of those decided',
  reasons: 'Reasons for rejection',
  goals: 'Goals',
  goal: 'Goal',
  entered: 'Entered',
  target: 'Target',
  attainment: 'Attainment',
  pace: 'Pace',
  elapsed: 'Period elapsed',
  evenPace: 'An even pace by now',
  standing: 'Standing',
  reached: 'Reached',
  missed: 'Missed',
  onPace: 'On pace',
  behindPace: 'Behind pace',
  notBegun: 'Not begun',
} satisfies AcceptanceWords);
