import type { Database, Transaction } from '@leadstage/prisma';
import { runTransaction } from '../../prisma/src/transaction.js';

/** Runs `work` as the role that opened the database, beyond row-level security. */
export function asOwner<T>(database: Database, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  return runTransaction(database.pool, 'SET LOCAL ROLE NONE', work);
}
