import { activeTracer, inSpan } from '../../observe/tracing.js';
import type { ServerPlugin } from './index.js';

/** Makes a span of each operation, where spans are made. */
export const tracePlugin: ServerPlugin = () => {
  if (!activeTracer()) return {};
  return {
    onExecute({ args, executeFn, setExecuteFn }) {
      const { type = 'operation', field, operation } = args.contextValue.request.facts;
      const attributes = {
        'graphql.operation.type': type,
        ...(operation === undefined ? {} : { 'graphql.operation.name': operation }),
      };
      setExecuteFn((given) => inSpan(`graphql ${type} ${field ?? ''}`.trim(), attributes, () => executeFn(given)));
    },
  };
};
