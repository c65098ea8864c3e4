import { ACTIVITY_TYPES, type ActivityInput, type Problem } from '../ingest-input.js';
import type { Batch, Taken } from './batch.js';
import { errorAt } from './check-unit.js';
import { tooLate } from './clock-skew.js';

export function takeActivity(batch: Batch, input: ActivityInput, path: string, problems: Problem[]): Taken {
  const draft = batch.leads.get(input.lead);
  const errors: Problem[] = [];
  if (!draft) errors.push(errorAt(`${path}.lead`, 'UNKNOWN_LEAD', `There is no lead "${input.lead}".`));
  if (!ACTIVITY_TYPES.includes(input.type)) {
    errors.push(errorAt(`${path}.type`, 'INVALID_TYPE', `"${input.type}" is none of ${ACTIVITY_TYPES.join(', ')}.`));
  }
  const late = tooLate(batch, input.occurredAt, `${path}.occurredAt`);
  if (late) errors.push(late);
  problems.push(...errors);
  if (errors.length > 0 || !draft) return 'UNCHANGED';

  const content = { leadId: draft.lead.id, type: input.type, occurredAt: input.occurredAt };
  const known = batch.known.activities.get(input.externalId);
  if (known) {
    const same =
      known.leadId === content.leadId && known.type === content.type && known.occurredAt === content.occurredAt;
    if (!same) {
      const message = `Activity "${input.externalId}" is recorded already with other content. What is recorded stays.`;
      problems.push(errorAt(`${path}.externalId`, 'CONFLICT', message));
    }
    return 'UNCHANGED';
  }
  const id = batch.nextId('activity');
  batch.add(batch.activities, { ...content, id, externalId: input.externalId, actor: input.actor || null });
  batch.set(batch.known.activities, input.externalId, content);
  batch.changeLead(draft, {});
  return 'CREATED';
}
