import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { asOwner, type Database } from '@leadstage/prisma';
import { GraphQLError } from 'graphql';
import { createYoga, type YogaInitialContext } from 'graphql-yoga';
import { authenticate, type OperatorKey } from './access/api-key.js';
import { type Context, contextFor } from './context.js';
import { logServerError, toClientError } from './errors.js';
import { sql } from './query/sql.js';
import { schema } from './schema/index.js';
import { VERSION } from './version.js';
import { welcomePage } from './welcome-page.js';

export interface ServerOptions {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
}

/** What the server needs to answer; until it is there, everything but `/health` says 503. */
export interface Serving {
  readonly database: Database;
  readonly workspaceName: string | null;
  readonly operatorKey?: OperatorKey | undefined;
}

export interface RunningServer {
  /** `http://127.0.0.1:4000`, without a slash at the end. */
  readonly origin: string;
  begin(serving: Serving): void;
  /** Takes no new requests, lets those under way end, and closes. */
  close(): Promise<void>;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** Listens at once, so that a taken port is known before any work; answers once it is told what to serve. */
export async function startServer({ host, port }: ServerOptions): Promise<RunningServer> {
  let handle: Handler = starting;
  const server = createServer((request, response) => handle(request, response));
  await listen(server, host, port);
  const address = server.address() as AddressInfo;
  const shownHost = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  const origin = `http://${shownHost}:${address.port}`;
  return {
    origin,
    begin(serving) {
      handle = handlerFor(serving, origin);
    },
    close: () => close(server),
  };
}

function listen(server: Server, host: string, port: number): Promise<void> {
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

function close(server: Server): Promise<void> {
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

function handlerFor(serving: Serving, origin: string): Handler {
  const yoga = yogaFor(serving);
  return (request, response) => {
    const path = (request.url ?? '/').split('?')[0];
    if (path === '/graphql') void yoga(request, response);
    else if (path === '/health') send(response, 200, 'application/json', '{"status":"live"}');
    else if (path === '/ready') void ready(serving.database, response);
    else if (path === '/' && (request.method === 'GET' || request.method === 'HEAD')) {
      const { workspaceName } = serving;
      send(response, 200, 'text/html; charset=utf-8', welcomePage({ version: VERSION, workspaceName, origin }));
    } else send(response, 404, 'text/plain; charset=utf-8', 'Not found. The API is at /graphql.\n');
  };
}

/** The graph over HTTP, with the explorer for a browser. */
export function yogaFor({ database, operatorKey }: Serving) {
  return createYoga<object, Context>({
    schema,
    graphqlEndpoint: '/graphql',
    landingPage: false,
    logging: { debug() {}, info() {}, warn: console.warn, error: logServerError },
    // Megabytes of page that most starts never show.
    renderGraphiQL: async (options) => (await import('@graphql-yoga/render-graphiql')).renderGraphiQL(options),
    graphiql: { title: 'Leadstage', defaultQuery: FIRST_QUERY },
    maskedErrors: { maskError: (error, message) => toClientError(error, message) },
    context: async ({ request }: YogaInitialContext) => {
      const key = bearer(request.headers.get('authorization'));
      const access = key === null ? null : await authenticate(database, key, operatorKey);
      if (key !== null && !access) {
        throw new GraphQLError('The key is not valid: unknown, revoked or expired.', {
          extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } },
        });
      }
      return contextFor(database, access);
    },
  });
}

/** Null without a credential; a credential of any other form is one that nobody has. */
function bearer(header: string | null): string | null {
  if (header === null) return null;
  return /^Bearer +(\S+)$/i.exec(header)?.[1] ?? '';
}

const FIRST_QUERY = `# Put your key into the headers below: { "Authorization": "Bearer lsk_…" }
{
  workspace { name timeZone currency }
  funnel(input: { period: { last: { count: 12, grain: MONTH } }, by: ["source"] }) {
    total { stages { stage { name } reached stepRate { value low high } } }
    groups { keys { value } figures { stages { reached } } }
  }
}
`;

async function ready(database: Database, response: ServerResponse): Promise<void> {
  try {
    await asOwner(database, (transaction) => transaction.query(sql`SELECT 1 FROM _prisma_migrations LIMIT 1`));
    send(response, 200, 'application/json', '{"status":"ready"}');
  } catch {
    send(response, 503, 'application/json', '{"status":"database unreachable"}', { 'retry-after': '5' });
  }
}

function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': type, 'x-content-type-options': 'nosniff', ...headers });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}
