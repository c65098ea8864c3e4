import { type Instant, InvalidInput } from '@leadstage/core';
import { type Database, inWorkspace } from '@leadstage/prisma';
import { Batch } from './ingest/batch.js';
import { checkUnit } from './ingest/check-unit.js';
import { lookUp } from './ingest/known.js';
import { storeBatch } from './ingest/store-batch.js';
import { takeUnit } from './ingest/take-unit.js';
import type { IngestResult, IngestUnit } from './ingest-input.js';
import { advanceClock, lockWorkspace } from './lock-workspace.js';
import { projectFacts } from './project-facts.js';

const MOST_UNITS = 10_000;

/**
 * Records a batch in one transaction: appends to the log, and brings facts and rollups along. Each unit is stored
 * whole or refused whole with its problems; what is known already changes nothing, so a call can be repeated.
 * @param units at most 10,000
 * @throws InvalidInput TOO_MANY_UNITS, UNKNOWN_WORKSPACE
 */
export async function ingest(
  database: Database,
  workspaceId: string,
  units: readonly IngestUnit[],
): Promise<IngestResult> {
  if (units.length > MOST_UNITS) {
    throw new InvalidInput('TOO_MANY_UNITS', ['units'], `${units.length} units in one call; at most ${MOST_UNITS}.`);
  }
  const malformed = units.map(checkUnit);
  return inWorkspace(database, workspaceId, async (transaction) => {
    const workspace = await lockWorkspace(transaction, workspaceId);
    const known = await lookUp(
      transaction,
      workspaceId,
      units.filter((_, index) => malformed[index]?.length === 0),
    );
    const batch = new Batch(workspace, known);
    const outcomes = units.map((unit, index) => takeUnit(batch, unit, index, malformed[index] ?? []));
    const stored = outcomes.some(({ status }) => status === 'CREATED' || status === 'UPDATED');
    if (!stored) return { recordedAt: null, outcomes };

    const { recordedAt } = workspace;
    await storeBatch(transaction, workspaceId, batch);
    const touched = [...batch.leads.values()].filter((draft) => draft.touched);
    const occurred = instantsOf(batch, touched);
    await advanceClock(transaction, workspaceId, recordedAt, batch.lastIds, occurred);
    await projectFacts(
      transaction,
      { ...workspace.state, ...envelope(workspace.state, occurred) },
      touched.map((draft) => draft.lead.id),
    );
    return { recordedAt, outcomes };
  });
}

function instantsOf(batch: Batch, touched: readonly { readonly lead: { readonly createdAt: Instant } }[]): Instant[] {
  return [...batch.transitions.map((each) => each.occurredAt), ...touched.map((draft) => draft.lead.createdAt)];
}

function envelope(
  before: { readonly earliestOccurredAt: Instant | null; readonly latestOccurredAt: Instant | null },
  occurred: readonly Instant[],
) {
  return occurred.reduce(
    (span, instant) => ({
      earliestOccurredAt: Math.min(span.earliestOccurredAt ?? instant, instant),
      latestOccurredAt: Math.max(span.latestOccurredAt ?? instant, instant),
    }),
    { earliestOccurredAt: before.earliestOccurredAt, latestOccurredAt: before.latestOccurredAt },
  );
}
