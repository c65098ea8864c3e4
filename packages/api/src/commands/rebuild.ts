import type { Database } from '@leadstage/prisma';
import { beginReprojection, stepReprojection, sweepGenerations } from '../projections/reproject.js';
import { recordIn } from './recording.js';

export interface RebuildProgress {
  readonly leads: number;
  readonly totalLeads: number;
}

/**
 * Makes facts, handoffs and rollups anew from the record, as a new generation in steps that each commit, while the
 * present one answers; what is left of it is deleted afterwards. Stopped in between, a running server goes on with
 * it, or the next call does.
 */
export async function rebuild(
  database: Database,
  workspaceId: string,
  onProgress: (progress: RebuildProgress) => void = () => {},
  signal?: AbortSignal,
): Promise<void> {
  await finishReprojection(database, workspaceId, () => {}, signal);
  await recordIn(database, workspaceId, (recording) => beginReprojection(recording, 'REBUILD'));
  await finishReprojection(database, workspaceId, onProgress, signal);
  while (await sweepGenerations(database, workspaceId)) signal?.throwIfAborted();
}

/** Does to its end what a change of the ladder, of the time zone, or a rebuild has begun. */
export async function finishReprojection(
  database: Database,
  workspaceId: string,
  onProgress: (progress: RebuildProgress) => void = () => {},
  signal?: AbortSignal,
): Promise<void> {
  for (;;) {
    signal?.throwIfAborted();
    const progress = await stepReprojection(database, workspaceId);
    if (progress) onProgress(progress);
    if (!progress || progress.switched) return;
  }
}
