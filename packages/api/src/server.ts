import type { ServerResponse } from 'node:http';
import { asOwner, type Database } from '@leadstage/prisma';
import { GraphQLError } from 'graphql';
import { createYoga, type YogaInitialContext } from 'graphql-yoga';
import { authenticate, type OperatorKey } from './access/api-key.js';
import { bearer } from './access/bearer.js';
import { type Context, contextFor } from './context.js';
import { logServerError, toClientError } from './errors.js';
import { listFeed } from './feeds/list-feed.js';
import { type Handler, type Listener, type ListenOptions, listen, send } from './listener.js';
import { sql } from './query/sql.js';
import { schema } from './schema/index.js';
import { VERSION } from './version.js';
import { welcomePage } from './welcome-page.js';

/** What the server needs to answer; until it is there, everything but `/health` says 503. */
export interface Serving {
  readonly database: Database;
  readonly workspaceName: string | null;
  readonly operatorKey?: OperatorKey | undefined;
}

export interface RunningServer extends Pick<Listener, 'origin' | 'close'> {
  begin(serving: Serving): void;
}

/** A listener that answers once it is told what to serve. */
export async function startServer(options: ListenOptions): Promise<RunningServer> {
  const { origin, handleWith, close } = await listen(options);
  return { origin, close, begin: (serving) => handleWith(handlerFor(serving, origin)) };
}

/** Every door of the server. */
export function handlerFor(serving: Serving, origin: string): Handler {
  const yoga = yogaFor(serving);
  return (request, response) => {
    const path = (request.url ?? '/').split('?')[0];
    if (path === '/graphql') void yoga(request, response);
    else if (path?.startsWith('/feeds/lists/')) void listFeed(serving, request, response);
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
