import { InvalidInput, ladderAt, resolveStage, type StageDefinition } from '@leadstage/core';
import type { Database } from '@leadstage/prisma';
import type { Once } from '../idempotency.js';
import { recordIn } from '../recording.js';
import { checkCrmValues } from './check-content.js';
import { type CrmMapping, type CrmMeaning, recordMappings } from './record-mappings.js';

export interface CrmValueMeaning {
  readonly field: string;
  readonly value: string;
  /** Key, standard name or alias of a stage of today's ladder; with STAGE. */
  readonly stage?: string | undefined;
  /** Default STAGE when a stage is given. */
  readonly meaning?: CrmMeaning | undefined;
}

const MOST_VALUES = 500;

/**
 * Says what values of CRM fields mean. What came with them and waits takes effect as of when it happened; what had a
 * meaning when it came keeps it.
 * @param values at most 500, each once
 * @returns for each value, how many that waited took effect
 * @throws InvalidInput TOO_MANY_VALUES, MISSING_VALUE, TOO_LONG, INVALID_TEXT, DUPLICATE_VALUE, MISSING_STAGE,
 *   NEEDLESS_STAGE, UNKNOWN_STAGE
 */
export async function mapCrmValues(
  database: Database,
  workspaceId: string,
  values: readonly CrmValueMeaning[],
  once?: Once,
): Promise<number[]> {
  if (values.length > MOST_VALUES) {
    const message = `${values.length} values in one call; at most ${MOST_VALUES}.`;
    throw new InvalidInput('TOO_MANY_VALUES', ['values'], message);
  }
  checkCrmValues(values, ['values']);
  return recordIn(
    database,
    workspaceId,
    async (recording) => {
      const ladder = ladderAt(recording.state.definitions, recording.recordedAt);
      return recordMappings(
        recording,
        values.map((each, index) => mappingOf(each, ladder, ['values', index])),
      );
    },
    once,
  );
}

function mappingOf(
  { field, value, stage, meaning = stage === undefined ? undefined : 'STAGE' }: CrmValueMeaning,
  ladder: readonly StageDefinition[],
  path: readonly (string | number)[],
): CrmMapping {
  const at = [...path, 'stage'];
  if (meaning === undefined || (meaning === 'STAGE' && stage === undefined)) {
    const message = `Say what "${value}" means: a \`stage\`, or \`meaning\` OUT or IGNORED.`;
    throw new InvalidInput('MISSING_STAGE', at, message, ladder.map(({ key }) => key).join(', '));
  }
  if (meaning !== 'STAGE' && stage !== undefined) {
    throw new InvalidInput('NEEDLESS_STAGE', at, `A value that means ${meaning} goes without a stage.`);
  }
  const stageId = stage === undefined ? null : resolveStage(ladder, stage, at).id;
  return { field: field.trim(), value: value.trim(), meaning, stageId };
}
