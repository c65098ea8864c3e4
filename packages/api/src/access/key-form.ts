import { createHash, randomBytes } from 'node:crypto';

/** A key before it is forgotten: what its holder is given, and what is kept of it. */
export interface NewKey {
  readonly key: string;
  /** For recognition in lists. */
  readonly prefix: string;
  /** SHA-256 of the key: 256 bits of randomness need no slow hash. */
  readonly hash: Buffer;
}

/** What an operator's key is listed with instead of the first characters of its secret. */
export const OPERATOR_PREFIX = '(environment)';

const SECRET_BYTES = 32;
const FORM = /^lsk_(?<workspace>[0-9a-f]{32})_(?<secret>[A-Za-z0-9_-]{43})$/;

/** Draws a key. It names its workspace, so that even looking it up is bound to one. */
export function drawKey(workspaceId: string): NewKey {
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  const key = `lsk_${workspaceId.replaceAll('-', '')}_${secret}`;
  return { key, prefix: `lsk_…_${secret.slice(0, 6)}`, hash: hashOf(key) };
}

/** The workspace that a key names; null for what has not the form of a key. */
export function workspaceNamedBy(key: string): string | null {
  const hex = FORM.exec(key)?.groups?.workspace;
  return hex ? hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') : null;
}

export function hashOf(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}
