import type { Question } from './question.js';

/** What is listed behind a number. */
export type BehindOf = 'leads' | 'handoffs' | 'accounts';

/** Asks `<leadstage-reports>` to show what a number counts. Cancel it to show it yourself. */
export class BehindEvent extends Event {
  static readonly type = 'leadstage-behind';
  constructor(
    /** For `leads({ filter: { behind } })` of the client, or `handoffs`, or `accounts`. */
    readonly behind: string,
    readonly of: BehindOf,
    /** What the number is, for people. */
    readonly label: string,
  ) {
    super(BehindEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}

/** Asks `<leadstage-reports>` to ask otherwise. Cancel it to keep the question. */
export class QuestionEvent extends Event {
  static readonly type = 'leadstage-question';
  constructor(readonly question: Question) {
    super(QuestionEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'leadstage-behind': BehindEvent;
    'leadstage-question': QuestionEvent;
  }
}
