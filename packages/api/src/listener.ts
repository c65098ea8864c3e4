import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ListenOptions {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
}

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export interface Listener {
  /** `http://127.0.0.1:4000`, without a slash at the end. */
  readonly origin: string;
  /** Until it is called, everything but `/health` is answered with 503. */
  handleWith(handler: Handler): void;
  /** Takes no new requests, lets those under way end (at most 10 s), and closes. */
  close(): Promise<void>;
}

/** Listens, so that a taken port is known before any work begins. Rejects with the system's error. */
export async function listen({ host, port }: ListenOptions): Promise<Listener> {
  let handle: Handler = starting;
  const server = createServer((request, response) => handle(request, response));
  await bound(server, host, port);
  const { address, family, port: takenPort } = server.address() as AddressInfo;
  return {
    origin: `http://${family === 'IPv6' ? `[${address}]` : address}:${takenPort}`,
    handleWith(handler) {
      handle = handler;
    },
    close: () => closed(server),
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

function starting({ url }: IncomingMessage, response: ServerResponse): void {
  if (url === '/health') send(response, 200, 'application/json', '{"status":"live"}');
  else send(response, 503, 'application/json', '{"status":"starting"}', { 'retry-after': '2' });
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
