import { afterEach, describe, expect, expectTypeOf, it } from 'vitest';
import { InvalidInputError, OrphanedLeadsError, RateLimitError, WrongMoveError } from './errors.js';
import { createServerClient, type MutationAnswer, type MutationInput } from './server.js';
import { type Answer, type FakeApi, failureOf, startFakeApi } from './testing.js';

let api: FakeApi | undefined;
afterEach(() => api?.close());

async function clientOf(...answers: Answer[]) {
  api = await startFakeApi(...answers);
  const { url, requests } = api;
  return {
    client: createServerClient({ url, apiKey: 'k' }),
    inputs: () => requests.map(({ body }) => JSON.parse(body).variables.input),
  };
}

const answered = (name: string, result: object, headers = {}): Answer => ({
  headers,
  body: { data: { [name]: result } },
});
const MADE = answered('createEmbedToken', { token: 't', expiresAt: '2026-03-27T15:30:00.000Z' });
const TOKEN: MutationInput<'createEmbedToken'> = { reports: ['FUNNEL'] };
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('a mutation', () => {
  it('answers what was done, by the name of the mutation', async () => {
    const { client } = await clientOf(MADE);
    const made = await client.createEmbedToken(TOKEN);
    expect(made).toEqual({ token: 't', expiresAt: '2026-03-27T15:30:00.000Z' });
    expectTypeOf(made).toEqualTypeOf<{ readonly token: string | null; readonly expiresAt: string }>();
  });

  it('has a key of its own for each call', async () => {
    const { client, inputs } = await clientOf(MADE);
    await client.createEmbedToken(TOKEN);
    await client.createEmbedToken(TOKEN);
    const keys = inputs().map(({ idempotencyKey }) => idempotencyKey);
    expect(keys).toEqual([expect.stringMatching(UUID), expect.stringMatching(UUID)]);
    expect(keys[0]).not.toBe(keys[1]);
  });

  it.each([
    ['503', { status: 503, body: '' }],
    ['a cut connection', 'CUT'],
    ['an answer cut off', 'CUT_IN_BODY'],
  ] as [string, Answer][])('keeps its key when it is sent again after %s', async (_name, failed) => {
    const { client, inputs } = await clientOf(failed, MADE);
    await client.createEmbedToken(TOKEN);
    expect(inputs()).toHaveLength(2);
    expect(inputs()[0]).toEqual(inputs()[1]);
  });

  it('takes the key that it is given', async () => {
    const { client, inputs } = await clientOf(MADE);
    await client.createEmbedToken({ ...TOKEN, idempotencyKey: 'mine' });
    expect(inputs()).toEqual([{ reports: ['FUNNEL'], idempotencyKey: 'mine' }]);
  });

  it('needs no input where nothing is required', async () => {
    const { client, inputs } = await clientOf(answered('rotateSigningKey', { validUntil: 'x' }));
    expect(await client.rotateSigningKey()).toEqual({ validUntil: 'x' });
    expect(Object.keys(inputs()[0])).toEqual(['idempotencyKey']);
    // @ts-expect-error: which reports?
    await failureOf(client.createEmbedToken());
  });

  it('is not sent again after a refusal by the clock or the budget without room to wait', async () => {
    const body = { errors: [{ message: 'x', extensions: { code: 'RATE_LIMITED', retryAfter: 60 } }] };
    const { client, inputs } = await clientOf({ status: 429, body, headers: { 'retry-after': '60' } });
    const error = await failureOf(client.createEmbedToken(TOKEN));
    expect(error).toBeInstanceOf(RateLimitError);
    expect(error).toMatchObject({ retryAfterMs: 60_000 });
    expect(inputs()).toHaveLength(1);
  });
});

describe('a refusal', () => {
  const refused = (refusal: string, more = {}) => ({
    ...{ refusal, code: 'C', message: 'No.', path: ['input', 'to'], expected: null },
    ...more,
  });
  const lead = { externalId: 'a' };

  it('is thrown with what was wrong, where, and what would be right', async () => {
    const refusal = refused('InvalidInput', { expected: 'MQL' });
    const { client } = await clientOf(answered('acceptLead', refusal, { 'x-request-id': 'r-1' }));
    const error = await failureOf(client.acceptLead({ lead }));
    expect(error).toBeInstanceOf(InvalidInputError);
    expect(error).toMatchObject({
      ...{ name: 'InvalidInputError', code: 'C', message: 'No.', path: ['input', 'to'], expected: 'MQL' },
      ...{ requestId: 'r-1', cause: refusal },
    });
  });

  it('of a move says where the lead stands', async () => {
    const refusal = refused('WrongMove', { handoffOpen: true, presentStage: 'SQL' });
    const { client } = await clientOf(answered('acceptLead', refusal));
    const error = await failureOf(client.acceptLead({ lead }));
    expect(error).toBeInstanceOf(WrongMoveError);
    expect(error).toBeInstanceOf(InvalidInputError);
    expect(error).toMatchObject({
      name: 'WrongMoveError',
      handoffOpen: true,
      presentStage: 'SQL',
      path: ['input', 'to'],
    });
    expect('expected' in (error as object)).toBe(false);
  });

  it('of a ladder says how many leads it is about', async () => {
    const { client } = await clientOf(answered('retireStage', refused('OrphanedLeads', { leads: 7 })));
    const error = await failureOf(client.retireStage({ key: 'SQL' }));
    expect(error).toBeInstanceOf(OrphanedLeadsError);
    expect(error).toMatchObject({ name: 'OrphanedLeadsError', leads: 7 });
  });

  it('of a kind that this client does not know is a refusal all the same', async () => {
    const { client } = await clientOf(answered('acceptLead', refused('TooLate')));
    expect(await failureOf(client.acceptLead({ lead }))).toMatchObject({ name: 'InvalidInputError', code: 'C' });
  });

  it('is not among what the types say is answered', () => {
    expectTypeOf<MutationAnswer<'acceptLead'>>().not.toHaveProperty('code');
    expectTypeOf<MutationAnswer<'acceptLead'>['lead']['externalId']>().toEqualTypeOf<string>();
    expectTypeOf<MutationInput<'acceptLead'>['idempotencyKey']>().toEqualTypeOf<string | undefined>();
  });
});

describe('the server client', () => {
  it('asks what the client asks', async () => {
    const { client } = await clientOf({ body: { data: { stages: [] } } });
    expect(await client.stages()).toEqual([]);
  });

  it('takes an API key alone', () => {
    // @ts-expect-error: embed tokens may not write
    expect(createServerClient({ url: 'http://x/graphql', token: 't' })).toHaveProperty('ingest');
  });
});
