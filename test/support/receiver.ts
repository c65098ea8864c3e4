import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Of the event. */
  readonly id: string;
  /** Whether the receiver answered 2xx. */
  readonly taken: boolean;
}

/** A status, with headers if any; no answer ever; or a connection that is cut. */
export type Behaviour =
  | number
  | { readonly status: number; readonly headers: Record<string, string> }
  | 'SILENCE'
  | 'CUT';

/** A receiver of webhooks on the loopback. */
export interface Receiver {
  readonly url: string;
  readonly received: Received[];
  /** Ids of events in the order in which they came, repetitions included. */
  ids(): string[];
  /** Stops listening; the port stays its own. */
  die(): Promise<void>;
  revive(): Promise<void>;
  close(): Promise<void>;
}

/** @param behave given the number of the request, from 0, and the event's id; default 204 to all */
export async function startReceiver(behave: (index: number, id: string) => Behaviour = () => 204): Promise<Receiver> {
  const received: Received[] = [];
  const make = () =>
    createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      const id = String(request.headers['leadstage-delivery']);
      const behaviour = behave(received.length, id);
      const status = typeof behaviour === 'object' ? behaviour.status : behaviour;
      received.push({ headers: request.headers, body, id, taken: status === 204 });
      answer(response, behaviour);
    });
  let server = make();
  const port = await listening(server, 0);
  return {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    ids: () => received.map(({ id }) => id),
    die: () => closed(server),
    async revive() {
      server = make();
      await listening(server, port);
    },
    close: () => closed(server),
  };
}

function answer(response: ServerResponse, behaviour: Behaviour): void {
  if (behaviour === 'SILENCE') return;
  if (behaviour === 'CUT') return void response.socket?.destroy();
  if (typeof behaviour === 'number') response.writeHead(behaviour);
  else response.writeHead(behaviour.status, behaviour.headers);
  response.end();
}

function listening(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
