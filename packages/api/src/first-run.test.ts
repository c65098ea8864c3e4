import { type Database, openDatabase } from '@leadstage/prisma';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServerDatabase } from '../../../test/support/database.js';
import { listWorkspaces } from './commands/create-workspace.js';
import { firstRun } from './first-run.js';
import { readSettings } from './settings.js';

const server = process.env.LEADSTAGE_TEST_DATABASE_URL;
/** The embedded database belongs to one process. */
const needsServer = server ? '' : ' (skipped: needs LEADSTAGE_TEST_DATABASE_URL)';

describe.skipIf(needsServer !== '')(`the first start of several servers at once${needsServer}`, () => {
  let databases: Database[] = [];
  let drop = async () => {};
  beforeAll(async () => {
    const own = await createServerDatabase(server!);
    drop = own.drop;
    databases = await Promise.all(Array.from({ length: 3 }, () => openDatabase({ url: own.url })));
  });
  afterAll(async () => {
    await Promise.all(databases.map((database) => database.close()));
    await drop();
  });

  it('makes one workspace and shows one key', async () => {
    const settings = readSettings({ LEADSTAGE_DEMO: '0' });
    const runs = await Promise.all(databases.map((database) => firstRun(database, settings)));
    expect(await listWorkspaces(databases[0]!)).toHaveLength(1);
    expect(new Set(runs.map(({ workspace }) => workspace.id)).size).toBe(1);
    expect(runs.filter(({ newKey }) => newKey !== null)).toHaveLength(1);
  });
});
