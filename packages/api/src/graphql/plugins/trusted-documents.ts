import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { usePersistedOperations } from '@graphql-yoga/plugin-persisted-operations';
import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { closedFields } from '../../access/open-to-embeds.js';
import type { Context } from '../../context.js';
import type { ServerContext } from '../yoga.js';
import type { ServerPlugin } from './index.js';

/** The documents of this SDK and of released ones by the SHA-256 of their text, in hex; written when the SDK is generated. */
const TRUSTED: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(new URL('../../../trusted-documents.json', import.meta.url), 'utf8'),
);
const TEXTS: ReadonlyMap<string, string> = new Map(Object.entries(TRUSTED));

/** Whoever has a key may send one by its hash instead, as `extensions: { persistedQuery: { version: 1, sha256Hash } }`. */
export const documentsByHash: ServerPlugin = () =>
  usePersistedOperations({
    allowArbitraryOperations: true,
    getPersistedOperation: (hash: string) => TEXTS.get(hash) ?? null,
    customErrors: {
      notFound: refused(
        'PERSISTED_QUERY_NOT_FOUND',
        'No document with this SHA-256 is known here. Send its text.',
        400,
      ),
      keyNotFound: refused('BAD_REQUEST', 'Send a `query`, or the SHA-256 of one that is known here.', 400),
    },
  }) as unknown as Plugin<Context, ServerContext>;

/**
 * An embed token, which visitors of a page hold, may run these documents and no other, and of their fields those that
 * embeds are open to.
 */
export const trustedDocuments: ServerPlugin = () => ({
  onExecute({ args, setResultAndStopExecution }) {
    if (!(args.contextValue as Context).access?.embed) return;
    // What was parsed is looked at, and not what was sent: it is what will run.
    const isTrusted = TEXTS.has(sha256(args.document.loc?.source.body ?? ''));
    const error = isTrusted ? closedIn(closedFields(args.schema, args.document)) : UNTRUSTED;
    if (error) setResultAndStopExecution({ errors: [new GraphQLError(error.message, error)] });
  },
});

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

const UNTRUSTED = refused('UNTRUSTED_DOCUMENT', 'An embed token may send only the documents of the SDK.', 403);

function closedIn(fields: readonly string[]): Refused | null {
  return fields.length === 0 ? null : refused('FORBIDDEN', `Embed tokens do not open ${fields.join(', ')}.`, 403);
}

type Refused = ReturnType<typeof refused>;

function refused(code: string, message: string, status: number) {
  return { message, extensions: { code, http: { status } } };
}
