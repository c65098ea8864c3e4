import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '@leadstage/prisma';
import { createServerDatabase } from '../../support/database.js';

/** Where a server's data is while servers come and go. */
export interface Place {
  readonly kind: 'embedded' | 'server';
  /** For `leadstage`. */
  readonly environment: Readonly<Record<string, string>>;
  /** Beside a server that runs there, too. */
  open(): Promise<Database>;
  remove(): Promise<void>;
}

/** @param server `postgres://` of one on which a database may be made; without it the embedded database */
export async function newPlace(server?: string): Promise<Place> {
  if (server) {
    const { url, drop } = await createServerDatabase(server);
    return { kind: 'server', environment: { DATABASE_URL: url }, open: () => openDatabase({ url }), remove: drop };
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'leadstage-faults-'));
  return {
    kind: 'embedded',
    environment: { LEADSTAGE_DATA_DIR: dataDir },
    open: () => openDatabase({ dataDir }),
    remove: async () => rmSync(dataDir, { recursive: true, force: true }),
  };
}
