import { type Database, inWorkspace } from '@leadstage/prisma';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newWorkspace, openTestDatabase } from '../../../../test/support/database.js';
import { sql } from '../query/sql.js';
import { forgetKeys } from './forget-keys.js';
import { recordIn } from './recording.js';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database?.close());

it('forgets keys after 30 days and no earlier', async () => {
  const id = await newWorkspace(database);
  const once = (key: string) => recordIn(database, id, async () => key, { key, operation: 'test', input: {} });
  await once('young');
  await once('old');
  await inWorkspace(database, id, (transaction) =>
    transaction.query(sql`
      UPDATE idempotency_key SET recorded_at = now() - CASE key WHEN 'old' THEN interval '721 hours' ELSE interval '719 hours' END
      WHERE workspace_id = ${id}::uuid`),
  );
  expect(await forgetKeys(database, id)).toBe(false);
  const kept = await inWorkspace(database, id, (transaction) =>
    transaction.query(sql`SELECT key FROM idempotency_key WHERE workspace_id = ${id}::uuid`),
  );
  expect(kept).toEqual([{ key: 'young' }]);
});
