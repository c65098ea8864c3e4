import type { Instant } from '../../packages/core/src/question.js';
import type { Assignment, StoredLead } from './fold-state.js';

/** A lead's assignments, the later in force last: by occurredAt, recordedAt, its own last, else by their lead's number. */
export function inOrderOfForce({ number, assignments }: StoredLead): Assignment[] {
  const rank = ({ of }: Assignment) => (of === number ? Number.MAX_SAFE_INTEGER : of);
  return [...assignments].sort(
    (a, b) => a.occurredAt - b.occurredAt || a.recordedAt - b.recordedAt || rank(a) - rank(b),
  );
}

/** The owner at an instant, by assignments in order of force; null where nobody is. */
export function ownerAt(inOrder: readonly Assignment[], instant: Instant = Infinity): string | null {
  return inOrder.findLast((assignment) => assignment.occurredAt <= instant)?.owner ?? null;
}
