import type { Database } from './database.js';

/** Of ours, beside that of migrations. */
const ADVISORY_LOCK = 72707370;

/**
 * Runs `work` while no other server on this database runs such work; they wait for it. Work that many transactions
 * share, such as a first start. The lock goes with its connection, so that a server that dies leaves none.
 */
export async function inTurn<T>({ kind, pool }: Database, work: () => Promise<T>): Promise<T> {
  // The embedded database belongs to one process, and has one connection, which the work needs.
  if (kind === 'embedded') return work();
  const client = await pool.connect();
  try {
    await client.query(`SELECT pg_advisory_lock(${ADVISORY_LOCK})`);
    return await work();
  } finally {
    // Closed rather than lent out again: nobody else may come by the lock.
    client.release(true);
  }
}
