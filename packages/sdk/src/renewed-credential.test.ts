import { afterEach, describe, expect, expectTypeOf, it, vi } from 'vitest';
import { createClient } from './client.js';
import { AuthenticationError } from './errors.js';
import type { ClientOptions, ConnectionOptions } from './options.js';
import type { GetToken, TokenRequest } from './renewed-credential.js';
import { type Answer, type FakeApi, failureOf, startFakeApi } from './testing.js';

const STAGES: Answer = { body: { data: { stages: [] } } };
const ENDED: Answer = { status: 401, body: { errors: [{ message: 'x', extensions: { code: 'UNAUTHENTICATED' } }] } };
const MINUTE = 60_000;

let api: FakeApi | undefined;
afterEach(async () => {
  vi.useRealTimers();
  await api?.close();
});

async function clientOf(getToken: GetToken, answers: readonly Answer[] = [STAGES], options: object = {}) {
  api = await startFakeApi(...answers);
  const { url, requests } = api;
  const client = createClient({ url, getToken, ...options });
  return { client, sent: () => requests.map(({ headers }) => headers.authorization?.replace('Bearer ', '')) };
}

/** Answers `t1`, `t2` …, each valid for so long. */
function issuing(ms: number) {
  return vi.fn(async (_: TokenRequest) => ({
    token: `t${issued.mock.calls.length}`,
    expiresAt: new Date(Date.now() + ms).toISOString(),
  }));
}
let issued = issuing(15 * MINUTE);
const reasons = () => issued.mock.calls.map(([{ reason }]) => reason);

