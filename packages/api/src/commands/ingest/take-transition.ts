import type { StageDefinition } from '@leadstage/core';
import { type Problem, TRANSITION_KINDS, type TransitionInput } from '../ingest-input.js';
import type { Batch, LeadDraft, NewTransition, Taken } from './batch.js';
import { errorAt } from './check-unit.js';
import { tooLate } from './clock-skew.js';
import type { KnownTransition } from './known.js';
import { takeCrmValue } from './take-crm-value.js';

const NEEDS_REASON: readonly string[] = ['REJECTED', 'DISQUALIFIED'];
const FORWARD: readonly (string | null)[] = [null, 'ENTERED', 'ADVANCED', 'ACCEPTED'];

export function takeTransition(batch: Batch, input: TransitionInput, path: string, problems: Problem[]): Taken {
  if (input.crm && input.to === undefined) return takeCrmValue(batch, input, input.crm, path, problems);
  const draft = batch.leads.get(input.lead);
  const stage = input.to == null ? null : batch.stage(input.to, input.occurredAt);
  const errors = checkTransition(batch, input, draft, stage, path);
  problems.push(...errors);
  if (errors.length > 0 || !draft || stage === undefined) return 'UNCHANGED';

  const { externalId, occurredAt } = input;
  const kind = input.kind ?? (stage === null ? 'DISQUALIFIED' : null);
  const toStageId = stage?.id ?? null;
  const known = batch.known.transitions.get(externalId);
  const told = batch.known.crmStates.get(externalId);
  if (known && !told && sameTransition(known, { leadId: draft.lead.id, toStageId, kind, occurredAt })) {
    return 'UNCHANGED';
  }
  const other = told ?? known;
  if (other) {
    problems.push(conflict(path, externalId, other));
    return 'UNCHANGED';
  }
  const [actor, reason] = [input.actor || null, input.reason || null];
  addTransition(batch, draft, { toStageId, kind, occurredAt, externalId, actor, reason });
  return 'CREATED';
}

/** Adds a transition to the lead's log. */
export function addTransition(
  batch: Batch,
  draft: LeadDraft,
  content: Omit<NewTransition, 'id' | 'leadId' | 'voided'>,
): void {
  const leadId = draft.lead.id;
  const transition = { ...content, id: batch.nextId('transition'), leadId, voided: false };
  batch.add(batch.transitions, transition);
  batch.set(batch.known.transitions, content.externalId, transition);
  batch.add(logOf(batch, leadId), transition);
  batch.changeLead(draft, {});
}

function logOf(batch: Batch, leadId: number): KnownTransition[] {
  const log = batch.known.logs.get(leadId) ?? [];
  if (!batch.known.logs.has(leadId)) batch.set(batch.known.logs, leadId, log);
  return log;
}

function checkTransition(
  batch: Batch,
  input: TransitionInput,
  draft: LeadDraft | undefined,
  stage: StageDefinition | null | undefined,
  path: string,
): Problem[] {
  const problems: Problem[] = [];
  if (!draft) problems.push(errorAt(`${path}.lead`, 'UNKNOWN_LEAD', `There is no lead "${input.lead}".`));
  if (input.crm || input.to === undefined) {
    problems.push(errorAt(`${path}.to`, 'INVALID_TRANSITION', 'Give exactly one of `to` and `crm`.'));
    return problems;
  }
  if (stage === undefined) {
    const ladder = batch.ladder.map((each) => each.key).join(', ');
    problems.push(errorAt(`${path}.to`, 'UNKNOWN_STAGE', `There is no stage "${input.to}". The ladder is: ${ladder}.`));
  }
  if (input.kind && !TRANSITION_KINDS.includes(input.kind)) {
    problems.push(
      errorAt(`${path}.kind`, 'INVALID_KIND', `"${input.kind}" is none of ${TRANSITION_KINDS.join(', ')}.`),
    );
  } else if ((input.to === null) !== (input.kind === 'DISQUALIFIED') && (input.to !== null || input.kind)) {
    problems.push(
      errorAt(
        `${path}.kind`,
        'INVALID_KIND',
        'DISQUALIFIED leaves the ladder: it goes with `to: null`, and only it does.',
      ),
    );
  }
  if ((input.to === null || NEEDS_REASON.includes(input.kind ?? '')) && !input.reason?.trim()) {
    problems.push(errorAt(`${path}.reason`, 'MISSING_REASON', `${input.kind ?? 'DISQUALIFIED'} needs a reason.`));
  }
  const late = tooLate(batch, input.occurredAt, `${path}.occurredAt`);
  if (late) problems.push(late);
  return problems;
}

type TransitionContent = Omit<KnownTransition, 'voided'>;

function sameTransition(a: TransitionContent, b: TransitionContent): boolean {
  return a.leadId === b.leadId && a.toStageId === b.toStageId && a.kind === b.kind && a.occurredAt === b.occurredAt;
}

export function conflict(path: string, externalId: string, known: Pick<KnownTransition, 'occurredAt'>): Problem {
  const instant = new Date(known.occurredAt).toISOString();
  return errorAt(
    `${path}.externalId`,
    'CONFLICT',
    `Transition "${externalId}" is recorded already with other content (it occurred at ${instant}). What is recorded stays; void it to correct it.`,
  );
}

/** Warns when a stage was first entered before one below it: the lower entry counts as implied from then on. */
export function warnOfDisorder(batch: Batch, input: TransitionInput, path: string, problems: Problem[]): void {
  const added = batch.known.transitions.get(input.externalId);
  if (!added || added.toStageId === null || !FORWARD.includes(added.kind)) return;
  const rank = new Map(batch.ladder.map((stage, index) => [stage.id, index]));
  const log = (batch.known.logs.get(added.leadId) ?? []).filter((each) => FORWARD.includes(each.kind));
  for (const [index, stage] of batch.ladder.entries()) {
    const first = Math.min(...log.filter((each) => each.toStageId === stage.id).map((each) => each.occurredAt));
    const own = rank.get(added.toStageId) ?? -1;
    if (!Number.isFinite(first) || index >= own || first <= added.occurredAt) continue;
    const later = batch.ladder[own]?.key;
    problems.push({
      severity: 'WARNING',
      code: 'OUT_OF_ORDER',
      path: `${path}.occurredAt`,
      message: `${later} at ${new Date(added.occurredAt).toISOString()} precedes the first ${stage.key} at ${new Date(first).toISOString()}; stored as given.`,
    });
    return;
  }
}
