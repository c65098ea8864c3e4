import { InvalidInput } from '@leadstage/core';
import type { Database } from '@leadstage/prisma';
import { instantParameter, sql } from '../query/sql.js';
import { checkedId, checkedText } from './check-given.js';
import type { Once } from './idempotency.js';
import { type Recording, recordIn } from './recording.js';

/** A property left out stays as it is; null clears it (of `target`: no). */
export interface AccountUpsert {
  readonly externalId: string;
  readonly name?: string | null | undefined;
  /** A host name such as `example.com`; kept in small letters. */
  readonly domain?: string | null | undefined;
  readonly tier?: string | null | undefined;
  readonly target?: boolean | null | undefined;
}

export interface AccountOutcome {
  /** Position in the call. */
  readonly index: number;
  readonly status: 'CREATED' | 'UPDATED' | 'UNCHANGED' | 'REJECTED';
  /** Of a rejected one: what is wrong, and in which property. */
  readonly problem: { readonly code: string; readonly path: readonly string[]; readonly message: string } | null;
}

interface KeptAccount {
  readonly id: number;
  readonly externalId: string;
  readonly name: string | null;
  readonly domain: string | null;
  readonly tier: string | null;
  readonly target: boolean;
}

const MOST_ACCOUNTS = 10_000;
const DOMAIN = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+$/;

/**
 * Makes accounts or changes them, each stored or rejected by itself. One that stands twice in a call is taken twice, in
 * order, so the last word on a property holds.
 * @param accounts at most 10,000
 * @throws InvalidInput TOO_MANY_ACCOUNTS
 */
export async function upsertAccounts(
  database: Database,
  workspaceId: string,
  accounts: readonly AccountUpsert[],
  once?: Once,
): Promise<AccountOutcome[]> {
  if (accounts.length > MOST_ACCOUNTS) {
    const message = `${accounts.length} accounts in one call; at most ${MOST_ACCOUNTS}.`;
    throw new InvalidInput('TOO_MANY_ACCOUNTS', ['accounts'], message);
  }
  return recordIn(
    database,
    workspaceId,
    async (recording) => {
      const checked = accounts.map(checkedAccount);
      const known = await knownAccounts(
        recording,
        checked.flatMap((each) => ('account' in each ? [each.account.externalId] : [])),
      );
      const changed = new Map<string, KeptAccount>();
      const outcomes = checked.map((each, index): AccountOutcome => {
        if ('problem' in each) return { index, status: 'REJECTED', problem: each.problem };
        const { externalId } = each.account;
        const before = known.get(externalId);
        const account = { ...(before ?? blank(recording, externalId)), ...each.account };
        if (before && isSame(before, account)) return { index, status: 'UNCHANGED', problem: null };
        known.set(externalId, account);
        changed.set(externalId, account);
        return { index, status: before ? 'UPDATED' : 'CREATED', problem: null };
      });
      if (changed.size > 0) await store(recording, [...changed.values()]);
      return outcomes;
    },
    once,
  );
}

type Given = Pick<KeptAccount, 'externalId'> & Partial<Omit<KeptAccount, 'id'>>;
type Checked = { readonly account: Given } | { readonly problem: NonNullable<AccountOutcome['problem']> };

function checkedAccount({ externalId, name, domain, tier, target }: AccountUpsert): Checked {
  try {
    return {
      account: {
        externalId: checkedId(externalId, ['externalId']),
        ...(name === undefined ? {} : { name: checkedText(name, ['name']) }),
        ...(domain === undefined ? {} : { domain: checkedDomain(domain) }),
        ...(tier === undefined ? {} : { tier: checkedText(tier, ['tier']) }),
        ...(target === undefined ? {} : { target: target ?? false }),
      },
    };
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return { problem: { code: error.code, path: error.path.map(String), message: error.message } };
  }
}

function checkedDomain(domain: string | null): string | null {
  const name = checkedText(domain, ['domain'])?.trim().toLowerCase() ?? null;
  if (name === null || DOMAIN.test(name)) return name;
  const expected = 'a host name such as example.com';
  throw new InvalidInput('INVALID_DOMAIN', ['domain'], `The domain is none; give ${expected}.`, expected);
}

function blank(recording: Recording, externalId: string): KeptAccount {
  return { id: recording.nextId('account'), externalId, name: null, domain: null, tier: null, target: false };
}

function isSame(a: KeptAccount, b: KeptAccount): boolean {
  return a.name === b.name && a.domain === b.domain && a.tier === b.tier && a.target === b.target;
}

async function knownAccounts(
  { transaction, workspaceId }: Recording,
  externalIds: readonly string[],
): Promise<Map<string, KeptAccount>> {
  const rows = await transaction.query<KeptAccount>(sql`
    SELECT id, external_id AS "externalId", name, domain, tier, target FROM account
    WHERE workspace_id = ${workspaceId}::uuid AND external_id = ANY(${[...externalIds]}::text[])`);
  return new Map(rows.map((row) => [row.externalId, row]));
}

async function store(recording: Recording, accounts: readonly KeptAccount[]): Promise<void> {
  const { transaction, workspaceId, recordedAt } = recording;
  await transaction.query(sql`
    INSERT INTO account (workspace_id, id, external_id, name, domain, tier, target, recorded_at)
    SELECT ${workspaceId}::uuid, a.id, a."externalId", a.name, a.domain, a.tier, a.target, ${instantParameter(recordedAt)}
    FROM json_to_recordset(${JSON.stringify(accounts)}::json)
      AS a (id bigint, "externalId" text, name text, domain text, tier text, target boolean)
    ON CONFLICT (workspace_id, external_id) DO UPDATE
    SET name = excluded.name, domain = excluded.domain, tier = excluded.tier, target = excluded.target`);
  recording.changed();
}
