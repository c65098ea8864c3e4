import type { IncomingMessage } from 'node:http';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { InvalidInput } from '@leadstage/core';
import { type Database, type Deadline, isUnavailable, withDeadline } from '@leadstage/prisma';
import { type Access, allows } from '../access/access.js';
import { type Authority, authenticate, Unauthenticated } from '../access/authenticate.js';
import type { Purse } from '../access/rate-budget.js';
import { logServerError, UNAVAILABLE } from '../errors.js';
import type { RequestInfo } from '../http/request-info.js';
import { spent } from '../limits/refusal.js';
import { type ExportedLead, exportedLeads } from '../query/exported-leads.js';
import { datedStage } from '../query/lead-list.js';
import { onSnapshot } from '../query/read-list.js';
import { savedList } from '../query/saved-lists.js';
import type { WorkspaceState } from '../query/workspace-state.js';
import { LIST_FORMATS, type ListFormat } from './list-formats.js';

export type ListFeedRequest = Pick<IncomingMessage, 'method' | 'url' | 'headers'>;
export type ListFeedInfo = Pick<RequestInfo, 'id' | 'log' | 'facts'>;

/** As much of a server's response as a feed needs. */
export interface ListFeedResponse extends Writable {
  readonly headersSent: boolean;
  writeHead(status: number, headers: Record<string, string>): unknown;
}

/** What went wrong before the first byte, as it is answered: `{ "code", "message", "requestId" }` in JSON. */
class FeedError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly headers: Record<string, string> = {},
  ) {
    super(message);
  }
}

/** Where a server limits feeds. */
export interface LimitedFeed {
  /** Told once the credential has turned out to be good. */
  readonly authenticated: () => void;
  readonly purse: Purse;
  /** Of each chunk. */
  readonly deadline: Deadline;
}

/** What a feed costs, points; a stream once begun is not broken off for want of more. */
const FEED = 500;

/**
 * `GET /feeds/lists/<id>.csv` and `.ndjson`: the leads of a saved list, streamed in chunks as fast as the client reads
 * them. 401 without a valid key, 403 without `leads:read`, 404 where there is no such list, 422 where it names a stage
 * or an attribute that is no longer there, 429 where the key has spent its budget. An error after the first byte cuts the
 * connection.
 */
export async function listFeed(
  authority: Authority,
  request: ListFeedRequest,
  response: ListFeedResponse,
  info: ListFeedInfo,
  limited?: LimitedFeed,
): Promise<void> {
  try {
    const { id, extension, format } = routeOf(request);
    const database = limited ? withDeadline(authority.database, limited.deadline) : authority.database;
    const access = await reader({ ...authority, database }, request);
    const { workspaceId, keyId } = access;
    Object.assign(info.facts, { workspaceId, keyId });
    limited?.authenticated();
    await pay(database, access, limited?.purse);
    const feed = await openFeed(database, workspaceId, id, format);
    response.writeHead(200, {
      'content-type': format.contentType,
      'content-disposition': `attachment; filename="list-${id}.${extension}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    if (request.method === 'HEAD') {
      response.end();
      await feed.return(undefined);
    } else await pipeline(Readable.from(feed, { objectMode: false, highWaterMark: 1 }), response);
  } catch (error) {
    refuse(error, request, response, info);
  }
}

function routeOf({ url = '', method }: ListFeedRequest): { id: string; extension: string; format: ListFormat } {
  if (method !== 'GET' && method !== 'HEAD') {
    throw new FeedError(405, 'METHOD_NOT_ALLOWED', 'A feed is read by GET.', { allow: 'GET, HEAD' });
  }
  const [, id, extension] = /^\/feeds\/lists\/(\d{1,9})\.([a-z]+)$/.exec(url.split('?')[0] ?? '') ?? [];
  const format =
    extension !== undefined && Object.hasOwn(LIST_FORMATS, extension) ? LIST_FORMATS[extension] : undefined;
  if (id === undefined || extension === undefined || format === undefined) {
    throw new FeedError(404, 'NOT_FOUND', 'There is no such feed; a list is at /feeds/lists/<id>.csv and .ndjson.');
  }
  return { id, extension, format };
}

async function reader(authority: Authority, { headers }: ListFeedRequest): Promise<Access> {
  const access = await authenticate(authority, headers.authorization).catch((error: unknown) => {
    throw error instanceof Unauthenticated ? unauthenticated(error.message) : error;
  });
  if (!access) throw unauthenticated('This needs a key: send the header `Authorization: Bearer <api key>`.');
  if (!allows(access, 'leads:read')) {
    throw new FeedError(403, 'FORBIDDEN', 'The key does not allow this; it needs leads:read.');
  }
  return access;
}

async function pay(database: Database, access: Access, purse: Purse | undefined): Promise<void> {
  const charge = await purse?.charge(database, access, FEED);
  if (!charge || charge.granted) return;
  const { code, message, retryAfter } = spent(FEED, charge);
  throw new FeedError(429, code, message, { 'retry-after': String(retryAfter) });
}

function unauthenticated(message: string): FeedError {
  return new FeedError(401, 'UNAUTHENTICATED', message, { 'www-authenticate': 'Bearer' });
}

/** The feed with its first chunk read, so that what is wrong with the list is known before anything is sent. */
async function openFeed(
  database: Database,
  workspaceId: string,
  id: string,
  format: ListFormat,
): Promise<AsyncGenerator<Buffer>> {
  const list = await onSnapshot(database, workspaceId, (transaction) => savedList(transaction, workspaceId, id));
  if (!list) throw new FeedError(404, 'UNKNOWN_LIST', `There is no saved list ${id}.`);
  const chunks = exportedLeads(database, workspaceId, list.question, Date.now());
  const first = await chunks.next();
  const dated = datedStage(list.question);
  return (async function* () {
    if (first.done) return;
    const { attributeKeys } = first.value.state;
    const written = ({ leads, state }: { leads: ExportedLead[]; state: WorkspaceState }) =>
      Buffer.from(format.chunk(leads, { stage: dated, timeZone: state.timeZone }, attributeKeys));
    yield Buffer.concat([Buffer.from(format.head(attributeKeys)), written(first.value)]);
    for await (const chunk of chunks) yield written(chunk);
  })();
}

function refuse(error: unknown, { method }: ListFeedRequest, response: ListFeedResponse, info: ListFeedInfo): void {
  if (response.headersSent) {
    // The client has gone, or must learn from a broken connection that this is not all.
    if (!isGone(error)) logServerError(error, info.log);
    response.destroy();
    return;
  }
  const { status, code, message, headers } = told(error, info);
  response.writeHead(status, { 'content-type': 'application/json', 'x-content-type-options': 'nosniff', ...headers });
  response.end(method === 'HEAD' ? undefined : JSON.stringify({ code, message, requestId: info.id }));
}

function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
}

function told(error: unknown, { log }: ListFeedInfo): Pick<FeedError, 'status' | 'code' | 'message' | 'headers'> {
  if (error instanceof FeedError) return error;
  if (error instanceof InvalidInput) return { status: 422, code: error.code, message: error.message, headers: {} };
  logServerError(error, log);
  if (isUnavailable(error)) {
    const { code, message, retryAfter } = UNAVAILABLE;
    return { status: 503, code, message, headers: { 'retry-after': retryAfter } };
  }
  return { status: 500, code: 'INTERNAL_SERVER_ERROR', message: 'Something went wrong here.', headers: {} };
}
