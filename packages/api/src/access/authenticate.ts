import type { Database } from '@leadstage/prisma';
import type { Access } from './access.js';
import { accessOfKey, type OperatorKey } from './api-key.js';
import { bearer } from './bearer.js';
import { accessOfToken, isToken } from './embed-token.js';
import { Unauthenticated } from './unauthenticated.js';

export { Unauthenticated } from './unauthenticated.js';

/** What credentials are checked against. */
export interface Authority {
  readonly database: Database;
  readonly operatorKey?: OperatorKey | undefined;
}

/**
 * The access that an `Authorization` header gives, be it of an API key or of an embed token; null without one.
 * @param origin of the web page that asks, as its browser tells; null where none does
 * @throws Unauthenticated where it gives none: malformed, unknown, revoked or expired, or of another page
 */
export async function authenticate(
  { database, operatorKey }: Authority,
  header: string | null | undefined,
  origin: string | null = null,
): Promise<Access | null> {
  const credential = bearer(header);
  if (credential === null) return null;
  const access = await accessOfKey(database, credential, operatorKey);
  if (access) return access;
  if (isToken(credential)) return accessOfToken(database, credential, origin);
  throw new Unauthenticated('The key is not valid: unknown, revoked or expired.');
}
