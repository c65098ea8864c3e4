import { InvalidInput } from '@leadstage/core';
import type { Database } from '@leadstage/prisma';
import { assignLead } from '../../packages/api/src/commands/assign-lead.js';
import { ingest } from '../../packages/api/src/commands/ingest.js';
import type { IngestUnit } from '../../packages/api/src/commands/ingest-input.js';
import { mergeLeads } from '../../packages/api/src/commands/merge-leads.js';
import { type LeadMove, moveLead } from '../../packages/api/src/commands/move-lead.js';
import { recordIn } from '../../packages/api/src/commands/recording.js';
import { voidTransition } from '../../packages/api/src/commands/void-transition.js';
import { instantParameter, sql } from '../../packages/api/src/query/sql.js';

const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 5, 9);

/** Two records of one person; the name and the ids hold what means something in patterns and in JSON. */
export const NAME = 'Zoë "Zo" O’Neill (CFO)';
const EMAIL = 'Zoe.ONeill+crm@acme.example';
export const PERSON = { externalId: 'crm-[4711]', name: NAME, email: EMAIL };
export const TWIN = { externalId: 'w4711', name: 'Zoe Oneill', email: 'zo@home.example' };

/** What must not be found anywhere; in lower case. Ids of items have the lead's own within them. */
export const TRACES = ['o’neill', 'oneill', 'zoë', 'crm-[4711]', 'w4711', 'acme.example', 'home.example'];

/**
 * Takes the person, as leads 9 and 10 of which 9 survives, through everything that there is, among eight others.
 * Idempotency keys are `told-1` and on.
 */
export async function tellEverything(database: Database, id: string): Promise<void> {
  let calls = 0;
  const once = (operation: string, key = `told-${++calls}`) => ({ key, operation, input: { calls } });
  const move = (externalId: string, kind: LeadMove['kind'], days: number, more: Partial<LeadMove> = {}) => {
    const occurredAt = START + days * DAY;
    const given = { lead: { externalId }, kind, occurredAt, externalId: `${externalId}/${kind}/${days}`, ...more };
    return moveLead(database, id, given, once(kind));
  };
  await ingest(database, id, [...others(), { costs: [spend()] }], once('ingest'));
  const attributes = { plan: 'a', nickname: ` ${NAME.toUpperCase()} `, contact: `mail to ${EMAIL}`, size: '50' };
  const told = await ingest(
    database,
    id,
    [unit(PERSON, 0, { attributes }), unit(TWIN, 2)],
    once('ingest', `import:${PERSON.externalId}`),
  );
  if (told.outcomes.some(({ status }) => status !== 'CREATED')) throw new Error('the test data is refused');
  await webhook(database, id);
  await move(PERSON.externalId, 'FORWARD', 4, { to: 'MQL' });
  await move(PERSON.externalId, 'REJECTED', 6, { reason: `${NAME} has no time` });
  await move(PERSON.externalId, 'FORWARD', 9, { to: 'MQL' });
  await move(PERSON.externalId, 'REJECTED', 10, { reason: 'no budget', actor: NAME });
  await move(TWIN.externalId, 'FORWARD', 12, { to: 'MQL', reason: `met ${TWIN.name}` });
  await mergeLeads(database, id, { lead: TWIN, into: PERSON, actor: EMAIL }, once('mergeLeads'));
  await assignLead(
    database,
    id,
    { lead: PERSON, owner: 'cem', occurredAt: START + 13 * DAY, actor: NAME },
    once('assignLead'),
  );
  await move(TWIN.externalId, 'ACCEPTED', 14);
  await move(PERSON.externalId, 'FORWARD', 15, { to: 'QSO' });
  const voided = { externalId: `${PERSON.externalId}/FORWARD/15`, reason: `was not ${NAME}` };
  await voidTransition(database, id, voided, once('voidTransition'));
  // A refusal quotes what it was given, and touches nobody.
  const conflict = { externalId: `${TWIN.externalId}:lead`, lead: PERSON.externalId, to: 'SQL', occurredAt: START };
  await ingest(database, id, [{ transitions: [conflict] }], once('ingest'));
  await move(PERSON.externalId, 'REJECTED', 16, { reason: 'x' }).catch(refused);
  await crmStates(database, id);
}

