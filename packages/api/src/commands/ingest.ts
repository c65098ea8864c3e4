import { InvalidInput } from '@leadstage/core';
import type { Database } from '@leadstage/prisma';
import type { Once } from './idempotency.js';
import { Batch } from './ingest/batch.js';
import { checkUnit } from './ingest/check-unit.js';
import { lookUp } from './ingest/known.js';
import { storeBatch } from './ingest/store-batch.js';
import { takeUnit } from './ingest/take-unit.js';
import type { IngestResult, IngestUnit } from './ingest-input.js';
import { recordIn } from './recording.js';

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
  once?: Once,
): Promise<IngestResult> {
  if (units.length > MOST_UNITS) {
    throw new InvalidInput('TOO_MANY_UNITS', [], `${units.length} units in one call; at most ${MOST_UNITS}.`);
  }
  const malformed = units.map(checkUnit);
  return recordIn(
    database,
    workspaceId,
    async (recording) => {
      const { transaction } = recording;
      const known = await lookUp(
        transaction,
        workspaceId,
        units.filter((_, index) => malformed[index]?.length === 0),
        recording.state.hasMerges,
      );
      const batch = new Batch(recording, known);
      const outcomes = units.map((unit, index) => takeUnit(batch, unit, index, malformed[index] ?? []));
      const stored = outcomes.some(({ status }) => status === 'CREATED' || status === 'UPDATED');
      if (!stored) return { recordedAt: null, outcomes };

      await storeBatch(transaction, workspaceId, batch);
      for (const { lead, before } of batch.touched()) {
        recording.touched.add(lead.id);
        recording.occurred.push(lead.createdAt);
        // A lead that had an owner has the new one since now.
        if (before?.owner !== undefined && lead.owner !== before.owner) recording.occurred.push(recording.recordedAt);
      }
      for (const { occurredAt } of [...batch.transitions, ...batch.activities]) recording.occurred.push(occurredAt);
      Object.assign(recording.lastIds, batch.lastIds);
      recording.changed();
      return { recordedAt: recording.recordedAt, outcomes };
    },
    once,
  );
}
