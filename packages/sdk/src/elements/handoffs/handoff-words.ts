import { words } from '../words/words.js';

export interface HandoffWords {
  readonly title: string;
  readonly show: string;
  readonly open: string;
  readonly overdue: string;
  readonly decided: string;
  readonly accepted: string;
  readonly rejected: string;
  readonly recycled: string;
  readonly disqualified: string;
  readonly handedOver: string;
  readonly firstResponse: string;
  readonly decision: string;
  readonly outcome: string;
  readonly reason: string;
  readonly responseDue: string;
  readonly decisionDue: string;
  readonly due: string;
  readonly inTime: string;
  readonly late: string;
  readonly waiting: string;
  /** `{period}`. */
  readonly openedIn: string;
  readonly nothingOpen: string;
  readonly nothingOverdue: string;
  /** `{owner}`. */
  readonly onlyOwner: string;
  readonly everybody: string;
}

export const HANDOFF_WORDS = words('handoff', {
  title: 'Handoffs',
  show: 'Show',
  open: 'Open',
  overdue: 'Overdue',
  decided: 'Decided',
  accepted: 'Accepted',
  rejected: 'Rejected',
  recycled: 'Recycled',
  disqualified: 'Disqualified',
  handedOver: 'Handed over',
  firstResponse: 'First response',
  decision: 'Decision',
  outcome: 'Outcome',
  reason: 'Reason',
  responseDue: 'First response due',
  decisionDue: 'Decision due',
  due: 'Due',
  inTime: 'In time',
  late: 'Late',
  waiting: 'Waiting',
  openedIn: 'Handed over {period}',
  nothingOpen: 'No handoff waits for a decision',
  nothingOverdue: 'Nothing is overdue',
  onlyOwner: 'Only {owner}',
  everybody: 'Show everybody',
} satisfies HandoffWords);
