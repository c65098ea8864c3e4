import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Deadline } from '@leadstage/prisma';
import { purseFor } from '../access/rate-budget.js';
import { INTERNAL, logServerError } from '../errors.js';
import { listFeed } from '../feeds/list-feed.js';
import { yogaFor } from '../graphql/yoga.js';
import { limitsOf } from '../limits/limits.js';
import { measure } from '../observe/metrics.js';
import type { Serving } from '../server.js';
import { clientAddressBehind } from './client-address.js';
import { type Handler, send } from './listener.js';
import { metrics } from './metrics.js';
import { FOR_EVERY_PAGE, preflight } from './pages.js';
import { guardsFor } from './pressure.js';
import { ready } from './ready.js';
import { type RequestInfo, requestInfo } from './request-info.js';
import { sendStaticFile, staticFileAt } from './static-files.js';
import { traced } from './traced.js';

/** Answers one kind of path. */
type Door = (request: IncomingMessage, response: ServerResponse, info: RequestInfo) => unknown;

/** Every door of the server: what is common to all requests, then the one that the path names. */
export function handlerFor(serving: Serving, origin: string): Handler {
  const all = doors(serving, origin);
  const { log } = serving;
  measure(serving.database);
  return (request, response) => {
    const door = doorTo(pathOf(request));
    const info = requestInfo(request, response, { log, door });
    traced(request, response, info, door, () => void answered(all[door], request, response, info));
  };
}

/** A door that fails is no reason for the server to. */
async function answered(door: Door, request: IncomingMessage, response: ServerResponse, info: RequestInfo) {
  try {
    await door(request, response, info);
  } catch (error) {
    logServerError(error, info.log);
    if (response.headersSent) response.destroy();
    else send(response, 500, 'application/json', failure(info.id), FOR_EVERY_PAGE);
  }
}

function failure(requestId: string): string {
  return JSON.stringify({ ...INTERNAL, requestId });
}

type DoorName = 'graphql' | 'feed' | 'health' | 'ready' | 'metrics' | 'file' | 'nowhere';

function doorTo(path: string): DoorName {
  if (path === '/graphql') return 'graphql';
  if (path.startsWith('/feeds/lists/')) return 'feed';
  if (path === '/health') return 'health';
  if (path === '/ready') return 'ready';
  if (path === '/metrics') return 'metrics';
  if (staticFileAt(path)) return 'file';
  return 'nowhere';
}

function doors(serving: Serving, origin: string): Readonly<Record<DoorName, Door>> {
  const { database, draining, trustedProxies = [] } = serving;
  const yoga = yogaFor(serving);
  const metricsAccess = { token: serving.metricsToken, origin };
  const limits = limitsOf(serving);
  const guards = guardsFor(limits, clientAddressBehind(trustedProxies));
  const purse = purseFor(limits);
  const operations = guards.operations((request, response, admitted) => yoga(request, response, admitted));
  return {
    graphql: (request, response, info) => preflight(request, response) || operations(request, response, info),
    feed: guards.feeds((request, response, { info, authenticated }) => {
      const deadline = eachWithin(limits.timeoutMs, info.signal);
      return listFeed(serving, request, response, info, { authenticated, purse, deadline });
    }),
    health: (_request, response) => send(response, 200, 'application/json', '{"status":"live"}'),
    ready: (_request, response, { log }) => ready(database, response, { draining, log }),
    metrics: (request, response, info) => metrics(metricsAccess, request, response, info),
    file: sendStaticFile,
    nowhere,
  };
}

/** A deadline that begins with each transaction, for what lasts as long as its reader likes. */
function eachWithin(milliseconds: number, signal: AbortSignal): Deadline {
  return {
    get until() {
      return milliseconds === 0 ? null : Date.now() + milliseconds;
    },
    signal,
  };
}

function nowhere(_request: IncomingMessage, response: ServerResponse): void {
  send(response, 404, 'text/plain; charset=utf-8', 'Not found. The API is at /graphql.\n');
}

function pathOf({ url = '/' }: IncomingMessage): string {
  return url.split('?')[0] ?? '/';
}
