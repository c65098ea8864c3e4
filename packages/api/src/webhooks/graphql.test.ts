import { randomUUID } from 'node:crypto';
import type { Database } from '@leadstage/prisma';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Ask, askingOf } from '../../../../test/support/ask.js';
import { describeDatabase, newWorkspace, openTestDatabase } from '../../../../test/support/database.js';
import { startReceiver } from '../../../../test/support/receiver.js';
import { statementsOf } from '../../../../test/support/statements.js';
import type { Scope } from '../access/access.js';
import { createApiKey } from '../access/api-key.js';
import { ingest } from '../commands/ingest.js';
import { deliverDue } from './deliver.js';

let database: Database;
let ask: Ask;
let id: string;
let admin: string;

beforeAll(async () => {
  vi.stubEnv('LEADSTAGE_WEBHOOK_ALLOW_PRIVATE', '1');
  database = await openTestDatabase();
  ask = askingOf(database);
});
beforeEach(async () => {
  id = await newWorkspace(database);
  admin = await keyWith('admin');
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await database?.close();
});

const keyWith = async (...scopes: Scope[]) => `Bearer ${await createApiKey(database, id, { name: 'k', scopes })}`;
const call = (text: string, key = admin) => ask(text, key);
const create = (url: string, events: string) => `mutation {
  createWebhook(input: { idempotencyKey: "${randomUUID()}", url: "${url}", events: [${events}] }) {
    ... on CreateWebhookPayload { secret webhook { id url events createdAt } }
    ... on InvalidInput { code path message }
  }
}`;

async function created(url = 'https://example.com/', events = 'LEAD_TRANSITIONED'): Promise<string> {
  const { data, errors } = await call(create(url, events));
  expect(errors).toEqual([]);
  return (data as { createWebhook: { webhook: { id: string } } }).createWebhook.webhook.id;
}

interface Page {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: Readonly<Record<string, unknown>> & { readonly eventId: string } }[];
}

async function pagesOf(args: string): Promise<Page[]> {
  const { data, errors } = await call(`{ webhooks { deliveries(${args}) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node { eventId type recordedAt status attempts lastStatus lastError nextAttemptAt deliveredAt } }
  } } }`);
  expect(errors).toEqual([]);
  return (data as { webhooks: { deliveries: Page }[] }).webhooks.map(({ deliveries }) => deliveries);
}

const eventIds = ({ edges }: Page) => edges.map(({ node }) => node.eventId);
const leads = (count: number) =>
  ingest(
    database,
    id,
    Array.from({ length: count }, (_, n) => ({
      lead: { externalId: `${n}` },
      transitions: [{ externalId: `${n}`, lead: `${n}`, to: 'LEAD', occurredAt: Date.UTC(2026, 4, 1) }],
    })),
  );

