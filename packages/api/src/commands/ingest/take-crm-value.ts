import type { CrmValue } from '@leadstage/core';
import type { Problem, TransitionInput } from '../ingest-input.js';
import { valueKey } from '../ladder/value-key.js';
import type { Batch, LeadDraft, Taken } from './batch.js';
import { errorAt } from './check-unit.js';
import { tooLate } from './clock-skew.js';
import type { KnownCrmState } from './crm-values.js';
import { addTransition, conflict } from './take-transition.js';

/** Both are in the key of an index, whose rows end at 2,700 bytes. */
const LONGEST_CRM_TEXT = 255;

/** Takes a transition that is told by a value of the CRM: it is made now where the value is mapped, else once it is. */
export function takeCrmValue(
  batch: Batch,
  input: TransitionInput,
  crm: CrmValue,
  path: string,
  problems: Problem[],
): Taken {
  const draft = batch.leads.get(input.lead);
  const errors = checkCrmValue(batch, input, crm, draft, path);
  problems.push(...errors);
  if (errors.length > 0 || !draft) return 'UNCHANGED';

  const { externalId, occurredAt } = input;
  const field = crm.field.trim();
  const content = { leadId: draft.lead.id, field, valueKey: valueKey(crm.value), occurredAt };
  const known = batch.known.crmStates.get(externalId);
  if (known && isSame(known, content)) return 'UNCHANGED';
  const other = known ?? batch.known.transitions.get(externalId);
  if (other) {
    problems.push(conflict(path, externalId, other));
    return 'UNCHANGED';
  }
  const mapping = batch.meaning(field, content.valueKey, occurredAt);
  const value = crm.value.trim();
  const actor = input.actor || null;
  const id = batch.nextId('crm_state');
  batch.add(batch.crmStates, { ...content, id, externalId, value, actor, settled: mapping !== null });
  batch.set(batch.known.crmStates, externalId, content);
  if (!mapping) problems.push(unmapped(path, field, value));
  else if (mapping.meaning !== 'IGNORED') {
    const isOut = mapping.meaning === 'OUT';
    const kind = isOut ? 'DISQUALIFIED' : null;
    const reason = isOut ? `${field}: ${value}` : null;
    addTransition(batch, draft, { toStageId: mapping.stageId, kind, occurredAt, externalId, actor, reason });
  }
  return 'CREATED';
}

function checkCrmValue(
  batch: Batch,
  input: TransitionInput,
  crm: CrmValue,
  draft: LeadDraft | undefined,
  path: string,
): Problem[] {
  const problems: Problem[] = [];
  if (!draft) problems.push(errorAt(`${path}.lead`, 'UNKNOWN_LEAD', `There is no lead "${input.lead}".`));
  for (const part of ['field', 'value'] as const) {
    const text = crm[part];
    if (text.trim() === '') {
      problems.push(errorAt(`${path}.crm.${part}`, 'MISSING_VALUE', `The ${part} may not be blank.`));
    } else if (text.length > LONGEST_CRM_TEXT) {
      const message = `The text has ${text.length} characters; at most ${LONGEST_CRM_TEXT} are kept of a ${part} of the CRM.`;
      problems.push(errorAt(`${path}.crm.${part}`, 'TOO_LONG', message));
    }
  }
  for (const part of ['kind', 'reason'] as const) {
    if (input[part] == null) continue;
    const message = `With \`crm\` the ${part} follows from what the value means: leave it out.`;
    problems.push(errorAt(`${path}.${part}`, 'FOLLOWS_FROM_CRM_VALUE', message));
  }
  const late = tooLate(batch, input.occurredAt, `${path}.occurredAt`);
  if (late) problems.push(late);
  return problems;
}

function isSame(a: KnownCrmState, b: KnownCrmState): boolean {
  return a.leadId === b.leadId && a.field === b.field && a.valueKey === b.valueKey && a.occurredAt === b.occurredAt;
}

function unmapped(path: string, field: string, value: string): Problem {
  return {
    severity: 'WARNING',
    code: 'UNMAPPED_CRM_VALUE',
    path: `${path}.crm.value`,
    message: `"${value}" of ${field} has no meaning yet. It is kept, and takes effect once it is mapped.`,
  };
}
