import type { Recording } from '../commands/recording.js';

/** Runs the enabled rules over leads that were written. @returns the leads that a rule moved */
export async function applyRules(_recording: Recording, _leadIds: readonly number[]): Promise<number[]> {
  return [];
}
