import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Log, SILENT } from '../observe/log.js';
import { withoutSecrets } from '../observe/mask.js';
import { httpDuration, httpRequests, httpUnderWay } from '../observe/metrics.js';

/** What every door is told of a request. */
export interface RequestInfo {
  /** In the response's `x-request-id`, in every error that a client is told of, and in the log. */
  readonly id: string;
  /** Aborted when the client has gone before it was answered. */
  readonly signal: AbortSignal;
  /** Writes under the request's id. */
  readonly log: Log;
  /** What becomes known of the request while it is answered, for its line in the log; whoever learns it sets it. */
  readonly facts: RequestFacts;
}

/** Names and ids only: no credential, nothing that somebody sent besides the name of an operation. */
export interface RequestFacts {
  /** Of a GraphQL document, as its author named it. */
  operation?: string | undefined;
  type?: string | undefined;
  /** Field of the root that is asked, `several` for more than one. */
  field?: string | undefined;
  keyId?: string | undefined;
  workspaceId?: string | undefined;
  cost?: number | undefined;
  traceId?: string | undefined;
}

/** Doors that machines knock at all the time: in the log only where everything is. */
const PROBES = ['health', 'ready', 'metrics'];

/** An id that a proxy gave is kept, where it is one that can stand in a log. */
const ID = /^[\w.:-]{1,128}$/;

/**
 * Names the request, tells the client its name, watches whether the client stays, and writes its line when it is over.
 * @param door what the path leads to, for the metrics
 */
export function requestInfo(
  request: IncomingMessage,
  response: ServerResponse,
  { log = SILENT, door = 'nowhere' }: { readonly log?: Log | undefined; readonly door?: string } = {},
): RequestInfo {
  const started = performance.now();
  const given = request.headers['x-request-id'];
  const id = typeof given === 'string' && ID.test(given) && withoutSecrets(given) === given ? given : randomUUID();
  response.setHeader('x-request-id', id);
  const gone = new AbortController();
  // Each statement under way listens, and takes itself off; more than ten at once are no leak.
  setMaxListeners(0, gone.signal);
  let child: Log | undefined;
  const info: RequestInfo = {
    id,
    signal: gone.signal,
    facts: {},
    get log() {
      child ??= log.child({ requestId: id });
      return child;
    },
  };
  httpUnderWay.inc();
  response.once('close', () => {
    const ms = performance.now() - started;
    if (!response.writableFinished) gone.abort();
    httpUnderWay.dec();
    const status = response.writableFinished ? String(response.statusCode) : 'gone';
    httpRequests.inc({ door, method: methodOf(request), status });
    httpDuration.observe({ door }, ms / 1_000);
    const level = PROBES.includes(door) ? 'debug' : 'info';
    if (!log.isLevelEnabled(level)) return;
    const { method } = request;
    info.log[level](
      { method, path: pathForLog(request), status, ms: Math.round(ms * 10) / 10, ...info.facts },
      'request',
    );
  });
  return info;
}

/** Without its query, which may hold variables; a part that is as long as a key is one. */
function pathForLog({ url = '/' }: IncomingMessage): string {
  return withoutSecrets((url.split('?')[0] ?? '/').replaceAll(/[^/]{40,}/g, '[redacted]'));
}

const METHODS = ['GET', 'HEAD', 'POST', 'OPTIONS', 'PUT', 'PATCH', 'DELETE'];

function methodOf({ method = '' }: IncomingMessage): string {
  return METHODS.includes(method) ? method : 'other';
}
