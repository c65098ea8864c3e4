import { type Instant, InvalidInput } from '@leadstage/core';
import type { Database } from '@leadstage/prisma';
import { type LeadListQuestion, leadListing } from '../query/lead-list.js';
import { instantParameter, sql } from '../query/sql.js';
import { checkedText } from './check-given.js';
import type { Once } from './idempotency.js';
import { recordIn } from './recording.js';

const LONGEST_NAME = 255;

export interface ListToSave extends LeadListQuestion {
  /** 1–255 characters. A list of the same name is replaced, and keeps its id. */
  readonly name: string;
}

/**
 * Keeps a list of leads as a question, under a name. A period such as the last three months is kept as it was asked,
 * and moves with the calendar.
 * @returns the list's id
 * @throws InvalidInput INVALID_NAME, and what asking for the list would throw now
 */
export async function saveList(
  database: Database,
  workspaceId: string,
  { name, filter, orderBy }: ListToSave,
  once?: Once,
): Promise<number> {
  const called = checkedText(name, ['name'])?.trim() ?? '';
  if (called === '' || called.length > LONGEST_NAME) {
    throw new InvalidInput('INVALID_NAME', ['name'], `A list needs a name of 1 to ${LONGEST_NAME} characters.`);
  }
  return recordIn(
    database,
    workspaceId,
    async (recording) => {
      const { transaction, recordedAt, state } = recording;
      leadListing(state, { filter, orderBy }, recordedAt);
      const question = JSON.stringify({ filter, orderBy });
      const at = instantParameter(recordedAt);
      const [known] = await transaction.query<{ id: number; same: boolean }>(sql`
        SELECT id, question = ${question}::jsonb AS same FROM saved_list
        WHERE workspace_id = ${workspaceId}::uuid AND name = ${called}`);
      if (known?.same) return known.id;
      recording.changed();
      if (known) {
        await transaction.query(sql`
          UPDATE saved_list SET question = ${question}::jsonb, updated_at = ${at}
          WHERE workspace_id = ${workspaceId}::uuid AND id = ${known.id}`);
        return known.id;
      }
      const id = recording.nextId('definition');
      await transaction.query(sql`
        INSERT INTO saved_list (workspace_id, id, name, question, created_at, updated_at)
        VALUES (${workspaceId}::uuid, ${id}, ${called}, ${question}::jsonb, ${at}, ${at})`);
      return id;
    },
    once,
  );
}

/**
 * Forgets a saved list; its leads stay.
 * @returns when it was forgotten
 * @throws InvalidInput UNKNOWN_LIST
 */
export async function deleteList(
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
            DELETE FROM saved_list WHERE workspace_id = ${workspaceId}::uuid AND id = ${Number(id)} RETURNING id`)
        : [];
      if (gone.length === 0) throw new InvalidInput('UNKNOWN_LIST', ['id'], `There is no saved list ${id}.`);
      recording.changed();
      return recording.recordedAt;
    },
    once,
  );
}
