import type { Instant } from '@leadstage/core';
import type { Database, Transaction } from '@leadstage/prisma';
import type { KeptQuestion } from '../query/saved-reports.js';
import { instantParameter, sql } from '../query/sql.js';
import { checkedName } from './check-name.js';
import type { Once } from './idempotency.js';
import { type Recording, recordIn } from './recording.js';

/** What a kind of report tells so that questions to it can be kept. */
export interface KeepableReport {
  /** `FUNNEL`, `COST` … */
  readonly name: string;
  /** Members of its question that name stages, each one name or a list. */
  readonly stageMembers: readonly string[];
  /** @throws InvalidInput what asking would throw now, with the path from the question on */
  check(transaction: Transaction, workspaceId: string, question: KeptQuestion, now: Instant): Promise<void>;
}

export interface ReportToSave {
  /** 1–255 characters. A report of the same name is replaced, and keeps its id. */
  readonly name: string;
  readonly report: KeepableReport;
  readonly question: KeptQuestion;
}

/**
 * Keeps a question to a report under a name. A period such as the last three months is kept as it was asked, and moves
 * with the calendar.
 * @returns the saved report's id
 * @throws InvalidInput INVALID_NAME, INVALID_TEXT, and what asking would throw now
 */
export function saveReport(
  database: Database,
  workspaceId: string,
  { name, report, question }: ReportToSave,
  once?: Once,
): Promise<number> {
  return recordIn(
    database,
    workspaceId,
    async (recording) => {
      const called = checkedName(name, 'A report');
      const { transaction, recordedAt } = recording;
      await report.check(transaction, workspaceId, question, recordedAt);
      const text = JSON.stringify(question);
      const [known] = await transaction.query<{ id: number; same: boolean }>(sql`
        SELECT id, report = ${report.name} AND question = ${text}::jsonb AS same FROM saved_report
        WHERE workspace_id = ${workspaceId}::uuid AND name = ${called}`);
      if (!known) return storeReport(recording, called, report.name, question);
      if (known.same) return known.id;
      await transaction.query(sql`
        UPDATE saved_report
        SET report = ${report.name}, question = ${text}::jsonb, updated_at = ${instantParameter(recordedAt)}
        WHERE workspace_id = ${workspaceId}::uuid AND id = ${known.id}`);
      recording.changed();
      return known.id;
    },
    once,
  );
}

/** Stores a report under a name that no other has. */
export async function storeReport(
  recording: Recording,
  name: string,
  report: string,
  question: KeptQuestion,
): Promise<number> {
  const { transaction, workspaceId, recordedAt } = recording;
  const id = recording.nextId('definition');
  const at = instantParameter(recordedAt);
  await transaction.query(sql`
    INSERT INTO saved_report (workspace_id, id, name, report, question, created_at, updated_at)
    VALUES (${workspaceId}::uuid, ${id}, ${name}, ${report}, ${JSON.stringify(question)}::jsonb, ${at}, ${at})`);
  recording.changed();
  return id;
}
