import { handoffStage, isLater, stageBefore } from './handoff-stage.js';
import { findStage, type StageDefinition } from './ladder.js';
import type { Instant } from './question.js';
import type { TransitionKind } from './transition-kind.js';
import { WrongMove, type WrongMoveCode } from './wrong-move.js';

/** What decides which moves a lead may make. */
export interface LeadStanding {
  /** Null: out of the ladder. */
  readonly stage: StageDefinition | null;
  /** False: it stands in the first stage since its creation. */
  readonly hasTransitions: boolean;
  /** Where it stood before it went out; null while it is in the ladder. */
  readonly leftFrom: StageDefinition | null;
  readonly handoffOpenSince: Instant | null;
}

export interface Move {
  readonly kind: TransitionKind;
  /** Key, standard name or alias of a stage. Left out or null: where such a move usually leads. */
  readonly to?: string | null;
  /** Required for REJECTED and DISQUALIFIED; a blank one is none. */
  readonly reason?: string | null;
}

export interface AllowedMove {
  readonly kind: TransitionKind;
  /** As the given ladder defines it; null: out of the ladder. */
  readonly to: StageDefinition | null;
}

interface Situation {
  readonly ladder: readonly StageDefinition[];
  readonly handoff: StageDefinition | null;
  readonly present: StageDefinition | null;
  readonly lead: LeadStanding;
  readonly move: Move;
}

interface Objection {
  readonly code: WrongMoveCode;
  readonly field: keyof Move;
  readonly message: string;
}

interface MoveRule {
  /** Why there is no such move, into whichever stage. */
  readonly objection: (at: Situation) => Objection | null;
  /** Where it leads when nobody says; null: it must be said. */
  readonly usual: (at: Situation) => StageDefinition | null;
  /** Why it does not lead into this stage. Asked only where nothing else stands against the move. */
  readonly objectionTo: (at: Situation, to: StageDefinition) => Objection | null;
}

const none = () => null;
const RULES: Readonly<Record<TransitionKind, MoveRule>> = {
  ENTERED: { objection: unlessFirst, usual: none, objectionTo: none },
  ADVANCED: { objection: unlessInLadder, usual: none, objectionTo: unlessUpward },
  ACCEPTED: { objection: unlessAcceptable, usual: firstOfSales, objectionTo: unlessOfSales },
  REJECTED: { objection: unlessRejectable, usual: beforeHandoff, objectionTo: unlessNurture },
  RECYCLED: { objection: unlessRecyclable, usual: beforeHandoff, objectionTo: unlessNurture },
  DISQUALIFIED: { objection: unlessDisqualifiable, usual: none, objectionTo: none },
  REOPENED: { objection: unlessOut, usual: whereItLeft, objectionTo: none },
};

/**
 * The move with its stage settled, or why it may not be made.
 * @param ladder the one in force, lowest stage first
 * @throws WrongMove with the lead's present stage, and what would be right
 */
export function checkMove(ladder: readonly StageDefinition[], lead: LeadStanding, move: Move): AllowedMove {
  const present = lead.stage && (ladder.find(({ id }) => id === lead.stage?.id) ?? lead.stage);
  const at: Situation = { ladder, handoff: handoffStage(ladder), present, lead, move };
  const rule = RULES[move.kind];
  const general = rule.objection(at);
  if (general) throw refusal(at, general);
  return { kind: move.kind, to: move.kind === 'DISQUALIFIED' ? null : settledStage(at, rule) };
}

function settledStage(at: Situation, rule: MoveRule): StageDefinition {
  const { ladder, move } = at;
  const to = move.to == null ? rule.usual(at) : findStage(ladder, move.to);
  if (to === undefined) {
    const message = `There is no stage "${move.to}". The ladder is: ${keysOf(ladder)}.`;
    throw refusal(at, why('UNKNOWN_STAGE', 'to', message), keysOf(ladder));
  }
  const right = keysOf(ladder.filter((stage) => rule.objectionTo(at, stage) === null));
  if (to === null) throw refusal(at, missingStage(at, rule, right), right);
  const objection = rule.objectionTo(at, to);
  if (objection === null) return to;
  const choice = right ? ` From here ${move.kind} leads to: ${right}.` : '';
  throw refusal(at, { ...objection, message: objection.message + choice }, right);
}

