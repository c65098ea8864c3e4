import { definitionsAt, erasOf, type Instant, InvalidInput, ladderAt, type StageDefinition } from '@leadstage/core';
import type { Database } from '@leadstage/prisma';
import type { Once } from '../idempotency.js';
import { recordIn } from '../recording.js';
import { checkEffectiveFrom } from './check-content.js';
import { latestVersion, versionsOf } from './next-version.js';
import { type LadderChange, recordDefinitions } from './record-definitions.js';

export interface RetireStageInput {
  readonly key: string;
  /** Default now; may be past or future. */
  readonly effectiveFrom?: Instant | undefined;
}

/**
 * Takes a stage out of the ladder, from an instant on for good; before, it stays what it was. Its id is never reused,
 * and it can be defined again. One that is out of the ladder already stays as it is.
 * @throws OrphanedLeads while leads stand in it; InvalidInput UNKNOWN_STAGE, LAST_STAGE, REPROJECTION_UNDER_WAY
 */
export async function retireStage(
  database: Database,
  workspaceId: string,
  input: RetireStageInput,
  once?: Once,
): Promise<LadderChange> {
  if (input.effectiveFrom !== undefined) checkEffectiveFrom(input.effectiveFrom);
  return recordIn(
    database,
    workspaceId,
    async (recording) => {
      const { state, recordedAt } = recording;
      const effectiveFrom = input.effectiveFrom ?? recordedAt;
      const versions = versionsOf(state.definitions, input.key);
      const [first] = versions;
      if (!first) throw unknownStage(state.definitions, input.key, recordedAt);
      const retired = retirements(versions, effectiveFrom, recordedAt);
      refuseEmptyLadder([...state.definitions, ...retired], effectiveFrom, first.key);
      const job = await recordDefinitions(recording, first.id, retired, []);
      const { version } = retired[0] ?? definitionsAt(versions, effectiveFrom)[0] ?? first;
      return { stageId: first.id, version, job };
    },
    once,
  );
}

/**
 * The versions that retire a stage from an instant on: one then, and one for each later version that would bring it
 * back.
 */
function retirements(versions: readonly StageDefinition[], from: Instant, recordedAt: Instant): StageDefinition[] {
  const instants = [from, ...new Set(versions.flatMap(({ effectiveFrom: at }) => (at > from ? at : [])))];
  const inForce = instants.flatMap((at) => {
    const [definition] = definitionsAt(versions, at);
    return definition && !definition.retired ? { ...definition, effectiveFrom: at } : [];
  });
  const latest = latestVersion(versions);
  return inForce.map((each, index) => ({ ...each, version: latest + index + 1, recordedAt, retired: true }));
}

function refuseEmptyLadder(after: readonly StageDefinition[], from: Instant, key: string): void {
  const isEmpty = erasOf(after).some((era) => (era.until === null || era.until > from) && era.stages.length === 0);
  if (!isEmpty) return;
  throw new InvalidInput('LAST_STAGE', ['key'], `${key} is the last stage of the ladder. Define another one first.`);
}

function unknownStage(definitions: readonly StageDefinition[], key: string, now: Instant): InvalidInput {
  const ladder = ladderAt(definitions, now)
    .map((each) => each.key)
    .join(', ');
  return new InvalidInput('UNKNOWN_STAGE', ['key'], `There is no stage "${key}". The ladder is: ${ladder}.`, ladder);
}
