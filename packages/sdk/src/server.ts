import type { Mutations } from './_generated/mutations.js';
import { clientOver, type LeadstageClient } from './client.js';
import { mutationsOver } from './mutations.js';
import { type ConnectionOptions, connectionOf, type WithApiKey } from './options.js';
import { exchangeOver, sendOver } from './transport.js';

export type * from './_generated/mutations.js';
export { OrphanedLeadsError, WrongMoveError } from './errors.js';
export type { MutationAnswer, MutationInput, MutationName } from './mutations.js';

/** Mutations take an API key: to embed tokens all of them are closed. */
export type ServerClientOptions = ConnectionOptions & WithApiKey;

/**
 * All questions, and all mutations. A mutation is given its input without `idempotencyKey`: one is made for each call, so that
 * an attempt which failed on the way can be repeated without doing anything twice, and repeated it is, as questions are. Give a
 * key of your own where your program may itself call again, say after a restart. What was refused is thrown, with nothing done:
 * an InvalidInputError with `code`, `path`, `message` and `expected`; a WrongMoveError where a lead cannot move so, an
 * OrphanedLeadsError where a change of the ladder would leave leads without a stage.
 */
export interface LeadstageServerClient extends LeadstageClient, Mutations {}

/**
 * A client for servers, with everything that the API can do; makes no request yet.
 * @throws InvalidInputError INVALID_OPTION
 */
export function createServerClient(options: ServerClientOptions): LeadstageServerClient {
  const connection = connectionOf(options);
  return { ...clientOver(sendOver(connection)), ...mutationsOver(exchangeOver(connection)) };
}
