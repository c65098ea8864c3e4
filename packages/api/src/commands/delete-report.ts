import type { Instant } from '@leadstage/core';
import type { Database } from '@leadstage/prisma';
import { sql } from '../query/sql.js';
import { unknownReport } from './copy-report.js';
import type { Once } from './idempotency.js';
import { recordIn } from './recording.js';

/**
 * Forgets a saved report.
 * @returns when it was forgotten
 * @throws InvalidInput UNKNOWN_REPORT
 */
export function deleteReport(
  database: Database,
  workspaceId: string,
  { id }: { readonly id: string },
  once?: Once,
): Promise<Instant> {
  return recordIn(
    database,
    workspaceId,
    async (recording) => {
      const gone = /^\d{1,9}$/.test(id)
        ? await recording.transaction.query(sql`
            DELETE FROM saved_report WHERE workspace_id = ${workspaceId}::uuid AND id = ${Number(id)} RETURNING id`)
        : [];
      if (gone.length === 0) throw unknownReport(id);
      recording.changed();
      return recording.recordedAt;
    },
    once,
  );
}
