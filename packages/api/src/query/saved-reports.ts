import type { Instant } from '@leadstage/core';
import type { Transaction } from '@leadstage/prisma';
import { sql } from './sql.js';

/** A question as the report's GraphQL input takes it. */
export type KeptQuestion = Readonly<Record<string, unknown>>;

/** A question to a report that was kept. */
export interface SavedReport {
  readonly id: number;
  readonly name: string;
  /** `FUNNEL`, `COST` … */
  readonly report: string;
  readonly question: KeptQuestion;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

const REPORT = sql`id, name, report, question, created_at AS "createdAt", updated_at AS "updatedAt"`;

/** Every saved report, by name. There are as many as people have saved. */
export function savedReports(transaction: Transaction, workspaceId: string): Promise<SavedReport[]> {
  return transaction.query<SavedReport>(sql`
    SELECT ${REPORT} FROM saved_report WHERE workspace_id = ${workspaceId}::uuid ORDER BY lower(name), id`);
}

/** Null where there is none of that id, or the text is no id. */
export async function savedReport(
  transaction: Transaction,
  workspaceId: string,
  id: string,
): Promise<SavedReport | null> {
  if (!/^\d{1,9}$/.test(id)) return null;
  const [report] = await transaction.query<SavedReport>(sql`
    SELECT ${REPORT} FROM saved_report WHERE workspace_id = ${workspaceId}::uuid AND id = ${Number(id)}`);
  return report ?? null;
}
