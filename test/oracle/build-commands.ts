import { instantOf, recordedAtOf } from './build-times.js';
import type { RecordedCommand } from './model.js';
import type { HistorySketch } from './sketch.js';

/** Voids stand in the first hours after a batch, a definition 12 h after it. */
const AFTER_BATCH_MS = 13 * 3_600_000;

/** Commands stand between the batches, after the voids there, a minute apart. */
export function commandsOf(sketch: HistorySketch): RecordedCommand[] {
  const name = (index: number) => `L${index % sketch.leads.length}`;
  return sketch.commands
    .map((command, index): RecordedCommand => {
      const after = Math.min(command.batch, sketch.batchCount - 1);
      const recordedAt = recordedAtOf(after) + AFTER_BATCH_MS + index * 60_000;
      const lead = name(command.lead);
      if (command.op === 'MERGE') return { op: 'MERGE', recordedAt, lead, into: name(command.into) };
      return { op: 'ASSIGN', recordedAt, lead, owner: command.owner, occurredAt: instantOf(sketch, command.when) };
    })
    .sort((a, b) => a.recordedAt - b.recordedAt);
}
