import { atOnceInWorkspace, type Database } from '@leadstage/prisma';
import type { Limits } from '../limits/limits.js';
import type { Access } from './access.js';

/** What became of asking for points. */
export interface Charge {
  readonly granted: boolean;
  /** Points that the key has left after it. */
  readonly available: number;
  /** Whole seconds until what was asked for has flowed back; 0 where it was granted. */
  readonly waitSeconds: number;
}

/** Where keys get what their operations cost. One a server; what was spent stands in the database, for all of them. */
export interface Purse {
  /** Null where there is no budget. */
  charge(database: Database, access: Access, points: number): Promise<Charge | null>;
  /** Returns what was charged and not needed. It rides on the key's next charge, and needs no statement of its own. */
  giveBack(access: Access, points: number): void;
}

/** Keys that are owed something: more are forgotten, oldest first, and wait until what they spent has flowed back. */
const MOST_OWED = 10_000;

export function purseFor({ budget, budgetRestore }: Pick<Limits, 'budget' | 'budgetRestore'>): Purse {
  const owed = new Map<string, number>();
  const owe = (keyId: string, points: number) => {
    const sum = (owed.get(keyId) ?? 0) + points;
    owed.delete(keyId);
    owed.set(keyId, sum);
    for (const oldest of owed.keys()) {
      if (owed.size <= MOST_OWED) break;
      owed.delete(oldest);
    }
  };
  const left = (spent: number) => Math.max(0, Math.floor(budget - spent));
  return {
    async charge(database, { workspaceId, keyId }, points) {
      if (budget === 0) return null;
      const back = owed.get(keyId) ?? 0;
      owed.delete(keyId);
      try {
        const statements = chargeStatements({ workspaceId, keyId, points, back, budget, budgetRestore });
        const [taken, now] = (await atOnceInWorkspace(database, workspaceId, statements)) as unknown as Rows;
        if (taken[0]) return { granted: true, available: left(taken[0].spent), waitSeconds: 0 };
        if (back > 0) owe(keyId, back);
        const available = left(now[0]?.spent ?? budget);
        return { granted: false, available, waitSeconds: Math.max(1, Math.ceil((points - available) / budgetRestore)) };
      } catch (error) {
        if (back > 0) owe(keyId, back);
        throw error;
      }
    },
    giveBack({ keyId }, points) {
      if (budget > 0 && points > 0) owe(keyId, points);
    },
  };
}

type Rows = readonly [readonly { readonly spent: number }[], readonly { readonly spent: number }[]];

interface Asked {
  readonly workspaceId: string;
  readonly keyId: string;
  readonly points: number;
  readonly back: number;
  readonly budget: number;
  readonly budgetRestore: number;
}

/**
 * A bucket that leaks: what was spent runs out of it by so much a second, and what does not fit is not poured in. The
 * one upsert locks the row before it reads it, so that servers charge one after the other; it answers no row where
 * there is too little left, and then the second statement says how much there is. Time is the database's: servers may
 * differ about theirs.
 */
function chargeStatements(asked: Asked): [string, string] {
  const { points, back, budget, budgetRestore } = asked;
  const workspace = `'${uuid(asked.workspaceId)}'::uuid`;
  const key = `'${uuid(asked.keyId)}'::uuid`;
  const spentBy = (now: string) =>
    `greatest(0, b.spent - ${number(back)} - ${number(budgetRestore)} *
      greatest(0, extract(epoch FROM ${now} - b.spent_at)::float8))`;
  return [
    `INSERT INTO rate_budget AS b (workspace_id, key_id, spent, spent_at)
      VALUES (${workspace}, ${key}, ${number(points)}, clock_timestamp())
      ON CONFLICT (workspace_id, key_id) DO UPDATE SET (spent, spent_at) = (
        SELECT ${spentBy('clock.now')} + ${number(points)}, greatest(clock.now, b.spent_at)
        FROM (SELECT clock_timestamp() AS now) clock)
      WHERE ${spentBy('clock_timestamp()')} + ${number(points)} <= ${number(budget)}
      RETURNING spent`,
    `SELECT ${spentBy('clock_timestamp()')} AS spent FROM rate_budget b
      WHERE workspace_id = ${workspace} AND key_id = ${key}`,
  ];
}

/** A statement of several parts takes no parameters, so what goes into it can be nothing but what it should be. */
function uuid(text: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)) throw new Error('not an id');
  return text;
}

function number(value: number): string {
  if (!Number.isFinite(value)) throw new Error('not a number');
  return `${value}::float8`;
}
