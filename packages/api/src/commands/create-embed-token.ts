import { randomUUID } from 'node:crypto';
import { InvalidInput, type LeadFilter } from '@leadstage/core';
import { type Database, inWorkspace, type Transaction } from '@leadstage/prisma';
import { type Access, allows, type EmbeddableReport } from '../access/access.js';
import { type EmbedClaims, LONGEST_TOKEN, LONGEST_TTL, SHORTEST_TTL, signToken } from '../access/embed-token.js';
import { presentSigningKey, validSigningKey } from '../access/signing-key.js';
import { checkAttributes } from '../query/attributes.js';
import { sql } from '../query/sql.js';
import type { Once } from './idempotency.js';
import { recordIn } from './recording.js';

/** What a token is to open. */
export interface NewEmbedToken {
  readonly reports: readonly EmbeddableReport[];
  /** Default none: all leads of the workspace. */
  readonly filter?: LeadFilter | undefined;
  /** Whether the leads behind a number may be listed; default no. */
  readonly leads?: boolean | undefined;
  /** The only page that it is for; default any that the workspace allows. */
  readonly origin?: string | undefined;
  /** Milliseconds, one minute to a day; default 15 minutes. */
  readonly ttl?: number | undefined;
}

export interface MadeToken {
  /** Null where the call is repeated after what it was signed with was retired. */
  readonly token: string | null;
  readonly expiresAt: number;
}

const DEFAULT_TTL = 15 * 60_000;

/** What of a token is kept with the answer: with what was asked, which a repeated call asks again, it makes the token. */
type Kept = Pick<EmbedClaims, 'tokenId' | 'keyId' | 'issuedAt' | 'expiresAt'> & { readonly signingKeyId: string };

/**
 * Makes an embed token. It is not kept: a repeated call signs the same claims again.
 * @param maker the API key that asks; the token is valid no longer than the key is
 * @throws InvalidInput MISSING_REPORTS, INVALID_TTL, SCOPE_NEEDED, UNKNOWN_ATTRIBUTE, INVALID_FILTER, UNKNOWN_ORIGIN,
 *   FILTER_TOO_LONG
 */
export async function createEmbedToken(
  database: Database,
  maker: Access,
  asked: NewEmbedToken,
  once?: Once,
): Promise<MadeToken> {
  const { workspaceId } = maker;
  check(asked, maker);
  const claimsOf = (kept: Omit<Kept, 'signingKeyId'>): EmbedClaims => ({ ...openedBy(asked), ...kept, workspaceId });
  const kept = await recordIn(
    database,
    workspaceId,
    async ({ transaction, state }): Promise<Kept> => {
      checkAttributes([], asked.filter ?? {}, state.attributeKeys);
      await checkOrigin(transaction, workspaceId, asked.origin);
      const signingKey = await presentSigningKey(transaction, workspaceId);
      // As JWTs tell time: whole seconds of this server's clock, which will check it.
      const issuedAt = Math.floor(Date.now() / 1_000) * 1_000;
      const expiresAt = issuedAt + Math.floor((asked.ttl ?? DEFAULT_TTL) / 1_000) * 1_000;
      const drawn = { tokenId: randomUUID(), keyId: maker.keyId, issuedAt, expiresAt };
      checkLength(await signToken(claimsOf(drawn), signingKey));
      return { ...drawn, signingKeyId: signingKey.id };
    },
    once,
  );
  const { signingKeyId, ...drawn } = kept;
  const signingKey = await inWorkspace(database, workspaceId, (transaction) =>
    validSigningKey(transaction, workspaceId, signingKeyId),
  );
  return { token: signingKey && (await signToken(claimsOf(drawn), signingKey)), expiresAt: kept.expiresAt };
}

function openedBy({ reports, filter, leads, origin }: NewEmbedToken) {
  return { reports: [...new Set(reports)], filter: filter ?? {}, leads: leads ?? false, origin: origin ?? null };
}

function check({ reports, leads, ttl = DEFAULT_TTL }: NewEmbedToken, maker: Access): void {
  if (reports.length === 0) {
    throw new InvalidInput('MISSING_REPORTS', ['reports'], 'Say which reports the token opens, at least one.');
  }
  if (!(ttl >= SHORTEST_TTL && ttl <= LONGEST_TTL)) {
    const expected = 'a duration from PT1M to PT24H';
    throw new InvalidInput(
      'INVALID_TTL',
      ['ttl'],
      `A token is valid for one minute to a day; give ${expected}.`,
      expected,
    );
  }
  if (leads && !allows(maker, 'leads:read')) {
    const message =
      'A key that may not read leads makes no token that may. Leave `leads` out, or use a key with leads:read.';
    throw new InvalidInput('SCOPE_NEEDED', ['leads'], message, 'a key with leads:read');
  }
}

async function checkOrigin(transaction: Transaction, workspaceId: string, origin: string | undefined): Promise<void> {
  if (origin === undefined) return;
  const [row] = await transaction.query<{ origins: string[] }>(
    sql`SELECT origins FROM workspace WHERE id = ${workspaceId}::uuid`,
  );
  if (row?.origins.includes(origin)) return;
  const expected = row?.origins.length ? row.origins.join(', ') : 'none: the workspace allows no origin yet';
  throw new InvalidInput(
    'UNKNOWN_ORIGIN',
    ['origin'],
    `The workspace does not allow pages of ${JSON.stringify(origin)}. It allows: ${expected}.`,
    expected,
  );
}

function checkLength({ length }: string): void {
  if (length <= LONGEST_TOKEN) return;
  const message = `The token would have ${length} characters, for its filter; it travels in a header and may have ${LONGEST_TOKEN}.`;
  throw new InvalidInput('FILTER_TOO_LONG', ['filter'], message, 'a filter that names fewer values');
}
