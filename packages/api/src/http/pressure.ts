import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { attemptsOf } from '../limits/attempts.js';
import { watchEventLoop } from '../limits/event-loop.js';
import { type Gate, gate, Overloaded } from '../limits/gate.js';
import type { Limits } from '../limits/limits.js';
import { feedRefusalBody, type Refusal, refusalBody } from '../limits/refusal.js';
import { countRefused } from '../observe/metrics.js';
import { BodyTooLarge, bodiesOf, TooManyBodies } from './body-limit.js';
import type { ClientAddress } from './client-address.js';
import { send } from './listener.js';
import { FOR_EVERY_PAGE } from './pages.js';
import type { RequestInfo } from './request-info.js';

/** What a door behind the limits is told besides the request. */
export interface Admitted {
  readonly info: RequestInfo;
  /** To be called once a credential has turned out to be good. */
  readonly authenticated: () => void;
}

export type LimitedDoor = (request: IncomingMessage, response: ServerResponse, admitted: Admitted) => unknown;
export type Guard = (
  door: LimitedDoor,
) => (request: IncomingMessage, response: ServerResponse, info: RequestInfo) => Promise<void>;

/** Writes a refusal as whoever asked expects it. */
type Telling = (refusal: Refusal, requestId: string) => string;

/** How many wait for each that is inside, and for how long at most, milliseconds. */
const WAITING_PER_PLACE = 5;
const LONGEST_WAIT_MS = 5_000;
/** Feeds are read as slowly as their readers like; they have places of their own. */
const PLACES_PER_FEED = 4;
/** From this delay of the event loop on nobody is let wait, milliseconds. */
const STRAINED_MS = 1_000;
const COME_BACK_S = 2;

/**
 * What every request to the graph and to feeds passes before anything is done for it: how often its address has tried,
 * the length of its body, and a place. A slow body takes no place.
 * @param delay how late the event loop has been just now, milliseconds
 */
export function guardsFor(
  limits: Limits,
  addressOf: ClientAddress,
  delay: () => number = watchEventLoop(),
): { readonly operations: Guard; readonly feeds: Guard; readonly gate: Gate } {
  const attempts = attemptsOf(limits.attempts);
  const bodies = bodiesOf(limits.maxBody);
  const places = (atOnce: number) =>
    gate({
      atOnce,
      mostWaiting: atOnce * WAITING_PER_PLACE,
      longestWait: LONGEST_WAIT_MS,
      isStrained: () => delay() > STRAINED_MS,
    });
  const guardedBy =
    (gate: Gate, tell: Telling): Guard =>
    (door) =>
    async (request, response, info) => {
      const attempt = attempts.begin(addressOf(request), request.headers.authorization);
      if (typeof attempt === 'number') return refuse(response, tooManyAttempts(attempt), tell, info.id);
      let forget = () => {};
      try {
        if (hasBody(request)) {
          const body = await bodies.read(request);
          forget = body.forget;
          // Where Yoga looks for a body that was read before.
          (request as IncomingMessage & { body?: Readable }).body = body.stream;
        }
        const leave = await gate.enter(info.signal);
        try {
          await door(request, response, { info, authenticated: attempt.good });
        } finally {
          leave();
        }
      } catch (error) {
        refuse(response, refusalOf(error, limits), tell, info.id);
      } finally {
        forget();
        attempt.end(response.statusCode === 401);
      }
    };
  const operations = places(limits.concurrency);
  return {
    operations: guardedBy(operations, refusalBody),
    feeds: guardedBy(places(Math.ceil(limits.concurrency / PLACES_PER_FEED)), feedRefusalBody),
    gate: operations,
  };
}

function hasBody({ method, headers }: IncomingMessage): boolean {
  if (method === 'GET' || method === 'HEAD') return false;
  return headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
}

/** @throws what is none of these */
function refusalOf(error: unknown, { maxBody }: Limits): Refusal | null {
  if (error instanceof BodyTooLarge) {
    const message = `The body is longer than ${maxBody} bytes. Send the items in several calls.`;
    return { code: 'BODY_TOO_LARGE', status: 413, message, detail: { limit: maxBody } };
  }
  if (error instanceof Overloaded || error instanceof TooManyBodies) {
    const message = `The server is doing as much as it can. Try again in ${COME_BACK_S} s.`;
    return { code: 'OVERLOADED', status: 503, message, retryAfter: COME_BACK_S };
  }
  // A body that broke off: whoever sent it has gone.
  if ((error as NodeJS.ErrnoException | null)?.code === 'ECONNRESET') return null;
  throw error;
}

function tooManyAttempts(retryAfter: number): Refusal {
  const message = `Too many requests from this address without a valid key. Try again in ${retryAfter} s.`;
  return { code: 'TOO_MANY_ATTEMPTS', status: 429, message, retryAfter };
}

/** How long a client may go on sending what is not read, to be told so and not cut off, milliseconds. */
const HEAR_OUT_MS = 1_000;

function refuse(response: ServerResponse, refusal: Refusal | null, tell: Telling, requestId: string): void {
  if (refusal === null || response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  const { code, retryAfter, status } = refusal;
  countRefused(code);
  const body = tell(refusal, requestId);
  const request = response.req;
  const headers = { ...FOR_EVERY_PAGE, ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }) };
  if (request.complete || !hasBody(request)) {
    send(response, status, 'application/json', body, headers);
    return;
  }
  const length = String(Buffer.byteLength(body));
  response.writeHead(status, {
    'content-type': 'application/json',
    'x-content-type-options': 'nosniff',
    'content-length': length,
    connection: 'close',
    ...headers,
  });
  response.write(body);
  // A connection that is closed with something unread takes along what was sent on it.
  const end = () => {
    clearTimeout(timer);
    response.end();
  };
  const timer = setTimeout(end, HEAR_OUT_MS);
  request.once('end', end).once('close', end).resume();
}
