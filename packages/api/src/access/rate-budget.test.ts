import { randomUUID } from 'node:crypto';
import { type Database, openDatabase } from '@leadstage/prisma';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asOwner } from '../../../../test/support/as-owner.js';
import {
  createServerDatabase,
  describeDatabase,
  newWorkspace,
  openTestDatabase,
} from '../../../../test/support/database.js';
import { sql } from '../query/sql.js';
import type { Access } from './access.js';
import { purseFor } from './rate-budget.js';

const server = process.env.LEADSTAGE_TEST_DATABASE_URL;
let databases: Database[];
let drop = async () => {};
let workspaceId: string;

beforeAll(async () => {
  if (server) {
    const made = await createServerDatabase(server);
    drop = made.drop;
    databases = [await openDatabase({ url: made.url }), await openDatabase({ url: made.url })];
  } else {
    const one = await openTestDatabase();
    databases = [one, one];
  }
  workspaceId = await newWorkspace(databases[0]!);
});
afterAll(async () => {
  for (const database of new Set(databases)) await database.close();
  await drop();
});

const someone = (): Access => ({ workspaceId, keyId: randomUUID(), keyName: 'k', scopes: [], embed: null });

/** As if so many seconds had gone by. */
const later = (keyId: string, seconds: number) =>
  asOwner(databases[0]!, (transaction) =>
    transaction.query(sql`
      UPDATE rate_budget SET spent_at = spent_at - ${seconds} * interval '1 second' WHERE key_id = ${keyId}::uuid`),
  );

describe(`the budget of a key, ${describeDatabase()}`, () => {
  it('is one for all servers: of 200 requests at both no more are granted than it pays for', async () => {
    // 40 times 25 are 1,000. What flows back in a minute is less than 1.
    const limits = { budget: 1_000, budgetRestore: 0.01 };
    const purses = databases.map((database) => ({ database, purse: purseFor(limits) }));
    const access = someone();
    const charges = await Promise.all(
      Array.from({ length: 200 }, (_, n) => {
        const { database, purse } = purses[n % 2]!;
        return purse.charge(database, access, 25);
      }),
    );
    expect(charges.filter((charge) => charge?.granted)).toHaveLength(40);
    expect(charges.every((charge) => charge!.available >= 0 && charge!.available <= 975)).toBe(true);
    expect(await purses[0]!.purse.charge(databases[0]!, someone(), 1_000)).toMatchObject({ granted: true });
  });

  it('flows back by the second, and never becomes more than it was', async () => {
    const [database] = databases as [Database];
    const purse = purseFor({ budget: 1_000, budgetRestore: 10 });
    const access = someone();
    expect(await purse.charge(database, access, 900)).toEqual({ granted: true, available: 100, waitSeconds: 0 });
    const refused = await purse.charge(database, access, 500);
    expect(refused?.granted).toBe(false);
    // 400 are missing, 10 come a second.
    expect(refused?.waitSeconds).toBeLessThanOrEqual(40);
    expect(refused?.waitSeconds).toBeGreaterThan(20);
    await later(access.keyId, 40);
    expect(await purse.charge(database, access, 500)).toMatchObject({ granted: true });
    await later(access.keyId, 1_000_000);
    expect(await purse.charge(database, access, 1)).toEqual({ granted: true, available: 999, waitSeconds: 0 });
  });

  it('gets back what was not needed, once', async () => {
    const [database] = databases as [Database];
    const purse = purseFor({ budget: 1_000, budgetRestore: 0.01 });
    const access = someone();
    await purse.charge(database, access, 800);
    purse.giveBack(access, 700);
    expect(await purse.charge(database, access, 1_500)).toMatchObject({ granted: false, available: 900 });
    expect(await purse.charge(database, access, 0)).toEqual({ granted: true, available: 900, waitSeconds: 0 });
    expect(await purse.charge(database, access, 0)).toEqual({ granted: true, available: 900, waitSeconds: 0 });
  });

  it('is not there where it is 0', async () => {
    expect(await purseFor({ budget: 0, budgetRestore: 1 }).charge(databases[0]!, someone(), 1e9)).toBeNull();
  });
});
