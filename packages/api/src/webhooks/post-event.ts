import { lookup } from 'node:dns';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPrivateAddress, privateAddressesAllowed } from './private-address.js';
import { parseRetryAfter } from './retry-delay.js';
import { hostOf } from './webhook-url.js';

/** How an attempt ended: with the status of an answer, or with none and the reason. */
export interface Attempt {
  readonly status: number | null;
  /** Short, for people, without secrets; null where the answer was 2xx. */
  readonly error: string | null;
  /** What the receiver asked for, milliseconds. */
  readonly retryAfter: number | null;
}

export interface PostOptions {
  /** Until the head of the answer; also until the end of its body, which is not read. Default 10,000. */
  readonly timeoutMs?: number;
  readonly allowPrivate?: boolean;
}

const TIMEOUT_MS = 10_000;

/**
 * Posts a body. Redirects are not followed, and the address that a name stands for is checked as the connection is
 * made. Never throws: what goes wrong is the answer.
 */
export function postEvent(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  { timeoutMs = TIMEOUT_MS, allowPrivate = privateAddressesAllowed() }: PostOptions = {},
): Promise<Attempt> {
  const target = new URL(url);
  const host = hostOf(target);
  // An address in the URL itself is not looked up, so the hook below would not see it.
  if (!allowPrivate && isIP(host) && isPrivateAddress(host)) return Promise.resolve(refused());
  const send = target.protocol === 'https:' ? requestHttps : requestHttp;
  const signal = AbortSignal.timeout(timeoutMs);
  return new Promise((resolve) => {
    const request = send(target, {
      method: 'POST',
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      agent: false,
      signal,
      lookup: allowPrivate ? (lookup as LookupFunction) : publicLookup,
    });
    request.on('response', (response) => {
      response.on('error', () => {});
      response.resume();
      const status = response.statusCode ?? 0;
      const retryAfter = parseRetryAfter(response.headers['retry-after'], Date.now());
      resolve({ status, error: errorOf(status), retryAfter });
    });
    request.on('error', (error) =>
      resolve(signal.aborted ? noAnswer(` within ${timeoutMs / 1_000} s`) : failed(error)),
    );
    request.on('close', () => resolve(noAnswer(': the connection was closed')));
    request.end(body);
  });
}

const PRIVATE = 'PRIVATE_ADDRESS';

const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? [];
    if (error || !first) callback(error ?? new Error('no address'), '', 0);
    else if (addresses.some(({ address }) => isPrivateAddress(address))) {
      callback(Object.assign(new Error(PRIVATE), { code: PRIVATE }), '', 0);
    } else if (options.all) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};

function errorOf(status: number): string | null {
  if (status >= 200 && status < 300) return null;
  return status >= 300 && status < 400 ? `HTTP ${status}: redirects are not followed` : `HTTP ${status}`;
}

function failed(error: NodeJS.ErrnoException): Attempt {
  return error.code === PRIVATE ? refused() : noAnswer(`: ${error.code ?? 'the connection failed'}`);
}

function refused(): Attempt {
  return { status: null, error: 'not sent: the address is private', retryAfter: null };
}

function noAnswer(why: string): Attempt {
  return { status: null, error: `no answer${why}`, retryAfter: null };
}
