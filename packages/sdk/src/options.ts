import { InvalidInputError } from './errors.js';

export interface ClientOptions {
  /** The API's address, which ends in `/graphql`. In a browser it may be relative to the page. */
  readonly url: string;
  /** `lsk_…`. In a browser, one that may be seen by whoever sees the page. */
  readonly apiKey: string;
  /** Default the runtime's own. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Sent along with every request. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** The longest a call may take, its retries included, in milliseconds; default 30,000, at most 2^31 - 1. */
  readonly timeoutMs?: number | undefined;
  /** How often to ask again where a failure may pass, 0–10; default 2. */
  readonly retries?: number | undefined;
}

export interface Connection {
  readonly url: string;
  readonly headers: Headers;
  readonly fetch: typeof globalThis.fetch;
  readonly timeoutMs: number;
  readonly retries: number;
}

const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;
const MOST_RETRIES = 10;

/** @throws InvalidInputError INVALID_OPTION */
export function connectionOf({
  url,
  apiKey,
  fetch,
  headers,
  timeoutMs = 30_000,
  retries = 2,
}: ClientOptions): Connection {
  return {
    url: checkedUrl(url),
    headers: withKey(headers, apiKey),
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

/** The message must not show the key, so it is checked before `Headers` would refuse it by quoting it. */
function withKey(given: Readonly<Record<string, string>> = {}, apiKey: string): Headers {
  const key = String(apiKey ?? '').trim();
  if (!/^[\x21-\x7e]+$/.test(key)) {
    throw invalidOption('apiKey', 'The API key is empty or has characters that no key has.', 'a key such as lsk_...');
  }
  const headers = new Headers(given);
  headers.set('authorization', `Bearer ${key}`);
  return headers;
}

function checkedNumber(name: string, value: number, low: number, high: number): number {
  if (Number.isInteger(value) && value >= low && value <= high) return value;
  throw invalidOption(name, `${name} is ${value}.`, `a whole number from ${low} to ${high}`);
}

function invalidOption(name: string, message: string, expected: string): InvalidInputError {
  return new InvalidInputError('INVALID_OPTION', `${message} Give ${expected}.`, { path: [name], expected });
}