describe(`webhooks in the graph, ${describeDatabase()}`, () => {
  it('are made, listed and deleted', async () => {
    const { data } = await call(create('https://example.com/hook', 'HANDOFF_OVERDUE, LEAD_TRANSITIONED'));
    expect(data).toEqual({
      createWebhook: {
        secret: expect.stringMatching(/^whsec_[\w-]{43}$/),
        webhook: {
          id: '1',
          url: 'https://example.com/hook',
          events: ['LEAD_TRANSITIONED', 'HANDOFF_OVERDUE'],
          createdAt: expect.stringMatching(/Z$/),
        },
      },
    });
    expect((await call('{ webhooks { id url } }')).data).toEqual({
      webhooks: [{ id: '1', url: 'https://example.com/hook' }],
    });
    const remove = (which: string) =>
      call(`mutation {
      deleteWebhook(input: { idempotencyKey: "${randomUUID()}", id: "${which}" }) {
        ... on DeleteWebhookPayload { deletedAt } ... on InvalidInput { code path }
      }
    }`);
    expect((await remove('1')).data).toEqual({ deleteWebhook: { deletedAt: expect.any(String) } });
    expect((await call('{ webhooks { id } }')).data).toEqual({ webhooks: [] });
    expect((await remove('7')).data).toEqual({ deleteWebhook: { code: 'UNKNOWN_WEBHOOK', path: ['input', 'id'] } });
    expect((await remove('x')).data).toEqual({ deleteWebhook: { code: 'INVALID_ID', path: ['input', 'id'] } });
    expect((await remove('9999999999')).data).toEqual({ deleteWebhook: { code: 'INVALID_ID', path: ['input', 'id'] } });
  });

  it.each([
    ['ftp://example.com/', 'GOAL_AT_RISK', 'INVALID_URL', ['input', 'url']],
    ['https://example.com/', '', 'MISSING_EVENTS', ['input', 'events']],
  ])('at %s, told of [%s], are refused as %s', async (url, events, code, path) => {
    expect((await call(create(url, events))).data).toEqual({
      createWebhook: { code, path, message: expect.any(String) },
    });
  });

  it('are an administrator’s alone', async () => {
    const key = await keyWith('reports:read', 'leads:read', 'leads:write', 'costs:write');
    const texts = [
      '{ webhooks { id } }',
      create('https://example.com/', 'GOAL_AT_RISK'),
      'mutation { deleteWebhook(input: { idempotencyKey: "a", id: "1" }) { __typename } }',
      'mutation { resendDeliveries(input: { idempotencyKey: "b", webhook: "1" }) { __typename } }',
    ];
    for (const text of texts) expect((await call(text, key)).errors, text).toMatchObject([{ code: 'FORBIDDEN' }]);
  });

  it('show deliveries newest first, in pages, by status, and send dead ones again', async () => {
    const receiver = await startReceiver((_, event) => (event === '3' ? 410 : 204));
    const webhook = await created(receiver.url);
    await leads(5);
    const now = Date.now() + 1_000;
    for (let turn = 0; turn < 2; turn++) await deliverDue(database, id, { now });
    await receiver.close();
    const [first] = await pagesOf('first: 2');
    expect(first).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: true } });
    const [second] = await pagesOf(`first: 100, after: "${first!.pageInfo.endCursor}"`);
    expect([eventIds(first!), eventIds(second!)]).toEqual([
      ['5', '4'],
      ['3', '2', '1'],
    ]);
    expect((await pagesOf('last: 2')).map(eventIds)).toEqual([['2', '1']]);
    const [dead] = await pagesOf('status: DEAD, first: 10');
    expect(dead).toMatchObject({
      totalCount: 1,
      edges: [
        {
          node: {
            eventId: '3',
            type: 'LEAD_TRANSITIONED',
            status: 'DEAD',
            attempts: 1,
            lastStatus: 410,
            lastError: 'HTTP 410',
            nextAttemptAt: null,
            deliveredAt: null,
          },
        },
      ],
    });
    const resend = (more: string) =>
      call(`mutation {
      resendDeliveries(input: { idempotencyKey: "${randomUUID()}", webhook: "${webhook}"${more} }) {
        ... on ResendDeliveriesPayload { resent } ... on InvalidInput { code path }
      }
    }`);
    expect((await resend(', events: ["1"]')).data).toEqual({ resendDeliveries: { resent: 0 } });
    expect((await resend(', events: ["3", "-1"]')).data).toEqual({
      resendDeliveries: { code: 'INVALID_ID', path: ['input', 'events', '1'] },
    });
    expect((await resend('')).data).toEqual({ resendDeliveries: { resent: 1 } });
    expect((await pagesOf('status: PENDING, first: 10')).map(eventIds)).toEqual([['3']]);
  });

  it('are asked for all their deliveries in as many statements as for those of one', async () => {
    const asked = () => statementsOf(() => pagesOf('first: 10'));
    await created();
    await leads(3);
    const one = await asked();
    for (let n = 0; n < 4; n++) await created();
    await leads(6);
    expect((await asked()).length).toBe(one.length);
    expect((await pagesOf('first: 10')).map(eventIds)).toEqual([
      ['6', '5', '4', '3', '2', '1'],
      ...Array(4).fill(['6', '5', '4']),
    ]);
  });

  it('refuse a page without a size, and a cursor that is none', async () => {
    await created();
    for (const [args, code] of [
      ['', 'PAGE_SIZE_REQUIRED'],
      ['(first: 101)', 'PAGE_SIZE_REQUIRED'],
      ['(first: -1)', 'PAGE_SIZE_REQUIRED'],
      ['(first: 1, after: "x")', 'INVALID_CURSOR'],
    ]) {
      const { errors } = await call(`{ webhooks { deliveries${args} { edges { cursor } } } }`);
      expect(errors, args).toMatchObject([{ code }]);
    }
  });
});
