import type { StageDefinition } from '@leadstage/core';
import type { WorkspaceState } from '../../query/workspace-state.js';
import type { LadderChange } from './record-definitions.js';

/** The version that a change recorded, whether it is in force or comes into force with the job under way. */
export function recordedDefinition(
  { definitions, reprojection }: WorkspaceState,
  { stageId, version }: LadderChange,
): StageDefinition {
  const isIt = (each: StageDefinition) => each.id === stageId && each.version === version;
  const recorded = definitions.find(isIt);
  if (recorded) return recorded;
  const coming = reprojection?.definitions.find(isIt);
  if (!coming) throw new Error(`version ${version} of stage ${stageId} is not there`);
  const mapped = definitions.find(({ id }) => id === stageId)?.crmValues ?? [];
  return { ...coming, crmValues: [...mapped, ...coming.crmValues] };
}
