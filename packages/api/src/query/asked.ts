import type { Frame, Measure } from '@leadstage/core';
import type { LeadSource } from './source.js';
import type { Sql } from './sql.js';
import type { WorkspaceState } from './workspace-state.js';

/** A measure, with where it is read: all that the rows which it adds up depend on. */
export interface Counting<M extends Measure = Measure> {
  readonly measure: M;
  readonly frame: Frame;
  readonly workspace: WorkspaceState;
  /** The accounts that all measures of the statement share, by name; absent: each makes up its own. */
  readonly accounts?: Sql;
  /** FACT for cost, which has no other. */
  readonly source: LeadSource;
  /** True when the question is about an earlier state of the record. */
  readonly asKnown: boolean;
}

/** One measure of a question. */
export interface Asked<M extends Measure = Measure> extends Counting<M> {
  readonly position: number;
}
