import { randomUUID } from 'node:crypto';
import {
  checkMove,
  type Instant,
  InvalidInput,
  type LeadStanding,
  ladderAt,
  type StageDefinition,
  type TransitionKind,
} from '@leadstage/core';
import type { Database } from '@leadstage/prisma';
import { type LeadFamily, leadStandingAt, logOf } from '../query/lead-standing.js';
import { instantParameter, sql } from '../query/sql.js';
import type { LeadReference } from '../query/survivor.js';
import { checkedId, checkedText, checkPast } from './check-given.js';
import { findLead } from './find-lead.js';
import type { Once } from './idempotency.js';
import { type Recording, recordIn } from './recording.js';

export interface LeadMove {
  readonly lead: LeadReference;
  /** FORWARD: ENTERED for a lead that stands nowhere yet but by its creation, else ADVANCED. */
  readonly kind: TransitionKind | 'FORWARD';
  /** Key, standard name or alias of a stage; left out: where such a move usually leads. */
  readonly to?: string | null | undefined;
  readonly reason?: string | null | undefined;
  /** Who makes it. */
  readonly actor?: string | null | undefined;
  /** Default: now, and after all that its log knows (a fast clock may have put that up to a minute ahead). */
  readonly occurredAt?: Instant | null | undefined;
  /** The caller's own id of the transition; default `move:<our id>`. */
  readonly externalId?: string | null | undefined;
}

export interface MovedLead {
  /** The lead that moved: of merged ones the surviving one. */
  readonly leadId: number;
  readonly transitionId: number;
}

/**
 * Moves a lead, where the ladder and the handoff of that instant allow it.
 * @throws WrongMove with the stage in which the lead stood at that instant
 * @throws InvalidInput UNKNOWN_LEAD, IN_THE_FUTURE, BEFORE_CREATION, CONFLICT (the external id is taken), INVALID_INSTANT,
 *   INVALID_TEXT, TOO_LONG, MISSING_ID
 */
export function moveLead(database: Database, workspaceId: string, move: LeadMove, once?: Once): Promise<MovedLead> {
  return recordIn(database, workspaceId, (recording) => recordMove(recording, move), once);
}

/** The same within a command that is under way. */
export async function recordMove(recording: Recording, move: LeadMove): Promise<MovedLead> {
  const { transaction, state } = recording;
  const lead = await findLead(recording, move.lead);
  const log = await logOf(transaction, state, lead);
  const at = instantOf(recording, lead, log.at(-1)?.occurredAt, move.occurredAt);
  const [reason, actor] = [checkedText(move.reason, ['reason']), checkedText(move.actor, ['actor'])];
  const standing = await leadStandingAt(transaction, state, lead, log, at);
  const kind = move.kind === 'FORWARD' ? forwardKind(standing) : move.kind;
  const ladder = ladderAt(state.definitions, at);
  const allowed = checkMove(ladder, standing, { kind, reason, ...(move.to == null ? {} : { to: move.to }) });
  if (isHandedOverByCreation(standing) && kind !== 'ENTERED' && standing.stage) {
    await append(recording, lead, { kind: 'ENTERED', to: standing.stage, at: lead.createdAt, reason: null, actor });
  }
  const transitionId = await append(recording, lead, { ...allowed, at, reason, actor }, move.externalId);
  return { leadId: lead.id, transitionId };
}

function instantOf(
  { recordedAt }: Recording,
  { createdAt }: LeadFamily,
  lastOccurredAt: Instant | undefined,
  given: Instant | null | undefined,
): Instant {
  if (given == null) return Math.max(recordedAt, createdAt, lastOccurredAt ?? 0);
  checkPast(given, recordedAt, ['occurredAt']);
  if (given >= createdAt) return given;
  const [asked, known] = [given, createdAt].map((instant) => new Date(instant).toISOString());
  const message = `${asked} is before the lead was created, on ${known}.`;
  throw new InvalidInput('BEFORE_CREATION', ['occurredAt'], message, `an instant from ${known} on`);
}

function forwardKind(standing: LeadStanding): 'ENTERED' | 'ADVANCED' {
  return standing.hasTransitions || isHandedOverByCreation(standing) ? 'ADVANCED' : 'ENTERED';
}

/**
 * Whether the lead's creation handed it over, in a ladder that begins with the handoff stage. That entry stands only
 * while the log has none, so a decision records it first: else it would undo the handoff that it decides.
 */
function isHandedOverByCreation({ hasTransitions, handoffOpenSince }: LeadStanding): boolean {
  return !hasTransitions && handoffOpenSince !== null;
}

interface NewTransition {
  readonly kind: TransitionKind;
  readonly to: StageDefinition | null;
  readonly at: Instant;
  readonly reason: string | null;
  readonly actor: string | null;
}

async function append(
  recording: Recording,
  { id: leadId }: LeadFamily,
  { kind, to, at, reason, actor }: NewTransition,
  given?: string | null,
): Promise<number> {
  const { transaction, workspaceId, recordedAt } = recording;
  const id = recording.nextId('transition');
  const externalId = await freeExternalId(recording, id, given);
  await transaction.query(sql`
    INSERT INTO transition (workspace_id, id, lead_id, external_id, to_stage_id, kind, occurred_at, recorded_at, actor, reason)
    VALUES (${workspaceId}::uuid, ${id}, ${leadId}, ${externalId}, ${to?.id ?? null}, ${kind}::transition_kind,
      ${instantParameter(at)}, ${instantParameter(recordedAt)}, ${actor}, ${reason})`);
  recording.touched.add(leadId);
  recording.occurred.push(at);
  return id;
}

async function freeExternalId(
  { transaction, workspaceId }: Recording,
  id: number,
  given: string | null | undefined,
): Promise<string> {
  const wanted = given == null ? `move:${id}` : checkedId(given, ['externalId']);
  // A value of the CRM that is yet to be mapped will make a transition under its own external id.
  const taken = await transaction.query(sql`
    SELECT 1 FROM transition WHERE workspace_id = ${workspaceId}::uuid AND external_id = ${wanted}
    UNION ALL SELECT 1 FROM crm_state WHERE workspace_id = ${workspaceId}::uuid AND external_id = ${wanted}`);
  if (taken.length === 0) return wanted;
  if (given == null) return `${wanted}:${randomUUID()}`;
  const message =
    'A transition with this external id is recorded already. What is recorded stays; void it to correct it.';
  throw new InvalidInput('CONFLICT', ['externalId'], message, 'an external id that is not taken');
}
