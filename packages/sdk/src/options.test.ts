import { describe, expect, it } from 'vitest';
import { createClient } from './client.js';
import { InvalidInputError } from './errors.js';
import type { ClientOptions } from './options.js';
import { failureOf } from './testing.js';

describe('options', () => {
  const failure = (options: object) =>
    failureOf(
      Promise.resolve().then(() =>
        createClient({ url: 'http://x/graphql', apiKey: 'k', ...options } as unknown as ClientOptions),
      ),
    );

  it.each([
    ['url', { url: 'graphql' }],
    ['apiKey', { apiKey: ' ' }],
    ['apiKey', { apiKey: undefined }],
    ['token', { token: 'also' }],
    ['token', { apiKey: undefined, token: '' }],
    ['getToken', { getToken: async () => 'also' }],
    ['getToken', { apiKey: undefined, getToken: 'no function' }],
    ['timeoutMs', { timeoutMs: 0 }],
    ['timeoutMs', { timeoutMs: Number.POSITIVE_INFINITY }],
    ['retries', { retries: -1 }],
    ['retries', { retries: 1.5 }],
  ])('refuse a wrong %s', async (name, options) => {
    expect(await failure(options)).toMatchObject({ name: 'InvalidInputError', code: 'INVALID_OPTION', path: [name] });
  });

  it('never show the key', async () => {
    const error = (await failure({ apiKey: 'lsk_secret\nlsk_secret' })) as Error;
    expect(error).toBeInstanceOf(InvalidInputError);
    expect(JSON.stringify(error) + error.stack).not.toContain('secret');
  });
});
