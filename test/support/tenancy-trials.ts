import { DEFINITION_TRIALS } from './definition-trials.js';
import { LEAD_TRIALS } from './lead-trials.js';
import type { Trials } from './trial.js';

/**
 * Every field of Mutation, in the order in which they are tried: what makes alpha something by a name of bravo comes
 * after what alpha must not know by that name.
 */
export const TRIALS: Readonly<Record<string, Trials>> = { ...LEAD_TRIALS, ...DEFINITION_TRIALS };
