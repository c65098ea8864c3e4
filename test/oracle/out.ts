import type { Instant } from '../../packages/core/src/question.js';
import type { KnownLead } from './fold.js';
import { ladderAt } from './ladder.js';
import { logOf } from './log.js';
import type { StageDefinition } from './model.js';

/** Since when a lead is out, as of an instant: the first of the rejections and disqualifications that no entry follows. */
export function outSince(lead: KnownLead, definitions: readonly StageDefinition[], asOf: Instant): Instant | null {
  let since: Instant | null = null;
  for (const { occurredAt, kind, stage } of logOf(lead, definitions)) {
    if (occurredAt > asOf) break;
    if (kind === 'REJECTED' || kind === 'DISQUALIFIED') since ??= occurredAt;
    else if (ladderAt(definitions, occurredAt).some((rung) => rung.id === stage)) since = null;
  }
  return since;
}
