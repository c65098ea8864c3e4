import { withDeadline } from '@leadstage/prisma';
import { GraphQLError } from 'graphql';
import { createYoga, type YogaInitialContext } from 'graphql-yoga';
import { authenticate, Unauthenticated } from '../access/authenticate.js';
import { type Context, contextFor } from '../context.js';
import { toClientError } from '../errors.js';
import type { RequestInfo } from '../http/request-info.js';
import { NO_CACHE } from '../limits/document-cache.js';
import { limitsOf } from '../limits/limits.js';
import { timedOut } from '../limits/refusal.js';
import { schema } from '../schema/index.js';
import type { Serving } from '../server.js';
import { PLUGINS } from './plugins/index.js';

/** What a door hands to the graph with a request. */
export interface ServerContext {
  readonly info: RequestInfo;
  /** Told once a credential has turned out to be good. */
  readonly authenticated?: (() => void) | undefined;
}

/** The graph over HTTP, with the explorer for a browser. */
export function yogaFor(serving: Serving) {
  return createYoga<ServerContext, Context>({
    schema,
    graphqlEndpoint: '/graphql',
    landingPage: false,
    // See plugins/cors.ts; Yoga's own would let every page in.
    cors: false,
    // Errors are written down with the id of their request, as they leave (plugins/log.ts).
    logging: { debug() {}, info() {}, warn: (...words) => serving.log?.warn(words.join(' ')), error() {} },
    // Megabytes of page that most starts never show.
    renderGraphiQL: async (options) => (await import('@graphql-yoga/render-graphiql')).renderGraphiQL(options),
    graphiql: { title: 'Leadstage', defaultQuery: FIRST_QUERY },
    maskedErrors: { maskError: (error, message) => timedOut(error) ?? toClientError(error, message) },
    // One operation a request, no uploads; the door has read the body, and knows how long it may be.
    batching: false,
    multipart: false,
    maxRequestBodySize: limitsOf(serving).maxBody,
    // What was validated is kept with its document; see plugins/shape.ts for those.
    parserAndValidationCache: { documentCache: NO_CACHE, errorCache: NO_CACHE },
    plugins: PLUGINS.map((plugin) => plugin(serving)),
    context: ({ request, ...server }: YogaInitialContext & ServerContext) => contextOf(serving, request, server),
  });
}

async function contextOf(serving: Serving, request: Request, { info, authenticated }: ServerContext): Promise<Context> {
  const { timeoutMs } = limitsOf(serving);
  const until = timeoutMs === 0 ? null : Date.now() + timeoutMs;
  const database = withDeadline(serving.database, { until, signal: info.signal });
  try {
    const { headers } = request;
    const authority = { ...serving, database };
    const access = await authenticate(authority, headers.get('authorization'), headers.get('origin'));
    if (access) authenticated?.();
    return contextFor(database, access, info);
  } catch (error) {
    if (!(error instanceof Unauthenticated)) throw error;
    const { code, status } = error;
    throw new GraphQLError(error.message, { extensions: { code, http: { status } } });
  }
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