/** Where no stage would do, it says why not the topmost. */
function missingStage(at: Situation, rule: MoveRule, right: string): Objection {
  const { ladder, present, lead, move } = at;
  const left = present === null ? lead.leftFrom : null;
  const gone = left ? ` (the ladder no longer has ${left.key}, which it left)` : '';
  const top = ladder.at(-1);
  const choice = right ? ` One of: ${right}.` : ` ${top ? (rule.objectionTo(at, top)?.message ?? '') : ''}`;
  return why('MISSING_STAGE', 'to', `Say into which stage ${move.kind} leads here${gone}.${choice}`);
}

function refusal({ present, lead }: Situation, { code, field, message }: Objection, expected?: string): WrongMove {
  const standing = { presentStage: present?.key ?? null, handoffOpen: lead.handoffOpenSince !== null };
  return new WrongMove(code, [field], message, standing, expected || undefined);
}

function why(code: WrongMoveCode, field: keyof Move, message: string): Objection {
  return { code, field, message };
}

function keysOf(stages: readonly StageDefinition[]): string {
  return stages.map(({ key }) => key).join(', ');
}

function unlessFirst({ lead }: Situation): Objection | null {
  if (!lead.hasTransitions) return null;
  const next = lead.stage ? 'ADVANCED takes it on, RECYCLED takes it back' : 'REOPENED brings it back';
  return why('ALREADY_ENTERED', 'kind', `ENTERED is the first transition of a lead, and it has one already: ${next}.`);
}

function unlessOut({ present }: Situation): Objection | null {
  if (present === null) return null;
  return why('NOT_OUT', 'kind', `The lead is not out of the ladder, it stands in ${present.key}: nothing to reopen.`);
}

function unlessInLadder({ present }: Situation): Objection | null {
  if (present !== null) return null;
  return why('OUT_OF_LADDER', 'kind', 'The lead is out of the ladder: reopen it first, by REOPENED.');
}

function unlessReasoned({ move }: Situation): Objection | null {
  if (move.reason?.trim()) return null;
  return why('MISSING_REASON', 'reason', `${move.kind} needs a reason: say why, in a few words.`);
}

function unlessDisqualifiable(at: Situation): Objection | null {
  const { ladder, present, move } = at;
  if (present === null) return why('ALREADY_OUT', 'kind', 'The lead is out of the ladder already.');
  const customer = findStage(ladder, 'CUSTOMER');
  if (customer && !isLater(ladder, customer, present)) {
    const message = `The lead is won, it stands in ${present.key}: void the transition if it was a mistake.`;
    return why('ALREADY_WON', 'kind', message);
  }
  const unreasoned = unlessReasoned(at);
  if (unreasoned || move.to == null) return unreasoned;
  return why('INVALID_STAGE', 'to', 'DISQUALIFIED leads out of the ladder: name no stage. RECYCLED leads to one.');
}

function whereItLeft({ ladder, lead }: Situation): StageDefinition | null {
  return ladder.find(({ id }) => id === lead.leftFrom?.id) ?? null;
}

function isAbove({ ladder }: Situation, stage: StageDefinition, other: StageDefinition | null): boolean {
  return other !== null && isLater(ladder, stage, other);
}

