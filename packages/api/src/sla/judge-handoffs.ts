import type { Recording } from '../commands/recording.js';
import type { HandoffChange } from '../projections/project-handoffs.js';

export async function judgeHandoffs(_recording: Recording, _opened: readonly HandoffChange[]): Promise<void> {}
