import { isInternal } from '../../errors.js';
import { countRefused, graphqlErrors, operationDuration, operations } from '../../observe/metrics.js';
import type { ServerPlugin } from './index.js';
import { isSingle } from './log.js';

/** Counts and times operations. Comes after what notes their names. */
export const metricsPlugin: ServerPlugin = () => ({
  onExecute({ args: { contextValue } }) {
    const { type = 'none', field = 'none' } = contextValue.request.facts;
    const end = operationDuration.startTimer({ type, field });
    return { onExecuteDone: () => void end() };
  },
  onResultProcess({ result, serverContext: { info } }) {
    if (!isSingle(result)) return;
    const { errors = [] } = result;
    // What could not be executed has no name that the schema knows.
    const { type = 'none', field = 'none' } = info.facts;
    for (const { extensions } of errors) {
      const code = String(extensions.code ?? 'none');
      graphqlErrors.inc({ code });
      countRefused(code);
    }
    const outcome = errors.length === 0 ? 'ok' : errors.some(isInternal) ? 'failed' : 'refused';
    operations.inc({ type, field, outcome });
  },
});
