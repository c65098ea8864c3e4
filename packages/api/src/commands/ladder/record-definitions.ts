import { type CrmValue, type Instant, InvalidInput, ladderAt, type StageDefinition } from '@leadstage/core';
import { beginReprojection, refuseWhileUnderWay } from '../../projections/reproject.js';
import type { Recording } from '../recording.js';
import { mappingTo, recordMappings } from './record-mappings.js';
import { refuseOrphans } from './refuse-orphans.js';
import { storeDefinitions } from './store-definitions.js';
import { takesEffectAtOnce } from './takes-effect-at-once.js';

/** What a change of the ladder came to. */
export interface LadderChange {
  /** The stage by its id, and the version that now says what it means. */
  readonly stageId: number;
  readonly version: number;
  /** Null: in force. Else it comes into force once the leads are read anew. */
  readonly job: StartedJob | null;
}

export interface StartedJob {
  readonly startedAt: Instant;
  readonly totalLeads: number;
}

/**
 * Records new versions of one stage, with CRM values that mean it. They are in force at once where everything that is
 * recorded is read as before; else when the projections have been made anew.
 * @throws OrphanedLeads; InvalidInput REPROJECTION_UNDER_WAY, STAGE_NOT_IN_FORCE
 */
export async function recordDefinitions(
  recording: Recording,
  stageId: number,
  added: readonly StageDefinition[],
  crmValues: readonly CrmValue[],
): Promise<StartedJob | null> {
  const { state, recordedAt, transaction, workspaceId } = recording;
  const after = [...state.definitions, ...added];
  if (crmValues.length > 0 && !ladderAt(after, recordedAt).some(({ id }) => id === stageId)) {
    const message = 'CRM values can be mapped to a stage once it is in force; until then they wait.';
    throw new InvalidInput('STAGE_NOT_IN_FORCE', ['crmValues'], message);
  }
  if (added.length > 0) {
    await refuseOrphans(recording, after, ['key']);
    if (state.reprojection?.reason === 'LADDER') refuseWhileUnderWay(state.reprojection);
    if (!takesEffectAtOnce(state.definitions, after, state)) {
      const [first, ...rest] = added as [StageDefinition, ...StageDefinition[]];
      await beginReprojection(recording, 'LADDER', { definitions: [{ ...first, crmValues }, ...rest] });
      return { startedAt: recordedAt, totalLeads: recording.lastIds.lead };
    }
    await storeDefinitions(transaction, workspaceId, added, recordedAt);
    recording.state = { ...state, definitions: after };
    recording.changed();
  }
  await recordMappings(recording, crmValues.map(mappingTo(stageId)));
  return null;
}
