import { randomUUID } from 'node:crypto';
import { type Database, inWorkspace } from '@leadstage/prisma';
import { createApiKey } from '../../packages/api/src/access/api-key.js';
import { onCommandLine } from '../../packages/api/src/access/on-command-line.js';
import { createWorkspace } from '../../packages/api/src/commands/create-workspace.js';
import { issueApiKey } from '../../packages/api/src/commands/issue-api-key.js';
import { defineStage } from '../../packages/api/src/commands/ladder/define-stage.js';
import { mergeLeads } from '../../packages/api/src/commands/merge-leads.js';
import { upsertAccounts } from '../../packages/api/src/commands/upsert-accounts.js';
import { voidCost } from '../../packages/api/src/commands/void-cost.js';
import { stepReprojection } from '../../packages/api/src/projections/reproject.js';
import { sql } from '../../packages/api/src/query/sql.js';
import { raiseAlerts } from '../../packages/api/src/sla/raise-alerts.js';
import { claimDeliveries } from '../../packages/api/src/webhooks/claim-deliveries.js';
import { recordAttempt } from '../../packages/api/src/webhooks/record-attempt.js';
import { store } from './ladder.js';
import { defineAfter, defineBefore } from './tenant-definitions.js';
import { leadUnits, spend, twinUnit } from './tenant-units.js';

/** A workspace in every text of which its own name stands, so that a leak shows whichever way it comes. */
export interface Tenant {
  readonly name: string;
  readonly id: string;
  /** May do everything. */
  readonly key: string;
  /** Id of a key that nobody uses. */
  readonly spareKey: string;
  /** Its leads have the internal ids 1 to `leads` and the external ids `<name>-lead-1` …; both tenants have a lead 1. */
  readonly leads: number;
  /** Rows of leads: `<name>-twin` besides, which was merged into lead 1. */
  readonly leadRows: number;
  /** Its accounts have the internal ids 1 to `accounts` and the external ids `<name>-account-0` …. */
  readonly accounts: number;
  /** `BRAVO`: what its stage BRAVO_FIT, rule BRAVO_RULE, BRAVO_HOURS, BRAVO_POLICY and BRAVO_GOAL begin with. */
  readonly prefix: string;
  /** Internal ids; of two tenants, the one with at least six leads more has ids that the other has not. */
  readonly ids: Readonly<Record<'benchmark' | 'webhook' | 'list' | 'report' | 'pack', number>>;
}

/** Makes a workspace with rows in every table there is. */
export async function newTenant(database: Database, name: string, leads: number): Promise<Tenant> {
  const id = await createWorkspace(database, { name, timeZone: 'UTC', currency: 'EUR' });
  const key = await createApiKey(database, id, { name: `${name} admin`, scopes: ['admin'] });
  const spareKey = await administer(database, id, name);
  const prefix = name.toUpperCase();
  const accounts = leads / 2 + 1;
  const { benchmark, webhook } = await defineBefore(database, id, name, leads);
  await store(database, id, [...leadUnits(name, leads, accounts), ...spend(name)]);
  await raiseAlerts(database, id, Date.UTC(2026, 5, 1));
  await attemptDeliveries(database, id, name, webhook);
  const kept = await defineAfter(database, id, name);
  // Whoever is written from here on is moved by the rule.
  await store(database, id, [twinUnit(name)]);
  await mergeLeads(database, id, {
    lead: { externalId: `${name}-twin` },
    into: { externalId: `${name}-lead-1` },
    actor: `${name} actor`,
  });
  await upsertAccounts(database, id, [
    { externalId: `${name}-account-1`, domain: `${name}.example`, tier: `${name} tier`, target: true },
  ]);
  await voidCost(database, id, { externalId: `${name}-cost-2`, reason: `${name} mistake` });
  await beginToMoveStage(database, id, name);
  return {
    name,
    id,
    key,
    spareKey,
    leads,
    leadRows: leads + 1,
    accounts,
    prefix,
    ids: { benchmark, webhook, ...kept },
  };
}

/** Acts that the audit log has, one of them by a key, and what else hangs on keys. */
async function administer(database: Database, id: string, name: string): Promise<string> {
  const keys: string[] = [];
  for (const purpose of ['spare', 'other']) {
    const input = { name: `${name} ${purpose}`, scopes: ['embeds:create'] } as const;
    const once = onCommandLine('createApiKey', input);
    const [maker] = keys;
    const actor = { kind: 'API_KEY', id: maker ?? null, name: `${name} spare` } as const;
    const act = maker === undefined || !once.act ? once.act : { ...once.act, actor };
    keys.push((await issueApiKey(database, id, input, { ...once, act })).id);
  }
  await inWorkspace(database, id, async (transaction) => {
    await transaction.query(sql`
      INSERT INTO signing_key (workspace_id, id, secret, created_at)
      VALUES (${id}::uuid, ${randomUUID()}::uuid, ${Buffer.from(`${name} secret`)}, now())`);
    await transaction.query(sql`
      INSERT INTO rate_budget (workspace_id, key_id, spent, spent_at) VALUES (${id}::uuid, ${keys[1]}::uuid, 1, now())`);
  });
  return keys[0]!;
}

/** One delivery arrives, one is dead; the others are on their way for ever. */
async function attemptDeliveries(database: Database, id: string, name: string, webhook: number): Promise<void> {
  const [first, second] = await claimDeliveries(database, id, webhook, 2, Date.now() + 60_000);
  if (!first || !second) throw new Error('there is nothing to deliver');
  await recordAttempt(database, id, first, { status: 200, error: null, retryAfter: null });
  await recordAttempt(database, id, second, { status: 410, error: `${name} is gone`, retryAfter: null });
}

/** Leaves a change of the ladder under way, with some leads read anew. */
async function beginToMoveStage(database: Database, id: string, name: string): Promise<void> {
  const key = `${name.toUpperCase()}_FIT`;
  const moved = { key, name: `${name} moved`, after: 'CONTACT', effectiveFrom: Date.UTC(2026, 0, 10) };
  const { job } = await defineStage(database, id, moved);
  if (!job) throw new Error('the change of the ladder took effect at once');
  await stepReprojection(database, id, 5);
}
