import type { Instant } from '@leadstage/core';
import type { WorkspaceState } from '../query/workspace-state.js';

/** What the projections of one generation are made with. */
export type Projection = Pick<
  WorkspaceState,
  'id' | 'generation' | 'definitions' | 'rollupTimeZone' | 'earliestOccurredAt' | 'latestOccurredAt' | 'hasMerges'
>;

/**
 * The generations that a write keeps up: the one that answers and, while it is being made, the next. A lead that the
 * next has not come to yet may be projected early: its turn then finds nothing to change.
 */
export function generationsOf(state: WorkspaceState): [Projection, ...Projection[]] {
  return state.reprojection ? [state, nextGeneration(state, state.reprojection)] : [state];
}

export function nextGeneration(
  state: WorkspaceState,
  { generation, timeZone, definitions }: NonNullable<WorkspaceState['reprojection']>,
): Projection {
  return {
    ...state,
    generation,
    rollupTimeZone: timeZone,
    definitions: [...state.definitions, ...definitions.map((each) => ({ ...each, recordedAt: state.lastRecordedAt }))],
  };
}

/** The state with a span of instants that includes these. */
export function spanning<State extends Pick<Projection, 'earliestOccurredAt' | 'latestOccurredAt'>>(
  state: State,
  instants: readonly Instant[],
): State {
  let { earliestOccurredAt: earliest, latestOccurredAt: latest } = state;
  for (const instant of instants) {
    earliest = Math.min(earliest ?? instant, instant);
    latest = Math.max(latest ?? instant, instant);
  }
  return { ...state, earliestOccurredAt: earliest, latestOccurredAt: latest };
}