function unit({ externalId, ...person }: typeof PERSON, day: number, more: object = {}): IngestUnit {
  const item = (what: string) => ({ externalId: `${externalId}:${what}`, lead: externalId });
  return {
    lead: {
      externalId,
      ...person,
      createdAt: START + day * DAY,
      source: 'fair',
      owner: 'ann',
      account: 'acme',
      value: '900',
      ...more,
    },
    transitions: [{ ...item('lead'), to: 'LEAD', occurredAt: START + day * DAY, actor: person.email }],
    activities: [{ ...item('call'), type: 'CALL', occurredAt: START + (day + 5) * DAY, actor: person.name }],
  };
}

/** Others, with reasons of their own and one that both have; one of them speaks of the person. */
function others(): IngestUnit[] {
  return Array.from({ length: 8 }, (_, number) => {
    const lead = `other-${number}`;
    const reasons = ['no budget', 'no budget', `a colleague of ${EMAIL.toUpperCase()}`, 'speaks for Zoe  Oneill, too'];
    const step = (to: string | null, days: number) => ({
      externalId: `${lead}-${to}`,
      lead,
      to,
      occurredAt: START + (number + days) * DAY,
      ...(to === null ? { reason: reasons[number] ?? 'out of reach' } : {}),
    });
    return {
      lead: { externalId: lead, source: number % 2 ? 'fair' : 'web', owner: 'ben', attributes: { plan: 'a' } },
      transitions: [step('LEAD', 0), step('MQL', 3), step(number < 4 ? null : 'SQL', 6)],
    };
  });
}

function refused(error: unknown): void {
  if (!(error instanceof InvalidInput)) throw error;
}

const spend = () => ({
  externalId: 'ads',
  amount: '900.00',
  currency: 'EUR',
  from: '2026-01-01',
  to: '2026-04-01',
  category: 'ads',
  source: 'fair',
});

/** A webhook that is told of everything, with an answer of its receiver that repeats what it got. */
async function webhook(database: Database, id: string): Promise<void> {
  await recordIn(database, id, async ({ transaction, recordedAt, changed }) => {
    await transaction.query(sql`
      INSERT INTO webhook (workspace_id, id, url, secret, events, created_at)
      VALUES (${id}::uuid, 900, 'https://hooks.example/in', 'secret', ARRAY['lead.transitioned', 'handoff.opened', 'handoff.rejected'],
        ${instantParameter(recordedAt)})`);
    const payload = {
      data: { lead: { id: '9', externalId: PERSON.externalId }, note: NAME, reason: EMAIL, actor: NAME },
    };
    await transaction.query(sql`
      INSERT INTO event (workspace_id, id, type, recorded_at, lead_id, payload)
      VALUES (${id}::uuid, 900, 'lead.transitioned', ${instantParameter(recordedAt)}, 9, ${JSON.stringify(payload)}::jsonb)`);
    await transaction.query(sql`
      INSERT INTO delivery (workspace_id, event_id, webhook_id, next_attempt_at, last_error)
      VALUES (${id}::uuid, 900, 900, ${instantParameter(recordedAt)}, ${`400: unknown ${EMAIL}`})`);
    changed();
  });
}

/** A value of the CRM that made a transition, and one that waits to be mapped. */
async function crmStates(database: Database, id: string): Promise<void> {
  await recordIn(database, id, async ({ transaction, recordedAt, changed }) => {
    for (const [number, externalId] of [`${PERSON.externalId}:lead`, `${PERSON.externalId}:status`].entries()) {
      await transaction.query(sql`
        INSERT INTO crm_state (workspace_id, id, lead_id, external_id, field, value, value_key, occurred_at, recorded_at, actor)
        VALUES (${id}::uuid, ${900 + number}, 9, ${externalId}, 'Status', 'Working', 'working', ${instantParameter(START)},
          ${instantParameter(recordedAt)}, ${NAME})`);
    }
    changed();
  });
}
