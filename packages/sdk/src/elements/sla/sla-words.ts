import { words } from '../words/words.js';

export interface SlaWords {
  readonly title: string;
  readonly firstResponse: string;
  readonly decision: string;
  readonly compliance: string;
  readonly met: string;
  readonly breached: string;
  readonly overdue: string;
  readonly pending: string;
  /** Duration ÷ target, on the mean. */
  readonly meanRatio: string;
  readonly verdict: string;
  readonly SLIPPING: string;
  readonly HOLDING: string;
  readonly wasted: string;
  readonly wastedCost: string;
  readonly neverWorked: string;
  readonly outcomes: string;
  /** `{time}`. */
  readonly WITHIN: string;
  readonly LATER: string;
  readonly NEVER: string;
  readonly sqlRate: string;
  readonly customerRate: string;
}

export const SLA_WORDS = words('sla', {
  title: 'Follow-up in time',
  firstResponse: 'First response',
  decision: 'Decision',
  compliance: 'Compliance',
  met: 'Met',
  breached: 'Breached',
  overdue: 'Overdue',
  pending: 'Pending',
  meanRatio: 'Time ÷ target',
  verdict: 'Verdict',
  SLIPPING: 'Slipping',
  HOLDING: 'Holding',
  wasted: 'Wasted',
  wastedCost: 'Wasted cost',
  neverWorked: 'Never worked',
  outcomes: 'Outcome by response time',
  WITHIN: 'Within {time}',
  LATER: 'Later',
  NEVER: 'Never',
  sqlRate: 'Became SQL',
  customerRate: 'Became customer',
} satisfies SlaWords);
