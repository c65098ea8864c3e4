import type { Task } from '../worker/tasks.js';
import { workerStepDuration, workerSteps } from './metrics.js';
import { inSpan } from './tracing.js';

/** The same task, each of whose steps is counted, timed and traced. */
export function observed(task: Task): Task {
  return {
    ...task,
    run: async (database, workspaceId, signal) => {
      const end = workerStepDuration.startTimer({ task: task.name });
      let outcome = 'failed';
      try {
        const attributes = { 'leadstage.workspace.id': workspaceId };
        const more = await inSpan(`worker ${task.name}`, attributes, () => task.run(database, workspaceId, signal));
        outcome = 'ok';
        return more;
      } finally {
        end();
        workerSteps.inc({ task: task.name, outcome });
      }
    },
  };
}
