import { InvalidInput } from '@leadstage/core';
import { type ValueNode, valueFromASTUntyped } from 'graphql';

/** Whoever reads JSON goes down into it; nobody needs to go deeper. */
const MOST_DEPTH = 64;

/** JSON as it is written out in a query, with its variables. */
export function jsonOf(node: ValueNode, variables: Parameters<typeof valueFromASTUntyped>[1]): NonNullable<unknown> {
  return shallowJson(valueFromASTUntyped(node, variables));
}

/** @throws InvalidInput INVALID_JSON for nothing, and for what lies deeper than 64 */
export function shallowJson(value: unknown): NonNullable<unknown> {
  const expected = `JSON at most ${MOST_DEPTH} deep`;
  let level = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MOST_DEPTH || value == null) {
      const fault = value == null ? 'There is no JSON' : 'The JSON lies too deep';
      throw new InvalidInput('INVALID_JSON', [], `${fault}; it takes ${expected}.`, expected);
    }
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []));
  }
  return value as NonNullable<unknown>;
}
