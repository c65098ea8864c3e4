import {
  type Instant,
  InvalidInput,
  type PackDocument,
  type PackQuestion,
  packDocument,
  type StandardMetricsQuestion,
} from '@leadstage/core';
import type { Database } from '@leadstage/prisma';
import { askForPack, sealed } from '../query/metric-packs.js';
import { checkInstants } from '../query/run-report.js';
import { refuseFuture } from '../query/settle-known-at.js';
import { instantParameter, sql } from '../query/sql.js';
import { loadWorkspace } from '../query/workspace-state.js';
import { checkedName } from './check-name.js';
import type { Once } from './idempotency.js';
import { type Recording, recordIn } from './recording.js';

export interface PackToPublish {
  /** 1–255 characters; several packs may have one name. */
  readonly name: string;
  /** `asOf` is now by default, `knownAt` the last commit before this one. */
  readonly question: StandardMetricsQuestion;
}

/**
 * Publishes the standard metrics: computes them and keeps them for ever, with the instants that give the same again.
 * @returns the pack's id
 * @throws InvalidInput INVALID_NAME, INVALID_TEXT, INVALID_INSTANT, KNOWN_AT_IN_FUTURE, UNKNOWN_WORKSPACE, and what
 *   asking would throw
 */
export function publishMetricPack(
  database: Database,
  workspaceId: string,
  { name, question }: PackToPublish,
  once?: Once,
): Promise<number> {
  return recordIn(
    database,
    workspaceId,
    async (recording) => {
      const title = checkedName(name, 'A pack');
      const document = await documentOf(recording, title, question).catch((error: unknown) => {
        throw error instanceof InvalidInput ? error.within('question') : error;
      });
      const { transaction, recordedAt } = recording;
      const { asOf, knownAt } = document;
      const id = recording.nextId('definition');
      const { canonical, sha256 } = sealed(document);
      await transaction.query(sql`
        INSERT INTO published_pack (workspace_id, id, name, question, as_of, known_at, document, sha256, published_at)
        VALUES (${workspaceId}::uuid, ${id}, ${title}, ${JSON.stringify(document.question)}::jsonb,
          ${instantParameter(asOf)}, ${instantParameter(knownAt)}, ${canonical}, ${sha256},
          ${instantParameter(recordedAt)})`);
      recording.changed();
      return id;
    },
    once,
  );
}

async function documentOf(
  recording: Recording,
  name: string,
  question: StandardMetricsQuestion,
): Promise<PackDocument> {
  const settled = settledQuestion(question, recording);
  const workspace = await asKnown(recording, settled.knownAt);
  const answer = await askForPack(recording.transaction, workspace, settled, recording.recordedAt);
  return packDocument({ name, workspace, question: settled }, answer);
}

/** The question with its instants, so that it can be asked again. What this command records is not known to it. */
function settledQuestion(question: StandardMetricsQuestion, { state, recordedAt }: Recording): PackQuestion {
  checkInstants(question);
  const asOf: Instant = question.asOf ?? recordedAt;
  const knownAt: Instant = question.knownAt ?? state.lastRecordedAt;
  refuseFuture(knownAt, recordedAt - 1);
  return { ...question, asOf, knownAt };
}

async function asKnown({ transaction, workspaceId, state }: Recording, knownAt: Instant) {
  if (knownAt >= state.lastRecordedAt) return state;
  const workspace = await loadWorkspace(transaction, workspaceId, knownAt);
  if (workspace) return workspace;
  throw new InvalidInput('UNKNOWN_WORKSPACE', ['knownAt'], 'At knownAt there was no such workspace yet.');
}
