import { type Deadline, sleep } from './deadline.js';
import { NetworkError } from './errors.js';
import { retryDelayMs } from './retry-delay.js';

/** Too many requests, and what a proxy or a server says that will be back. */
const PASSING = new Set([429, 502, 503, 504]);

/**
 * A fetch that asks again, up to `retries` times, where the failure may pass and the wait fits the deadline. It reads
 * the body too, so that an answer which breaks off counts as a failed attempt.
 * @throws NetworkError NETWORK_ERROR
 */
export function retryingFetch(fetch: typeof globalThis.fetch, retries: number, deadline: Deadline): typeof fetch {
  return async (input, init) => {
    for (let attempt = 0; ; attempt += 1) {
      const outcome = await attemptOnce(fetch, input, init);
      const wait = waitAfter(outcome, attempt);
      if (wait === null || attempt >= retries || wait >= deadline.leftMs()) {
        if (outcome instanceof NetworkError) throw outcome;
        return outcome.response;
      }
      await sleep(wait, deadline.signal);
    }
  };
}

/** @returns milliseconds; null when another attempt would end the same way */
function waitAfter(outcome: Outcome, attempt: number): number | null {
  if (outcome instanceof NetworkError) return retryDelayMs(attempt, null);
  const { response, body } = outcome;
  if (!PASSING.has(response.status) || TOO_MUCH.test(body)) return null;
  return retryDelayMs(attempt, response.headers.get('retry-after'));
}

/** What the API says, with 504, of a question that took too long. Asked again, it would only take as long again. */
const TOO_MUCH = /"code"\s*:\s*"TIMEOUT"/;

type Outcome = { readonly response: Response; readonly body: string } | NetworkError;

async function attemptOnce(fetch: typeof globalThis.fetch, ...args: Parameters<typeof fetch>): Promise<Outcome> {
  try {
    const answer = await fetch(...args);
    const { status, statusText, headers } = answer;
    const body = await answer.text();
    // A response with such a status may not be made with a body, not even an empty one.
    const bodiless = status === 204 || status === 205 || status === 304;
    return { response: new Response(bodiless ? null : body, { status, statusText, headers }), body };
  } catch (error) {
    const url = String(args[0] instanceof Request ? args[0].url : args[0]);
    return new NetworkError('NETWORK_ERROR', `No answer from ${url}: ${reasonOf(error)}`, { cause: error });
  }
}

/** Node says only "fetch failed" and keeps the reason (ECONNREFUSED …) one level below. */
function reasonOf(error: unknown): string {
  const { message, cause } = error as {
    readonly message?: string;
    readonly cause?: { readonly message?: string; readonly code?: string };
  };
  return cause?.message || cause?.code || message || String(error);
}
