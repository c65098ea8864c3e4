import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Limits, limitsOf } from '../limits/limits.js';
import type { Log } from '../observe/log.js';
import { FOR_EVERY_PAGE, preflight } from './pages.js';
import { requestInfo } from './request-info.js';

export interface ListenOptions {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** Where they differ from the defaults. */
  readonly limits?: Partial<Limits> | undefined;
  /** Where it differs from the default. */
  readonly patience?: Partial<Patience> | undefined;
  /** Of requests that come before there is a handler, which writes of all others. Default: nothing is written. */
  readonly log?: Log | undefined;
}

/** Within how long a request has to be there, milliseconds. */
export interface Patience {
  readonly headersTimeout: number;
  /** Its body included. */
  readonly requestTimeout: number;
  /** How often it is looked whether they are. */
  readonly connectionsCheckingInterval: number;
}

const PATIENCE: Patience = { headersTimeout: 10_000, requestTimeout: 60_000, connectionsCheckingInterval: 5_000 };
/** Of a request's line and headers, bytes. */
const LONGEST_HEAD = 16_384;
/** How long a connection may stand still while it is used, milliseconds: for one, with a reader that does not read. */
const IDLE_MS = 120_000;

/** No shorter than an answer may take. */
function idle(limits: ListenOptions['limits']): number {
  const { timeoutMs } = limitsOf({ limits });
  return timeoutMs === 0 ? 0 : IDLE_MS + timeoutMs;
}

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export interface Listener {
  /** `http://127.0.0.1:4000`, without a slash at the end. */
  readonly origin: string;
  /** Until it is called, everything but `/health` is answered with 503. */
  handleWith(handler: Handler): void;
  /** From now on every answer ends its connection, so that clients turn to another server. */
  drain(): void;
  /** Takes no new connections, lets requests under way end (at most 10 s), and closes. */
  close(): Promise<void>;
}

/** Listens, so that a taken port is known before any work begins. Rejects with the system's error. */
export async function listen({ host, port, limits, patience, log }: ListenOptions): Promise<Listener> {
  let handle: Handler = (request, response) => starting(request, response, log);
  let draining = false;
  const underWay = new Set<ServerResponse>();
  const server = createServer({ ...PATIENCE, ...patience, maxHeaderSize: LONGEST_HEAD }, (request, response) => {
    underWay.add(response);
    if (draining) response.setHeader('connection', 'close');
    response.once('close', () => {
      underWay.delete(response);
      // An answer whose head was sent before leaves its connection open.
      if (draining) setImmediate(() => server.closeIdleConnections());
    });
    handle(request, response);
  });
  server.timeout = idle(limits);
  const drain = () => {
    draining = true;
    for (const response of underWay) if (!response.headersSent) response.setHeader('connection', 'close');
  };
  await bound(server, host, port);
  const { address, family, port: takenPort } = server.address() as AddressInfo;
  return {
    origin: `http://${family === 'IPv6' ? `[${address}]` : address}:${takenPort}`,
    handleWith(handler) {
      handle = handler;
    },
    drain,
    close() {
      drain();
      return closed(server);
    },
  };
}

function bound(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** How long requests under way may take to end, milliseconds. */
const DRAIN_MS = 10_000;

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}

function starting(request: IncomingMessage, response: ServerResponse, log: Log | undefined): void {
  const path = request.url?.split('?')[0];
  const door = path === '/health' ? 'health' : path === '/ready' ? 'ready' : 'starting';
  const { id } = requestInfo(request, response, { log, door });
  if (door === 'health') {
    send(response, 200, 'application/json', '{"status":"live"}');
    return;
  }
  if (preflight(request, response)) return;
  const body = JSON.stringify(door === 'ready' ? { status: 'starting' } : { status: 'starting', requestId: id });
  send(response, 503, 'application/json', body, { 'retry-after': '2', ...FOR_EVERY_PAGE });
}

export function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': type, 'x-content-type-options': 'nosniff', ...headers });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}
