import { InvalidInput, WrongMove } from '@leadstage/core';
import { builder } from '../../builder.js';
import { type LeadMove, moveLead } from '../../commands/move-lead.js';
import { type LeadReferenceFields, LeadReferenceInput, leadReference } from '../inputs/lead-reference.js';
import { LeadMovePayload } from '../lead-move-payload.js';
import { command, WHAT_IS_ASKED } from './command.js';
import { idempotencyKey } from './idempotency-key.js';

interface MoveMutation {
  readonly name: string;
  readonly kind: LeadMove['kind'];
  readonly description: string;
  /** What `to` says, and whether it must; null: the move takes no stage. */
  readonly to: { readonly required: boolean; readonly description: string } | null;
  readonly needsReason: boolean;
}

const BEFORE_MQL = 'An earlier stage of marketing; default the one before MQL.';

const MOVES: readonly MoveMutation[] = [
  {
    name: 'advanceLead',
    kind: 'FORWARD',
    description:
      'Takes a lead on to a later stage; one of which no transition is known enters it. Into MQL it is handed over to sales.',
    to: { required: true, description: 'The stage, by its key or an alias.' },
    needsReason: false,
  },
  {
    name: 'acceptLead',
    kind: 'ACCEPTED',
    description: 'Sales takes a lead that was handed over.',
    to: { required: false, description: 'A stage of sales; default the first after MQL.' },
    needsReason: false,
  },
  {
    name: 'rejectLead',
    kind: 'REJECTED',
    description: 'Sales refuses a lead that was handed over.',
    to: { required: false, description: BEFORE_MQL },
    needsReason: true,
  },
  {
    name: 'recycleLead',
    kind: 'RECYCLED',
    description: 'Takes a lead back to be nurtured, from wherever it stands; an open handoff is closed by it.',
    to: { required: false, description: BEFORE_MQL },
    needsReason: false,
  },
  {
    name: 'disqualifyLead',
    kind: 'DISQUALIFIED',
    description: 'Takes a lead out of the ladder; an open handoff is closed by it.',
    to: null,
    needsReason: true,
  },
  {
    name: 'reopenLead',
    kind: 'REOPENED',
    description: 'Brings a lead back that is out of the ladder. Into MQL it is handed over to sales.',
    to: { required: false, description: 'The stage; default the one that it left.' },
    needsReason: false,
  },
];

interface MoveInput extends Pick<LeadMove, 'to' | 'reason' | 'actor' | 'occurredAt' | 'externalId'> {
  readonly idempotencyKey: string;
  readonly lead: LeadReferenceFields;
}

for (const { name, kind, description, to, needsReason } of MOVES) {
  const Input = builder.inputType(`${name.charAt(0).toUpperCase()}${name.slice(1)}Input`, {
    description: 'Which lead moves, and what is known of it.',
    fields: (t) => ({
      idempotencyKey: idempotencyKey(t),
      lead: t.field({ type: LeadReferenceInput, required: true, description: 'Which lead.' }),
      ...(to ? { to: t.string(to) } : {}),
      reason: t.string({
        required: needsReason,
        description: needsReason ? 'Why, in a few words. Reports list reasons.' : 'Why.',
      }),
      actor: t.string({ description: "Who did it; default the key's name." }),
      occurredAt: t.field({
        type: 'DateTime',
        description:
          'When it happened, the creation of the lead at the earliest; default now. What stood then decides.',
      }),
      externalId: t.string({
        description:
          'Your own id of the transition, 1–255 characters; with it the transition can be voided. Default `move:` and ours.',
      }),
    }),
  });
  builder.mutationField(name, (t) =>
    t.field({
      type: LeadMovePayload,
      errors: { types: [WrongMove, InvalidInput] },
      description,
      authScopes: { scope: 'leads:write' },
      args: { input: t.arg({ type: Input, required: true, description: WHAT_IS_ASKED }) },
      resolve: command(
        name,
        ({ database, workspaceId, once, keyName }, { lead, ...move }: Omit<MoveInput, 'idempotencyKey'>) => {
          const asked = { ...move, kind, lead: leadReference(lead, ['lead']), actor: move.actor ?? keyName };
          return moveLead(database, workspaceId, asked, once).catch(asAskedHere);
        },
      ),
    }),
  );
}

/** What stands against the kind of a move stands against the mutation as a whole. */
function asAskedHere(error: unknown): never {
  if (!(error instanceof WrongMove) || error.path[0] !== 'kind') throw error;
  throw new WrongMove(error.code, [], error.message, error, error.expected);
}
