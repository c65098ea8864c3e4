import { type Database, inWorkspace } from '@leadstage/prisma';
import { sql } from '../query/sql.js';
import { workspaceOfKey } from './api-key.js';
import type { Authority } from './authenticate.js';
import { bearer } from './bearer.js';
import { isToken, workspaceOfToken } from './embed-token.js';

/**
 * Whether pages of an origin may read what is answered to a credential: whether the workspace that it names, genuine or
 * not, has the origin on its list. It opens nothing; it lets a page see why it was refused, too.
 */
export async function mayBeReadBy(
  { database, operatorKey }: Authority,
  header: string | null,
  origin: string,
): Promise<boolean> {
  const credential = bearer(header) ?? '';
  const workspaceId =
    workspaceOfKey(credential, operatorKey) ?? (isToken(credential) ? workspaceOfToken(credential) : null);
  return workspaceId !== null && allowsOrigin(database, workspaceId, origin);
}

async function allowsOrigin(database: Database, workspaceId: string, origin: string): Promise<boolean> {
  const rows = await inWorkspace(database, workspaceId, (transaction) =>
    transaction.query(sql`SELECT 1 FROM workspace WHERE id = ${workspaceId}::uuid AND ${origin} = ANY (origins)`),
  );
  return rows.length > 0;
}
