import { type Lists, listsOver } from './lists.js';
import { type ClientOptions, connectionOf } from './options.js';
import { type Records, recordsOver } from './records.js';
import { type Reports, reportsOver } from './reports.js';
import { type Settings, settingsOver } from './settings.js';
import { type RequestOptions, type Send, sendOver, type TypedDocument, type Variables } from './transport.js';

/** Variables may be left out where none is required. */
export type Rest<Needed> =
  Record<string, never> extends Needed
    ? [variables?: Needed, options?: RequestOptions]
    : [variables: Needed, options?: RequestOptions];

/** Questions to one workspace. Every method throws LeadstageErrors, and the signal's reason when it is aborted. */
export interface LeadstageClient extends Reports, Lists, Records, Settings {
  /** A query of your own. A failed attempt may be repeated, so the document must only read. */
  raw<Result, Needed extends object>(
    document: TypedDocument<Result, Needed> & object,
    ...rest: Rest<Needed>
  ): Promise<Result>;
  raw<Result = Record<string, unknown>>(
    document: string,
    variables?: Variables,
    options?: RequestOptions,
  ): Promise<Result>;
}

/**
 * A client of one API with one credential; makes no request yet. What writes is in `createServerClient` of
 * `@leadstage/sdk/server`.
 * @throws InvalidInputError INVALID_OPTION
 */
export function createClient(options: ClientOptions): LeadstageClient {
  return clientOver(sendOver(connectionOf(options)));
}

export function clientOver(send: Send): LeadstageClient {
  return {
    ...reportsOver(send),
    ...listsOver(send),
    ...recordsOver(send),
    ...settingsOver(send),
    raw: <Result>(document: object | string, variables: object = {}, options?: RequestOptions) =>
      send(document as TypedDocument<Result, object>, variables, options),
  };
}
