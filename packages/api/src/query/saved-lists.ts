import type { Instant } from '@leadstage/core';
import type { Transaction } from '@leadstage/prisma';
import type { LeadListQuestion } from './lead-list.js';
import { sql } from './sql.js';

/** A list of leads that was kept as a question. */
export interface SavedList {
  readonly id: number;
  readonly name: string;
  readonly question: LeadListQuestion;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

const LIST = sql`id, name, question, created_at AS "createdAt", updated_at AS "updatedAt"`;

/** Every saved list, by name. There are as many as people have saved. */
export function savedLists(transaction: Transaction, workspaceId: string): Promise<SavedList[]> {
  return transaction.query<SavedList>(sql`
    SELECT ${LIST} FROM saved_list WHERE workspace_id = ${workspaceId}::uuid ORDER BY lower(name), id`);
}

/** Null where there is none of that id, or the text is no id. */
export async function savedList(transaction: Transaction, workspaceId: string, id: string): Promise<SavedList | null> {
  if (!/^\d{1,9}$/.test(id)) return null;
  const [list] = await transaction.query<SavedList>(sql`
    SELECT ${LIST} FROM saved_list WHERE workspace_id = ${workspaceId}::uuid AND id = ${Number(id)}`);
  return list ?? null;
}
