import { InvalidInput, TRANSITION_KINDS } from '@leadstage/core';
import { type Database, inWorkspace } from '@leadstage/prisma';
import fc from 'fast-check';
import { assignLead } from '../../packages/api/src/commands/assign-lead.js';
import { deleteLead } from '../../packages/api/src/commands/delete-lead.js';
import { ingest } from '../../packages/api/src/commands/ingest.js';
import type { IngestUnit } from '../../packages/api/src/commands/ingest-input.js';
import { mergeLeads } from '../../packages/api/src/commands/merge-leads.js';
import { type LeadMove, moveLead } from '../../packages/api/src/commands/move-lead.js';
import { voidTransition } from '../../packages/api/src/commands/void-transition.js';
import { sql } from '../../packages/api/src/query/sql.js';
import { LADDERS } from './ladders.js';

const HOUR = 3_600_000;
const START = Date.UTC(2026, 4, 4, 9);
const at = (hours: number) => START + hours * HOUR;

/** A command on one of a few leads, at one of a few instants. */
export type Step =
  | {
      readonly do: 'MOVE';
      readonly lead: number;
      readonly kind: LeadMove['kind'];
      readonly to: number | null;
      readonly hours: number | null;
    }
  | {
      readonly do: 'INGEST';
      readonly lead: number;
      readonly to: number | null;
      readonly hours: number;
      readonly kind: number;
    }
  | {
      readonly do: 'CALL' | 'VOID' | 'MERGE' | 'ASSIGN' | 'ERASE';
      readonly lead: number;
      readonly other: number;
      readonly hours: number;
    };

const LEADS = 3;
const lead = fc.nat(LEADS - 1);
/** Few, so that many coincide. */
const hours = fc.nat(24);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('MOVE' as const),
      lead,
      kind: fc.constantFrom(...TRANSITION_KINDS),
      to: fc.option(fc.nat(5)),
      hours: fc.option(hours),
    }),
  },
  // Hand-overs, and decisions on them where such moves usually lead.
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('MOVE' as const),
      lead,
      kind: fc.constant('FORWARD' as const),
      to: fc.nat(2),
      hours: fc.option(hours, { freq: 1 }),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('MOVE' as const),
      lead,
      kind: fc.constantFrom('ACCEPTED' as const, 'REJECTED' as const, 'RECYCLED' as const, 'REOPENED' as const),
      to: fc.constant(null),
      hours: fc.option(hours, { freq: 1 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('INGEST' as const),
      lead,
      to: fc.option(fc.nat(5)),
      hours,
      kind: fc.nat(11),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'CALL' as const,
        'VOID' as const,
        'VOID' as const,
        'MERGE' as const,
        'ASSIGN' as const,
        'ERASE' as const,
      ),
      lead,
      other: fc.nat(11),
      hours,
    }),
  },
);

/** A ladder, and up to 24 commands on the leads of `fewLeads`. */
export const sequence = fc.record({
  ladder: fc.constantFrom(...Object.values(LADDERS)),
  steps: fc.array(step, { minLength: 6, maxLength: 24 }),
});

export function fewLeads(): IngestUnit[] {
  return Array.from({ length: LEADS }, (_, number) => newLead(number));
}

function newLead(number: number): IngestUnit {
  const person = { name: `Person ${number}`, email: `p${number}@example.com` };
  return { lead: { externalId: `L${number}`, createdAt: at(number), ...person } };
}

/** @returns what was done, or the code of its refusal */
export async function carryOut(
  database: Database,
  id: string,
  keys: readonly string[],
  step: Step,
  index: number,
): Promise<string> {
  const externalId = `T${index}`;
  const lead = { id: step.lead + 1 };
  try {
    switch (step.do) {
      case 'MOVE': {
        const { kind, to, hours: given } = step;
        const occurredAt = given === null ? null : at(given);
        await moveLead(database, id, {
          lead,
          kind,
          to: to === null ? null : (keys[to] ?? 'NONE'),
          reason: `why ${to}`,
          occurredAt,
        });
        return `MOVE ${await lastKind(database, id)}`;
      }
      case 'INGEST': {
        const to = step.to === null ? null : (keys[step.to % keys.length] ?? null);
        const kind = to === null ? undefined : TRANSITION_KINDS.filter((each) => each !== 'DISQUALIFIED')[step.kind];
        const transition = { externalId, lead: `L${step.lead}`, to, reason: 'told', occurredAt: at(step.hours) };
        const [outcome] = (
          await ingest(database, id, [{ transitions: [{ ...transition, ...(kind ? { kind } : {}) }] }])
        ).outcomes;
        return outcome?.status === 'REJECTED' ? (outcome.problems[0]?.code ?? '') : 'INGEST';
      }
      case 'CALL': {
        const call = { externalId, lead: `L${step.lead}`, type: 'CALL' as const, occurredAt: at(step.hours) };
        const [outcome] = (await ingest(database, id, [{ activities: [call] }])).outcomes;
        return outcome?.status === 'REJECTED' ? (outcome.problems[0]?.code ?? '') : 'CALL';
      }
      case 'VOID': {
        const known = await transitionIds(database, id);
        await voidTransition(database, id, { externalId: known[step.other % known.length] ?? 'none', reason: 'wrong' });
        return 'VOID';
      }
      case 'ASSIGN': {
        const owner = [null, 'ann', 'ben'][step.other % 3] ?? null;
        await assignLead(database, id, { lead, owner, occurredAt: step.other < 6 ? at(step.hours) : null });
        return 'ASSIGN';
      }
      case 'MERGE':
        await mergeLeads(database, id, { lead, into: { id: (step.other % LEADS) + 1 } });
        return 'MERGE';
      case 'ERASE':
        await deleteLead(database, id, { lead });
        return 'ERASE';
    }
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return error.code;
  }
}

async function lastKind(database: Database, id: string): Promise<string> {
  const [row] = await inWorkspace(database, id, (transaction) =>
    transaction.query<{ kind: string }>(sql`
      SELECT kind FROM transition WHERE workspace_id = ${id}::uuid ORDER BY id DESC LIMIT 1`),
  );
  return row?.kind ?? '';
}

async function transitionIds(database: Database, id: string): Promise<string[]> {
  const rows = await inWorkspace(database, id, (transaction) =>
    transaction.query<{ externalId: string }>(sql`
      SELECT external_id AS "externalId" FROM transition WHERE workspace_id = ${id}::uuid ORDER BY id`),
  );
  return rows.map(({ externalId }) => externalId);
}
