import { type Credential, fixedCredential } from './credential.js';
import { InvalidInputError } from './errors.js';
import { type GetToken, renewedCredential } from './renewed-credential.js';

export interface ConnectionOptions {
  /** The API's address, which ends in `/graphql`. In a browser it may be relative to the page. */
  readonly url: string;
  /** Default the runtime's own. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Sent along with every request. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** The longest a call may take, its retries included, in milliseconds; default 30,000, at most 2^31 - 1. */
  readonly timeoutMs?: number | undefined;
  /** How often to ask again where a failure may pass, 0–10; default 2. */
  readonly retries?: number | undefined;
}

export interface WithApiKey {
  /** `lsk_…`. It belongs on a server: whoever sees a page sees what the page holds. */
  readonly apiKey: string;
  readonly token?: undefined;
  readonly getToken?: undefined;
}

export interface WithToken {
  /** An embed token. Once it has expired every call fails; `getToken` renews it. */
  readonly token: string;
  readonly apiKey?: undefined;
  readonly getToken?: undefined;
}

export interface WithGetToken {
  /** Fetches an embed token from your server whenever one is needed. */
  readonly getToken: GetToken;
  readonly apiKey?: undefined;
  readonly token?: undefined;
}

/** Exactly one of `apiKey`, `token` and `getToken`. */
export type ClientOptions = ConnectionOptions & (WithApiKey | WithToken | WithGetToken);

export interface Connection {
  readonly url: string;
  readonly headers: Headers;
  readonly credential: Credential;
  readonly fetch: typeof globalThis.fetch;
  readonly timeoutMs: number;
  readonly retries: number;
}

const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;
const MOST_RETRIES = 10;

/** @throws InvalidInputError INVALID_OPTION */
export function connectionOf(options: ClientOptions): Connection {
  const { url, fetch, headers, timeoutMs = 30_000, retries = 2 } = options;
  return {
    url: checkedUrl(url),
    headers: new Headers(headers),
    credential: credentialOf(options),
    // Looked up at each call, so that what replaces the global one later (a mock, a tracer) is used.
    fetch: fetch ?? ((input, init) => globalThis.fetch(input, init)),
    timeoutMs: checkedNumber('timeoutMs', timeoutMs, 1, LONGEST_TIMEOUT_MS),
    retries: checkedNumber('retries', retries, 0, MOST_RETRIES),
  };
}

function checkedUrl(url: string): string {
  const page = (globalThis as { readonly location?: { readonly href: string } }).location?.href;
  try {
    return new URL(url, page).href;
  } catch {
    throw invalidOption('url', `"${url}" is not a URL.`, 'an address such as https://leads.example.com/graphql');
  }
}

function credentialOf({ apiKey, token, getToken }: ClientOptions): Credential {
  const given = Object.entries({ apiKey, token, getToken }).filter(([, value]) => value !== undefined);
  const [name, value] = given[0] ?? ['apiKey', ''];
  if (given.length > 1) {
    throw invalidOption(given[1]?.[0] as string, `There is ${name} too.`, 'one of apiKey, token and getToken');
  }
  if (typeof value === 'function') return renewedCredential(value);
  const credential = name === 'getToken' ? null : fixedCredential(value);
  if (credential) return credential;
  const expected = name === 'getToken' ? 'a function' : 'one as Leadstage made it';
  throw invalidOption(name, `${name} is empty or has characters that none has.`, expected);
}

function checkedNumber(name: string, value: number, low: number, high: number): number {
  if (Number.isInteger(value) && value >= low && value <= high) return value;
  throw invalidOption(name, `${name} is ${value}.`, `a whole number from ${low} to ${high}`);
}

function invalidOption(name: string, message: string, expected: string): InvalidInputError {
  return new InvalidInputError('INVALID_OPTION', `${message} Give ${expected}.`, { path: [name], expected });
}
