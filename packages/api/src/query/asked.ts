import type { Frame, Measure } from '@leadstage/core';
import type { LeadSource } from './source.js';
import type { WorkspaceState } from './workspace-state.js';

/** One measure of a question, with where it is read. */
export interface Asked<M extends Measure = Measure> {
  readonly position: number;
  readonly measure: M;
  readonly frame: Frame;
  readonly workspace: WorkspaceState;
  /** FACT for cost, which has no other. */
  readonly source: LeadSource;
  /** True when the question is about an earlier state of the record. */
  readonly asKnown: boolean;
}
