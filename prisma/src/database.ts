import type pg from 'pg';
import type { PrismaClient } from '../generated/client/client.js';
import { type Deadline, DeadlinePassed } from './deadline.js';
import {
  runAtOnce,
  runTransaction,
  type Transaction,
  type TransactionLimit,
  type TransactionOptions,
} from './transaction.js';

/** An open database: every transaction begins at such a handle. */
export interface Database {
  readonly kind: 'embedded' | 'server';
  /** True when another process of this machine runs the embedded database and this one is its guest. */
  readonly attached: boolean;
  /** Whether its login could get around row-level security, were it not under a role; always so where it is embedded. */
  readonly mayBypass: boolean;
  readonly pool: pg.Pool;
  readonly prisma: PrismaClient;
  /** Which every transaction keeps that begins at this handle; see `withDeadline`. */
  readonly deadline?: Deadline | undefined;
  close(): Promise<void>;
}

/** The same database, for a request: every transaction that begins at the returned handle keeps to its deadline. */
export function withDeadline(database: Database, deadline: Deadline): Database {
  return { ...database, deadline };
}

/** Runs `work` in one transaction in which only the rows of this workspace exist. */
export function inWorkspace<T>(
  database: Database,
  workspaceId: string,
  work: (transaction: Transaction) => Promise<T>,
  options?: TransactionOptions,
): Promise<T> {
  return runTransaction(database.pool, binding(workspaceId), work, options, limitOf(database));
}

/**
 * Runs statements without parameters in one transaction in which only the rows of this workspace exist, in one message.
 * @returns the rows of each
 */
export function atOnceInWorkspace(
  database: Database,
  workspaceId: string,
  statements: readonly string[],
): Promise<object[][]> {
  return runAtOnce(database.pool, binding(workspaceId), statements, limitOf(database));
}

function binding(workspaceId: string): string {
  return `SET LOCAL app.workspace_id = '${checked(workspaceId)}'`;
}

function limitOf({ kind, deadline }: Database): TransactionLimit | undefined {
  return deadline && { deadline, cancellable: kind === 'server' };
}

/**
 * Runs `work` in one read-only transaction as the role that sees which workspaces there are and where something is due,
 * and nothing that they recorded. For what belongs to no workspace; no data of a request reaches it.
 */
export function acrossWorkspaces<T>(database: Database, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  return runTransaction(database.pool, 'SET LOCAL ROLE leadstage_watch', work, { snapshot: true });
}

/** A Prisma client each of whose operations runs in a transaction bound to the workspace. */
export function prismaInWorkspace(database: Database, workspaceId: string): WorkspacePrisma {
  const bind = binding(workspaceId);
  return database.prisma.$extends({
    query: {
      async $allOperations({ args, query }) {
        const timeout = statementTimeout(database);
        const before = database.prisma.$executeRawUnsafe(`${bind}${timeout}`);
        try {
          const [, result] = await database.prisma.$transaction([before, query(args)]);
          return result;
        } catch (error) {
          throw isPast(database.deadline) ? new DeadlinePassed('TIMEOUT') : error;
        }
      },
    },
  }) as unknown as WorkspacePrisma;
}

/** What Prisma reads is found by key and short: the server keeps the time, and a client that has gone is not noticed. */
function statementTimeout({ kind, deadline }: Database): string {
  if (!deadline) return '';
  if (isPast(deadline)) throw new DeadlinePassed('TIMEOUT');
  if (kind === 'embedded' || deadline.until === null) return '';
  return `; SET LOCAL statement_timeout = ${Math.max(1, Math.ceil(deadline.until - Date.now()))}`;
}

function isPast(deadline: Deadline | undefined): boolean {
  return deadline !== undefined && deadline.until !== null && Date.now() >= deadline.until;
}

export type WorkspacePrisma = PrismaClient;

function checked(workspaceId: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(workspaceId)) throw new Error('not a workspace id');
  return workspaceId;
}
