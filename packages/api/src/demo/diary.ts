import type { ActivityType, TransitionKind } from '../commands/ingest-input.js';
import type { WallTime } from './wall-clock.js';

export type DemoStage = 'CONTACT' | 'LEAD' | 'MQL' | 'SQL' | 'QSO' | 'CUSTOMER';

export interface Step {
  /** Null: out of the ladder. */
  readonly to: DemoStage | null;
  readonly kind: TransitionKind;
  readonly at: WallTime;
  readonly actor?: string;
  readonly reason?: string;
}

export interface Touch {
  readonly type: ActivityType;
  readonly at: WallTime;
  readonly actor: string;
}

/** What happens to one lead, in the order of time; what lies at or after `until` is not written down. */
export class Diary {
  readonly steps: Step[] = [];
  readonly touches: Touch[] = [];

  constructor(private readonly until: WallTime) {}

  covers(at: WallTime): boolean {
    return at < this.until;
  }

  /** False when the step lies beyond the end: nothing after it can happen either. */
  step(step: Step): boolean {
    if (!this.covers(step.at)) return false;
    this.steps.push(step);
    return true;
  }

  touch(touch: Touch): void {
    if (this.covers(touch.at)) this.touches.push(touch);
  }

  reached(stage: DemoStage): boolean {
    return this.steps.some(({ to }) => to === stage);
  }
}
