import { type ExecutionResult, getOperationAST, type OperationDefinitionNode } from 'graphql';
import { identified, logServerError } from '../../errors.js';
import type { ServerPlugin } from './index.js';

/**
 * Notes of each operation what its line in the log says, gives every error the id of its request, and writes down the
 * cause of those of which a client is told nothing.
 */
export const logPlugin: ServerPlugin = () => ({
  onExecute({ args: { document, operationName, contextValue } }) {
    const { request, access } = contextValue;
    const operation = getOperationAST(document, operationName);
    Object.assign(request.facts, {
      operation: operation?.name?.value.slice(0, LONGEST_NAME),
      type: operation?.operation,
      field: operation ? fieldOf(operation) : undefined,
      keyId: access?.keyId,
      workspaceId: access?.workspaceId,
    });
  },
  onResultProcess({ result, setResult, serverContext: { info } }) {
    if (!isSingle(result) || !result.errors) return;
    const errors = result.errors.map((each) => identified(each, info.id));
    for (const error of errors) logServerError(error, info.log);
    setResult({ ...result, errors });
  },
});

const LONGEST_NAME = 80;

/** Whether a result is that of one operation, all at once: the server sends no other. */
export function isSingle(result: unknown): result is ExecutionResult {
  return typeof result === 'object' && result !== null && !Array.isArray(result) && !(Symbol.asyncIterator in result);
}

/** Which field of the root is asked, as the schema names it; what is valid names no other. */
function fieldOf({ selectionSet: { selections } }: OperationDefinitionNode): string {
  const [first, ...rest] = selections;
  return first?.kind === 'Field' && rest.length === 0 ? first.name.value : 'several';
}