function unlessUpward(at: Situation, to: StageDefinition): Objection | null {
  const { handoff, present, lead } = at;
  if (!present || !isAbove(at, to, present)) {
    return why('NOT_LATER', 'to', `${to.key} is not later than ${present?.key}, where the lead stands.`);
  }
  const comesFromMarketing = present.team === 'MARKETING' || present.id === handoff?.id;
  if (to.team === 'MARKETING' || !comesFromMarketing || !isAbove(at, to, handoff)) return null;
  if (lead.handoffOpenSince === null) {
    const message = `${to.key} is owned by sales: marketing first hands the lead over. ${howToHandOver(at)}`;
    return why('NEEDS_HANDOFF', 'to', message);
  }
  const message = 'The lead is handed over: sales accepts, rejects or recycles it. ACCEPTED takes it on.';
  return why('HANDOFF_OPEN', 'to', message);
}

function howToHandOver({ ladder, handoff, present }: Situation): string {
  if (!handoff) return 'This ladder has no MQL to hand it over in.';
  if (!present) return `REOPENED into ${handoff.key} hands it over anew.`;
  if (isLater(ladder, handoff, present)) return `ADVANCED to ${handoff.key} hands it over.`;
  if (present.team === 'SALES' && present.id !== handoff.id) return 'Sales has it already: ADVANCED takes it on.';
  const nurture = ladder.findLast((stage) => stage.team === 'MARKETING' && isLater(ladder, handoff, stage));
  const [back, again] = nurture ? [`RECYCLED to ${nurture.key}`, 'ADVANCED'] : ['DISQUALIFIED', 'REOPENED'];
  return `${back}, then ${again} to ${handoff.key} hands it over anew.`;
}

function unlessHandedOver(at: Situation): Objection | null {
  if (at.lead.handoffOpenSince !== null) return unlessInLadder(at);
  return why('NO_OPEN_HANDOFF', 'kind', `${at.move.kind} answers a handoff, and none is open. ${howToHandOver(at)}`);
}

function unlessAcceptable(at: Situation): Objection | null {
  const unanswerable = unlessHandedOver(at);
  if (unanswerable || firstOfSales(at)) return unanswerable;
  const message = `Sales owns no stage after ${(at.handoff ?? at.present)?.key} into which to accept: define one.`;
  return why('NO_SALES_STAGE', 'kind', message);
}

function firstOfSales(at: Situation): StageDefinition | null {
  return at.ladder.find((stage) => unlessOfSales(at, stage) === null) ?? null;
}

function unlessOfSales(at: Situation, to: StageDefinition): Objection | null {
  const from = at.handoff ?? at.present;
  if (!isAbove(at, to, from)) {
    return why('NOT_LATER', 'to', `${to.key} is not later than ${from?.key}, where sales takes over.`);
  }
  if (to.team === 'SALES') return null;
  return why('WRONG_TEAM', 'to', `${to.key} is owned by marketing: sales accepts into a stage of its own.`);
}

function unlessRejectable(at: Situation): Objection | null {
  return unlessHandedOver(at) ?? unlessNurtureBelow(at) ?? unlessReasoned(at);
}

function unlessRecyclable(at: Situation): Objection | null {
  return unlessInLadder(at) ?? unlessNurtureBelow(at);
}

function unlessNurtureBelow(at: Situation): Objection | null {
  if (at.ladder.some((stage) => unlessNurture(at, stage) === null)) return null;
  const message = `Marketing owns no stage before ${at.present?.key}: DISQUALIFIED takes the lead out of the ladder.`;
  return why('NO_EARLIER_STAGE', 'kind', message);
}

function beforeHandoff(at: Situation): StageDefinition | null {
  const before = at.handoff && stageBefore(at.ladder, at.handoff);
  return before && at.present && isLater(at.ladder, at.present, before) ? before : null;
}

function unlessNurture(at: Situation, to: StageDefinition): Objection | null {
  if (!at.present || !isLater(at.ladder, at.present, to)) {
    return why('NOT_EARLIER', 'to', `${to.key} is not earlier than ${at.present?.key}, where the lead stands.`);
  }
  if (to.team === 'MARKETING') return null;
  return why('WRONG_TEAM', 'to', `${to.key} is owned by sales: the lead goes back to a stage of marketing.`);
}