const jwt = (claims: object) => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2ln`;

describe('getToken', () => {
  it('is asked once, when a token is first needed, for all calls that wait', async () => {
    issued = issuing(15 * MINUTE);
    const { client, sent } = await clientOf(issued);
    expect(issued).not.toHaveBeenCalled();
    await Promise.all([client.stages(), client.stages(), client.stages()]);
    await client.stages();
    expect(sent()).toEqual(['t1', 't1', 't1', 't1']);
    expect(reasons()).toEqual(['FIRST']);
  });

  it.each([
    ['15 minutes, 30 s', 15 * MINUTE, 30_000],
    ['a minute, 6 s', MINUTE, 6_000],
  ])('is asked again before the end of a token for %s before', async (_name, ms, ahead) => {
    vi.useFakeTimers({ toFake: ['Date'] });
    issued = issuing(ms);
    const { client, sent } = await clientOf(issued);
    await client.stages();
    vi.setSystemTime(Date.now() + ms - ahead - 1_000);
    await client.stages();
    vi.setSystemTime(Date.now() + 1_000);
    await client.stages();
    expect(sent()).toEqual(['t1', 't1', 't2']);
    expect(reasons()).toEqual(['FIRST', 'EXPIRED']);
  });

  it('may answer the token alone, which says itself when it ends', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const token = jwt({ exp: Date.now() / 1_000 + 900, name: 'þú>?~' });
    const getToken = vi.fn(async () => token);
    const { client } = await clientOf(getToken);
    await client.stages();
    vi.setSystemTime(Date.now() + 869_000);
    await client.stages();
    expect(getToken).toHaveBeenCalledTimes(1);
    vi.setSystemTime(Date.now() + 2_000);
    await client.stages();
    expect(getToken).toHaveBeenCalledTimes(2);
  });

  it.each(['opaque', 'a.b.c', jwt([]), jwt({ exp: 'soon' })])(
    'of a token that does not tell (%s) is asked only after a refusal',
    async (token) => {
      vi.useFakeTimers({ toFake: ['Date'] });
      const getToken = vi.fn(async () => token);
      const { client } = await clientOf(getToken);
      await client.stages();
      vi.setSystemTime(Date.now() + 1_000 * MINUTE);
      await client.stages();
      expect(getToken).toHaveBeenCalledTimes(1);
    },
  );

  it('is not asked for every call where this clock has every token ended', async () => {
    issued = issuing(-MINUTE);
    const { client, sent } = await clientOf(issued);
    await client.stages();
    await client.stages();
    expect(sent()).toEqual(['t1', 't1']);
  });
});

describe('a token that the API refuses', () => {
  it('is renewed, and the call repeated, once', async () => {
    issued = issuing(15 * MINUTE);
    const { client, sent } = await clientOf(issued, [ENDED, STAGES, STAGES]);
    expect(await client.stages()).toEqual([]);
    await client.stages();
    expect(sent()).toEqual(['t1', 't2', 't2']);
    expect(reasons()).toEqual(['FIRST', 'EXPIRED']);
  });

  it('is renewed once for all calls that it was refused to', async () => {
    issued = issuing(15 * MINUTE);
    const { client, sent } = await clientOf(issued, [ENDED, ENDED, ENDED, STAGES]);
    await Promise.all([client.stages(), client.stages(), client.stages()]);
    expect(sent().sort()).toEqual(['t1', 't1', 't1', 't2', 't2', 't2']);
  });

  it('is an AuthenticationError where the next one is refused too', async () => {
    issued = issuing(15 * MINUTE);
    const { client, sent } = await clientOf(issued, [ENDED]);
    expect(await failureOf(client.stages())).toBeInstanceOf(AuthenticationError);
    expect(sent()).toEqual(['t1', 't2']);
  });

  it('is not sent again where getToken knows no other', async () => {
    const { client, sent } = await clientOf(async () => 'same', [ENDED]);
    expect(await failureOf(client.stages())).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(sent()).toEqual(['same']);
  });

  it('is not renewed where it was given as such', async () => {
    api = await startFakeApi(ENDED);
    expect(await failureOf(createClient({ url: api.url, token: 't' }).stages())).toBeInstanceOf(AuthenticationError);
    expect(api.requests.map(({ headers }) => headers.authorization)).toEqual(['Bearer t']);
  });
});

describe('getToken that fails', () => {
  it('is an AuthenticationError with its cause for all who wait, and is asked again by the next call', async () => {
    const cause = new Error('no session');
    const getToken = vi.fn<GetToken>().mockRejectedValueOnce(cause).mockResolvedValue('t');
    const { client, sent } = await clientOf(getToken);
    const failures = await Promise.all([failureOf(client.stages()), failureOf(client.stages())]);
    for (const failure of failures) {
      expect(failure).toBeInstanceOf(AuthenticationError);
      expect(failure).toMatchObject({ code: 'TOKEN_UNAVAILABLE', message: 'getToken failed: no session', cause });
    }
    await client.stages();
    expect(sent()).toEqual(['t']);
    expect(getToken.mock.calls.map(([{ reason }]) => reason)).toEqual(['FIRST', 'FIRST']);
  });

  it('may also throw at once', async () => {
    const { client } = await clientOf(() => {
      throw 'nobody';
    });
    expect(await failureOf(client.stages())).toMatchObject({ message: 'getToken failed: nobody', cause: 'nobody' });
  });

  it.each(['', null, undefined, 7, { token: null }, 'lst_secret\nlst_secret'])(
    'is told where it answers %j, and the answer is not shown',
    async (answer) => {
      const { client } = await clientOf(async () => answer as never);
      const error = (await failureOf(client.stages())) as Error;
      expect(error).toMatchObject({ name: 'AuthenticationError', code: 'TOKEN_UNAVAILABLE' });
      expect(JSON.stringify(error) + error.stack).not.toContain('secret');
    },
  );

  it('is told where it does not answer in time', async () => {
    const { client, sent } = await clientOf(() => new Promise(() => {}), [STAGES], { timeoutMs: 50 });
    expect(await failureOf(client.stages())).toMatchObject({
      code: 'TIMEOUT',
      message: 'No answer from getToken within 50 ms.',
    });
    expect(sent()).toEqual([]);
  });
});

describe('a call that is aborted while it waits for a token', () => {
  const waiting = () => {
    let answer: (token: string) => void = () => {};
    const signals: AbortSignal[] = [];
    const getToken = vi.fn(({ signal }: TokenRequest) => {
      signals.push(signal);
      return new Promise<string>((resolve) => {
        answer = resolve;
      });
    });
    return { getToken, signals, answer: (token: string) => answer(token) };
  };

  it('leaves the others their renewal', async () => {
    const { getToken, signals, answer } = waiting();
    const { client, sent } = await clientOf(getToken);
    const controller = new AbortController();
    const gone = failureOf(client.stages({}, { signal: controller.signal }));
    const stays = client.stages();
    const reason = new Error('enough');
    controller.abort(reason);
    expect(await gone).toBe(reason);
    expect(signals[0]?.aborted).toBe(false);
    answer('t');
    expect(await stays).toEqual([]);
    expect(getToken).toHaveBeenCalledTimes(1);
    expect(sent()).toEqual(['t']);
  });

  it('ends the renewal that only it waited for; a late answer does not count', async () => {
    const { getToken, signals, answer } = waiting();
    const { client, sent } = await clientOf(getToken);
    const controller = new AbortController();
    const gone = failureOf(client.stages({}, { signal: controller.signal }));
    controller.abort();
    await gone;
    expect(signals[0]?.aborted).toBe(true);
    answer('late');
    await new Promise(setImmediate);
    const next = client.stages();
    await vi.waitFor(() => expect(getToken).toHaveBeenCalledTimes(2));
    answer('t');
    await next;
    expect(sent()).toEqual(['t']);
  });
});

describe('the types', () => {
  it('take exactly one credential', () => {
    expectTypeOf<ConnectionOptions & { getToken: () => Promise<string> }>().toExtend<ClientOptions>();
    expectTypeOf<ConnectionOptions & { token: string }>().toExtend<ClientOptions>();
    expectTypeOf<ConnectionOptions>().not.toExtend<ClientOptions>();
    expectTypeOf<ConnectionOptions & { token: string; apiKey: string }>().not.toExtend<ClientOptions>();
    expectTypeOf<ConnectionOptions & { token: string; getToken: GetToken }>().not.toExtend<ClientOptions>();
  });
});
