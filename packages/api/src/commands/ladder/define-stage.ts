import { type CrmValue, erasOf, type Instant, type StageDefinition } from '@leadstage/core';
import type { Database } from '@leadstage/prisma';
import type { Once } from '../idempotency.js';
import { recordIn } from '../recording.js';
import { checkContent, checkCrmValues, checkEffectiveFrom } from './check-content.js';
import { nextVersion, type StageContent } from './next-version.js';
import { positionTaken } from './place-stage.js';
import { type LadderChange, recordDefinitions } from './record-definitions.js';

export interface DefineStageInput extends StageContent {
  /** Of a stage there is, or of a new one: a capital letter, then capital letters, digits and _, at most 40 in all. */
  readonly key: string;
  /** Default now; may be past or future. */
  readonly effectiveFrom?: Instant | undefined;
  /** Besides those that mean it already. */
  readonly crmValues?: readonly CrmValue[] | undefined;
}

/**
 * Makes a stage, or a new version of one; the past keeps its own. Where nothing differs there is no new version.
 * @throws InvalidInput of `nextVersion`, `checkContent` and `recordDefinitions`
 */
export async function defineStage(
  database: Database,
  workspaceId: string,
  input: DefineStageInput,
  once?: Once,
): Promise<LadderChange> {
  const { key, crmValues = [], ...content } = input;
  checkContent(content);
  checkCrmValues(crmValues, ['crmValues']);
  if (input.effectiveFrom !== undefined) checkEffectiveFrom(input.effectiveFrom);
  return recordIn(
    database,
    workspaceId,
    async (recording) => {
      const { state, recordedAt } = recording;
      const effectiveFrom = input.effectiveFrom ?? recordedAt;
      const { definition, isNew } = nextVersion(state.definitions, key, content, effectiveFrom, recordedAt);
      if (isNew) refuseSharedPosition([...state.definitions, definition], definition);
      const job = await recordDefinitions(recording, definition.id, isNew ? [definition] : [], crmValues);
      return { stageId: definition.id, version: definition.version, job };
    },
    once,
  );
}

/** Stages of one ladder stand at positions of their own, as long as the new version is in force. */
function refuseSharedPosition(after: readonly StageDefinition[], added: StageDefinition): void {
  for (const { stages } of erasOf(after)) {
    const other = stages.find(({ id, position }) => id !== added.id && position === added.position);
    if (other && stages.includes(added)) throw positionTaken(other);
  }
}
