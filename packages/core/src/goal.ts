import type { Instant, LeadFilter, LocalDate } from './question.js';

/** A target number of entries into a stage over the local dates `[start, end)`, as one version says. */
export interface GoalTarget {
  readonly id: number;
  readonly version: number;
  readonly key: string;
  readonly name: string;
  readonly stageId: number;
  readonly start: LocalDate;
  readonly end: LocalDate;
  readonly target: number;
  readonly filter: LeadFilter;
  readonly retired: boolean;
  readonly recordedAt: Instant;
}
