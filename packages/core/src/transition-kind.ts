export const TRANSITION_KINDS = [
  'ENTERED',
  'ADVANCED',
  'ACCEPTED',
  'REJECTED',
  'RECYCLED',
  'DISQUALIFIED',
  'REOPENED',
] as const;
export type TransitionKind = (typeof TRANSITION_KINDS)[number];

/** Where a stage stands in the ladder of the day: by position, then by id. A stage definition is one. */
interface Place {
  readonly position: number;
  readonly id: number;
}

interface KindlessTransition {
  /** Where the lead stood before; null: out of the ladder, or nowhere yet. */
  readonly from: Place | null;
  /** Null: out of the ladder. */
  readonly to: Place | null;
  /** The ladder's handoff stage, where it has one. */
  readonly handoff: Place | null;
  /** Whether it is the first of the lead's log. */
  readonly isFirst: boolean;
}

/**
 * The kind that follows from the two stages, where an import gave none. One step back is RECYCLED: that sales
 * *rejected* a lead cannot be told from stages. The same stage again is ENTERED, an entry that moved nothing.
 */
export function impliedKind({ from, to, handoff, isFirst }: KindlessTransition): TransitionKind {
  if (to === null) return 'DISQUALIFIED';
  if (isFirst) return 'ENTERED';
  if (from === null) return 'REOPENED';
  if (from.id === to.id) return 'ENTERED';
  const goesUp = to.position > from.position || (to.position === from.position && to.id > from.id);
  if (!goesUp) return 'RECYCLED';
  return from.id === handoff?.id ? 'ACCEPTED' : 'ADVANCED';
}
