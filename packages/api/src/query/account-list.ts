import { type Instant, ladderAt, type StageDefinition } from '@leadstage/core';
import type { Transaction } from '@leadstage/prisma';
import { rowsBehind } from './behind.js';
import { entered, HANDOFF_FACT, LEAD_FACT } from './facts.js';
import type { Listing, Order } from './keyset.js';
import { storable } from './lead-list.js';
import { join, raw, type Sql, sql } from './sql.js';
import { withinLock } from './within-lock.js';
import type { WorkspaceState } from './workspace-state.js';

export interface AccountListFilter {
  readonly target?: boolean | undefined;
  readonly tier?: string | undefined;
  /** Stands in the name, the domain or the external id; case does not matter. */
  readonly text?: string | undefined;
  /** Was counted in a number of a report: the text that stood beside it. */
  readonly behind?: string | undefined;
}

export interface AccountListOrder {
  /** NAME, or the external id where there is none; LEADS: how many; FURTHEST: the highest stage that one of them reached. */
  readonly field: 'NAME' | 'LEADS' | 'FURTHEST';
  readonly direction: 'ASC' | 'DESC';
}

/** The list of accounts that a question asks for. @throws InvalidInput INVALID_TEXT, INVALID_CELL */
export function accountListing(
  state: WorkspaceState,
  { target, tier, text, behind }: AccountListFilter,
  orderBy: AccountListOrder,
  now: Instant,
): Listing {
  const conditions = [sql`o.workspace_id = ${state.id}::uuid`, ...withinLock(state, 'ACCOUNT', raw('o.id'))];
  if (target !== undefined) conditions.push(sql`o.target = ${target}`);
  if (tier !== undefined) conditions.push(sql`o.tier = ${storable(tier, ['filter', 'tier'])}`);
  if (text !== undefined) {
    const wanted = storable(text, ['filter', 'text']);
    conditions.push(sql`position(lower(${wanted}) IN lower(concat_ws(E'\n', o.name, o.domain, o.external_id))) > 0`);
  }
  const joined: Sql[] = [sql`account o`];
  if (orderBy.field !== 'NAME') joined.push(sql`LEFT JOIN (${standings(state, now)}) x ON x.account_id = o.id`);
  if (behind !== undefined) {
    const rows = rowsBehind(behind, 'ACCOUNTS', state, now, ['filter', 'behind']);
    joined.push(sql`JOIN (${rows}) b ON b.account_id = o.id`);
  }
  return {
    columns: sql`o.id AS "accountId"`,
    from: join(joined, ' '),
    conditions,
    order: orderOf(orderBy),
  };
}

const NAME = raw(`lower(coalesce(o.name, o.external_id)) COLLATE "C"`);

function orderOf({ field, direction }: AccountListOrder): Order {
  const key = {
    NAME: { column: NAME, kind: 'TEXT' },
    LEADS: { column: sql`coalesce(x.leads, 0)`, kind: 'INTEGER' },
    FURTHEST: { column: sql`coalesce(x.furthest, 0)`, kind: 'INTEGER' },
  } as const;
  return {
    name: field,
    keys: [key[field], { column: raw('o.id'), kind: 'INTEGER' }],
    descending: direction === 'DESC',
  };
}

/** Per account its leads, and the rank from 1 of the highest stage of today's ladder that one of them reached. */
function standings(state: WorkspaceState, now: Instant): Sql {
  const ranks = ladderAt(state.definitions, now).map(
    ({ id }, index) => sql`CASE WHEN count(${entered('f', id)}) > 0 THEN ${index + 1}::int END`,
  );
  const furthest = ranks.length > 0 ? sql`greatest(${join(ranks)})` : sql`0`;
  return sql`
    SELECT f.account_id, count(*) AS leads, ${furthest} AS furthest FROM ${LEAD_FACT} f
    WHERE f.workspace_id = ${state.id}::uuid AND f.generation = ${state.generation} AND f.account_id IS NOT NULL
    GROUP BY f.account_id`;
}

/** How far an account's leads have got. */
export interface AccountStanding {
  readonly accountId: number;
  readonly leads: number;
  /** Per stage of today's ladder, lowest first, how many of them reached it. */
  readonly stages: readonly { readonly stage: StageDefinition; readonly leads: number }[];
  readonly openHandoffs: number;
}

export async function accountStandings(
  transaction: Transaction,
  state: WorkspaceState,
  accountIds: readonly number[],
  now: Instant,
): Promise<AccountStanding[]> {
  const ladder = ladderAt(state.definitions, now);
  const counts = ladder.map(({ id }) => sql`count(${entered('f', id)})`);
  const rows = await transaction.query<{
    accountId: number;
    leads: number;
    reached: number[];
    openHandoffs: number;
  }>(sql`
    SELECT f.account_id AS "accountId", count(*) AS leads, jsonb_build_array(${join(counts.length > 0 ? counts : [sql`0`])}) AS reached,
      coalesce(max(o.open), 0) AS "openHandoffs"
    FROM ${LEAD_FACT} f
    LEFT JOIN (
      SELECT h.account_id, count(*) AS open FROM ${HANDOFF_FACT} h
      WHERE h.workspace_id = ${state.id}::uuid AND h.generation = ${state.generation} AND h.closed_at IS NULL
      GROUP BY h.account_id
    ) o ON o.account_id = f.account_id
    WHERE f.workspace_id = ${state.id}::uuid AND f.generation = ${state.generation}
      AND f.account_id = ANY(${[...accountIds]}::bigint[])
    GROUP BY f.account_id`);
  const byId = new Map(rows.map((row) => [row.accountId, row]));
  return accountIds.map((accountId) => {
    const row = byId.get(accountId);
    const stages = ladder.map((stage, index) => ({ stage, leads: row?.reached[index] ?? 0 }));
    return { accountId, leads: row?.leads ?? 0, stages, openHandoffs: row?.openHandoffs ?? 0 };
  });
}

/** Ids of the leads of accounts as they were recorded, at most `most` of each. */
export function leadsOfAccounts(
  transaction: Transaction,
  { id, generation }: Pick<WorkspaceState, 'id' | 'generation'>,
  accountIds: readonly number[],
  most: number,
): Promise<{ readonly accountId: number; readonly leadId: number }[]> {
  return transaction.query(sql`
    SELECT account_id AS "accountId", lead_id AS "leadId" FROM (
      SELECT f.account_id, f.lead_id, row_number() OVER (PARTITION BY f.account_id ORDER BY f.lead_id) AS number
      FROM ${LEAD_FACT} f
      WHERE f.workspace_id = ${id}::uuid AND f.generation = ${generation}
        AND f.account_id = ANY(${[...accountIds]}::bigint[])
    ) numbered WHERE number <= ${most} ORDER BY account_id, lead_id`);
}
