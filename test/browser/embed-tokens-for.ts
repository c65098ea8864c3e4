import { inWorkspace } from '@leadstage/prisma';
import { decodeJwt } from 'jose';
import type { Access } from '../../packages/api/src/access/access.js';
import { authenticate } from '../../packages/api/src/access/authenticate.js';
import { signToken } from '../../packages/api/src/access/embed-token.js';
import { presentSigningKey } from '../../packages/api/src/access/signing-key.js';
import { createEmbedToken, type NewEmbedToken } from '../../packages/api/src/commands/create-embed-token.js';
import type { DemoServer } from './demo-server.js';

export interface Minted {
  readonly token: string;
  /** An instant, ISO 8601. */
  readonly expiresAt: string;
}

/** Tokens as a partner's server has them made. */
export async function mintFor({ database, workspaceId, apiKey }: DemoServer) {
  const maker = (await authenticate({ database }, `Bearer ${apiKey}`)) as Access;
  const minted = async (asked: NewEmbedToken): Promise<Minted> => {
    const { token, expiresAt } = await createEmbedToken(database, maker, asked);
    if (token === null) throw new Error('There is no token.');
    return { token, expiresAt: new Date(expiresAt).toISOString() };
  };
  /** Genuine, ended an hour ago, and said to be good for another: what a page with a wrong clock holds. */
  const ended = async (asked: NewEmbedToken): Promise<Minted> => {
    const { reports, filter = {}, leads = false, origin = null } = asked;
    const { jti = '' } = decodeJwt((await minted(asked)).token);
    const expiresAt = Math.floor(Date.now() / 1_000) * 1_000 - 3_600_000;
    const issuedAt = expiresAt - 900_000;
    const key = await inWorkspace(database, workspaceId, (transaction) => presentSigningKey(transaction, workspaceId));
    const claims = {
      reports,
      filter,
      leads,
      origin,
      tokenId: jti,
      keyId: maker.keyId,
      workspaceId,
      issuedAt,
      expiresAt,
    };
    return { token: await signToken(claims, key), expiresAt: new Date(Date.now() + 3_600_000).toISOString() };
  };
  return { minted, ended };
}
