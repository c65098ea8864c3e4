import type { Instant, LeadFilter } from '@leadstage/core';
import { type Database, inWorkspace } from '@leadstage/prisma';
import { decodeJwt, decodeProtectedHeader, errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { sql } from '../query/sql.js';
import { type Access, EMBEDDABLE_REPORTS, type Embed } from './access.js';
import type { SigningKey } from './signing-key.js';
import { Unauthenticated, WrongOrigin } from './unauthenticated.js';

const ALGORITHM = 'HS256';
const ISSUER = 'leadstage';
const TYPE = 'JWT';
/** What clocks of several servers may differ by, seconds. */
const CLOCK_TOLERANCE = 5;
/** Milliseconds. */
export const SHORTEST_TTL = 60_000;
export const LONGEST_TTL = 86_400_000;
/** Of a token: it travels in a header, of which servers and proxies take some 8,000 characters in all. */
export const LONGEST_TOKEN = 6_000;

/** All that a token says. The same claims make the same token. */
export interface EmbedClaims extends Omit<Embed, 'expiresAt'> {
  readonly workspaceId: string;
  /** Of the API key that it is made with. */
  readonly keyId: string;
  /** Epoch milliseconds, whole seconds. */
  readonly issuedAt: Instant;
  readonly expiresAt: Instant;
}

/** Signs a token: a JWT whose `kid` names the workspace too, so that even looking the key up is bound to one. */
export function signToken(claims: EmbedClaims, { id, secret }: SigningKey): Promise<string> {
  const { workspaceId, keyId, tokenId, issuedAt, expiresAt, reports, filter, leads, origin } = claims;
  return new SignJWT({ reports: [...reports], filter, leads, origin })
    .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid: `${workspaceId}/${id}` })
    .setIssuer(ISSUER)
    .setAudience(workspaceId)
    .setSubject(keyId)
    .setJti(tokenId)
    .setIssuedAt(issuedAt / 1_000)
    .setExpirationTime(expiresAt / 1_000)
    .sign(secret);
}

/** Whether a credential has the form of a token. */
export function isToken(credential: string): boolean {
  return /^eyJ[\w-]*\.[\w-]*\.[\w-]*$/.test(credential);
}

/** The workspace that a token names, whether or not it is genuine. */
export function workspaceOfToken(token: string): string | null {
  return named(token)?.workspaceId ?? null;
}

/**
 * The access that a token gives, on a page of this origin; null: no browser asks.
 * @throws Unauthenticated, WrongOrigin
 */
export async function accessOfToken(database: Database, token: string, origin: string | null): Promise<Access> {
  const names = token.length <= LONGEST_TOKEN ? named(token) : null;
  const signer = names && (await signerOf(database, names, origin));
  if (!signer) throw invalid();
  const claims = await verified(token, names, signer.secret);
  const isForPage = claims.origin === null || claims.origin === origin;
  const mayAsk = origin === null || signer.allowsOrigin;
  if (!isForPage || !mayAsk) {
    throw new WrongOrigin('The embed token is not for this page: its origin is not the one that the token allows.');
  }
  const { workspaceId, keyId } = names;
  const { reports, filter, leads, exp, jti } = claims;
  const embed = { tokenId: jti, reports, filter, leads, origin: claims.origin, expiresAt: exp * 1_000 };
  return { workspaceId, keyId, keyName: signer.keyName, scopes: [], embed };
}

interface Named {
  readonly workspaceId: string;
  readonly signingKeyId: string;
  readonly keyId: string;
}

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const KID = new RegExp(`^(${UUID})/(${UUID})$`);
const KEY_ID = new RegExp(`^${UUID}$`);

/** What a token says of whose it is, before anything is checked. */
function named(token: string): Named | null {
  try {
    const [, workspaceId, signingKeyId] = KID.exec(String(decodeProtectedHeader(token).kid)) ?? [];
    const keyId = String(decodeJwt(token).sub);
    return workspaceId && signingKeyId && KEY_ID.test(keyId) ? { workspaceId, signingKeyId, keyId } : null;
  } catch {
    return null;
  }
}

interface Signer {
  readonly secret: Uint8Array;
  readonly keyName: string;
  readonly allowsOrigin: boolean;
}

/** What the token would have to be signed with; none once that was retired, or the API key was revoked or has expired. */
async function signerOf(
  database: Database,
  { workspaceId, signingKeyId, keyId }: Named,
  origin: string | null,
): Promise<Signer | undefined> {
  const [signer] = await inWorkspace(database, workspaceId, (transaction) =>
    transaction.query<Signer>(sql`
      SELECT s.secret, k.name AS "keyName", coalesce(${origin}::text = ANY (w.origins), false) AS "allowsOrigin"
      FROM signing_key s
      JOIN api_key k ON k.workspace_id = s.workspace_id AND k.id = ${keyId}::uuid
      JOIN workspace w ON w.id = s.workspace_id
      WHERE s.workspace_id = ${workspaceId}::uuid AND s.id = ${signingKeyId}::uuid
        AND (s.retired_at IS NULL OR s.retired_at > now())
        AND k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > now())`),
  );
  return signer;
}

async function verified(token: string, { workspaceId, keyId }: Named, secret: Uint8Array) {
  try {
    const { payload } = await jwtVerify(token, secret, {
      algorithms: [ALGORITHM],
      typ: TYPE,
      issuer: ISSUER,
      audience: workspaceId,
      subject: keyId,
      requiredClaims: ['exp', 'iat', 'jti'],
      // With it, one that was made in the future is refused.
      maxTokenAge: LONGEST_TTL / 1_000,
      clockTolerance: CLOCK_TOLERANCE,
    });
    return CLAIMS.parse(payload);
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw new Unauthenticated('The embed token has expired. Make a new one.');
    throw invalid();
  }
}

/** Strict: what a newer server would understand as one more restriction, this one does not overlook. */
const CLAIMS = z.strictObject({
  iss: z.string(),
  aud: z.string(),
  sub: z.string(),
  iat: z.int(),
  exp: z.int(),
  jti: z.string(),
  reports: z.array(z.enum(EMBEDDABLE_REPORTS)).min(1),
  filter: z.custom<LeadFilter>(isFilter),
  leads: z.boolean(),
  origin: z.string().nullable(),
});

/** By hand: a library may make a new object, on which `__proto__` would be no condition any more. */
function isFilter(value: unknown): boolean {
  const isList = (list: unknown) =>
    Array.isArray(list) && list.every((each) => each === null || typeof each === 'string');
  const isCondition = (condition: unknown) => {
    const entries = isRecord(condition) ? Object.entries(condition) : [];
    return entries.length > 0 && entries.every(([name, list]) => ['in', 'notIn'].includes(name) && isList(list));
  };
  return isRecord(value) && Object.values(value).every(isCondition);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function invalid(): Unauthenticated {
  return new Unauthenticated(
    'The embed token is not valid: not genuine, or what it was made or signed with is no longer valid.',
  );
}
