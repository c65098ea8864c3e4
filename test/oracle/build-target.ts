import type { TransitionInput } from '../../packages/api/src/commands/ingest-input.js';
import type { LeadSketch } from './sketch.js';

/** What an event says of where it leads: own kinds into stages that suit them. */
export function targetOf(
  { rung, kind, otherName }: LeadSketch['events'][number],
  keys: readonly string[],
): Pick<TransitionInput, 'to' | 'kind' | 'reason'> {
  const key = keys[rung % keys.length]!;
  const to = otherName ? otherNameOf(key) : key;
  if (kind === 'OUT') return { to: null, kind: 'DISQUALIFIED', reason: 'no budget' };
  if (kind === 'OUT_WITHOUT_KIND') return { to: null, reason: 'no budget' };
  if (kind === 'REJECTED' || kind === 'RECYCLED')
    return { to: rung % 2 ? 'LEAD' : 'CONTACT', kind, reason: 'too early' };
  if (kind === 'ACCEPTED') return { to: 'SQL', kind };
  return kind === 'REOPENED' ? { to, kind } : { to };
}

/** Any kind into any stage, with any reason. */
export function anyTargetOf(
  { rung, kind, otherName, reason }: LeadSketch['events'][number],
  keys: readonly string[],
): Pick<TransitionInput, 'to' | 'kind' | 'reason'> {
  const key = keys[rung % keys.length]!;
  const to = otherName ? otherNameOf(key) : key;
  const why = reason === undefined ? {} : { reason };
  if (kind === 'PLAIN') return { to, ...why };
  if (kind === 'OUT_WITHOUT_KIND') return { to: null, reason: 'no budget', ...why };
  if (kind === 'OUT') return { to: null, kind: 'DISQUALIFIED', reason: 'no budget', ...why };
  return kind === 'REJECTED' ? { to, kind, reason: 'too small', ...why } : { to, kind, ...why };
}

function otherNameOf(key: string): string {
  if (key === 'QSO') return 'SQO';
  return key === 'MEETING' ? 'QSO' : key.toLowerCase();
}
