import { type FunnelQuestion, funnel } from '@leadstage/core';
import type { Database } from '@leadstage/prisma';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ingest } from '../packages/api/src/commands/ingest.js';
import { runReport } from '../packages/api/src/query/run-report.js';
import { leadFilter } from '../packages/api/src/schema/lead-filter.js';
import { newWorkspace, openTestDatabase } from './support/database.js';

const PERIOD = { start: '2026-05-01', end: '2026-06-01' };
let database: Database;
let workspace: string;
beforeAll(async () => {
  database = await openTestDatabase();
  workspace = await newWorkspace(database);
  const occurredAt = Date.UTC(2026, 4, 5);
  await ingest(
    database,
    workspace,
    ['x', 'y'].map((value) => ({
      // An attribute may be called like what every object inherits.
      lead: { externalId: value, attributes: { constructor: value } },
      transitions: [{ externalId: value, lead: value, to: 'LEAD', occurredAt }],
    })),
  );
});
afterAll(() => database?.close());

const ask = (more: Partial<FunnelQuestion>) => runReport(database, workspace, funnel, { period: PERIOD, ...more });

test.each([
  ['INVALID_TEXT', { filter: { source: { in: ['a\0b'] } } }],
  ['INVALID_TEXT', { filter: { source: { notIn: ['\ud800'] } } }],
  ['UNKNOWN_ATTRIBUTE', { filter: leadFilter({ attributes: [{ name: '__proto__', in: ['x'] }] }) }],
  ['UNKNOWN_ATTRIBUTE', { by: ['toString'] }],
  ['INVALID_INSTANT', { asOf: Date.UTC(9999, 11, 31) }],
  ['INVALID_INSTANT', { knownAt: -1 }],
  ['KNOWN_AT_IN_FUTURE', { knownAt: Date.UTC(2100, 0) }],
] satisfies [string, Partial<FunnelQuestion>][])('%s', async (code, question) => {
  await expect(ask(question)).rejects.toMatchObject({ name: 'InvalidInput', code });
});

test('an own attribute may have any name that is allowed', async () => {
  const { groups, total } = await ask({ by: ['constructor'], filter: { constructor: { in: ['x'] } } });
  expect(groups.map(({ keys }) => keys)).toEqual([['x']]);
  expect(total.stages[0]?.reached).toBe(1);
});
