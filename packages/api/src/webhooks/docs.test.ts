import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { type Database, inWorkspace } from '@leadstage/prisma';
import { parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newWorkspace, openTestDatabase } from '../../../../test/support/database.js';
import { blocksOf } from '../../../../test/support/readme-blocks.js';
import { checkGoals } from '../commands/check-goals.js';
import { ingest } from '../commands/ingest.js';
import { setGoal } from '../commands/set-goal.js';
import { setSlaPolicy } from '../commands/set-sla-policy.js';
import { sql } from '../query/sql.js';
import { schema } from '../schema/index.js';
import { raiseAlerts } from '../sla/raise-alerts.js';
import { createWebhook } from './create-webhook.js';
import { EVENT_TYPES, type EventEnvelope } from './events.js';
import { signatureOf } from './sign.js';

const page = readFileSync(new URL('../../../../docs/webhooks.md', import.meta.url), 'utf8');
const blocks = blocksOf(page);
const example = (info: string) => JSON.parse(blocks.find((block) => block.info === info)!.body) as object;

/** Names of all fields, at every depth, in order of name, with the type of numbers. */
function shapeOf(value: unknown): unknown {
  if (typeof value === 'number') return 'number';
  if (typeof value !== 'object' || value === null) return null;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, shapeOf(inner)]),
  );
}

describe('docs/webhooks.md shows what is sent', () => {
  const MAY = Date.UTC(2026, 4, 1, 9);
  const DAY = 86_400_000;
  const sent = new Map<string, EventEnvelope>();
  let database: Database;

  beforeAll(async () => {
    database = await openTestDatabase();
    const id = await newWorkspace(database);
    await createWebhook(database, id, { url: 'https://example.com/', events: EVENT_TYPES });
    await setSlaPolicy(database, id, {
      key: 'INBOUND',
      name: 'Inbound',
      decisionWithin: { within: 'P2D', clock: 'CALENDAR', dueSoon: 'P1D', onOverdue: 'REASSIGN', assignTo: 'lee' },
      effectiveFrom: 0,
    });
    const step = (lead: string, to: string, day: number, kind?: 'REJECTED') => ({
      lead: { externalId: lead },
      transitions: [
        {
          externalId: `${lead}-${to}`,
          lead,
          to,
          occurredAt: MAY + day * DAY,
          reason: 'why',
          ...(kind ? { kind } : {}),
        },
      ],
    });
    await ingest(database, id, [
      step('ada', 'MQL', 0),
      step('ada', 'SQL', 1),
      step('bob', 'MQL', 0),
      step('bob', 'LEAD', 1, 'REJECTED'),
      step('cy', 'MQL', 0),
    ]);
    await raiseAlerts(database, id, MAY + 1.5 * DAY);
    await raiseAlerts(database, id, MAY + 3 * DAY);
    const period = { start: '2026-05-01', end: '2026-06-01' };
    await setGoal(database, id, { key: 'MAY', name: 'May', stage: 'MQL', period, target: 300, atRiskBelow: '0.8' });
    await checkGoals(database, id, MAY + 10 * DAY);
    const rows = await inWorkspace(database, id, (transaction) =>
      transaction.query<{ payload: EventEnvelope }>(sql`SELECT payload FROM event`),
    );
    for (const { payload } of rows) sent.set(payload.type, payload);
  });
  afterAll(() => database?.close());

  it('around every event', () => {
    const { data: _, ...envelope } = example('envelope') as EventEnvelope;
    expect(sent.size).toBe(EVENT_TYPES.length);
    for (const { data: __, ...real } of sent.values()) expect(shapeOf(envelope)).toEqual(shapeOf(real));
  });

  it.each(['lead.transitioned', 'handoff.rejected', 'handoff.overdue', 'goal.at_risk'])('of %s', (type) => {
    expect(shapeOf(example(type))).toEqual(shapeOf(sent.get(type)?.data));
  });

  it.each([
    ['handoff.opened', 'handoff.rejected'],
    ['handoff.accepted', 'handoff.rejected'],
    ['handoff.due_soon', 'handoff.overdue'],
  ])('of %s, which looks like %s', (type, like) => {
    expect(shapeOf(sent.get(type)?.data)).toEqual(shapeOf(example(like)));
  });

  it('of every type there is', () => {
    for (const type of EVENT_TYPES) expect(page).toMatch(new RegExp(`^### .*${type.replace('.', '\\.')}`, 'm'));
    for (const { body } of blocks.filter(({ language }) => language === 'json')) JSON.parse(body);
  });

  it('and how to ask for it', () => {
    const [mutation] = blocks.filter(({ language }) => language === 'graphql');
    expect(validate(schema, parse(mutation!.body))).toEqual([]);
  });
});

describe('docs/webhooks.md verifies by hand', () => {
  const body = '{"id":"1","data":"ö"}';
  const secret = 'whsec_abc';
  const header = signatureOf(secret, body, Date.now());
  const old = signatureOf(secret, body, Date.now() - 301_000);

  it('in Node', async () => {
    const { body: code } = blocks.find(({ info }) => info === 'by hand')!;
    const { isGenuine } = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as {
      isGenuine: (body: string, header: string, secret: string) => boolean;
    };
    expect(isGenuine(body, header, secret)).toBe(true);
    expect(isGenuine(`${body} `, header, secret)).toBe(false);
    expect(isGenuine(body, header, 'whsec_abd')).toBe(false);
    expect(isGenuine(body, old, secret)).toBe(false);
    expect(isGenuine(body, 't=1', secret)).toBe(false);
  });

  it('in Python, where there is one', async (context) => {
    const run = promisify(execFile);
    const isThere = await run('python3', ['--version']).then(
      () => true,
      () => false,
    );
    if (!isThere) return context.skip('python3 is not on this machine');
    const { body: code } = blocks.find(({ language }) => language === 'python')!;
    const calls = [
      [body, header, secret],
      [`${body} `, header, secret],
      [body, old, secret],
      [body, 't=1', secret],
    ].map(([text, given, key]) => `is_genuine(${JSON.stringify(text)}.encode(), "${given}", "${key}")`);
    const { stdout } = await run('python3', ['-c', `${code}\nprint(${calls.join(', ')})`]);
    expect(stdout.trim()).toBe('True False False False');
  });
});
