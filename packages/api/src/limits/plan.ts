import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';
import { amount, mutationPrice, type Price, type PriceOf, type Sent } from './price.js';

/** A field that is asked for, with everything that is asked below it under the same name. */
export interface Planned {
  /** Under which it stands in the answer. */
  readonly key: string;
  readonly price: Price | null;
  /** Whether it answers objects. */
  readonly composite: boolean;
  /** How many objects it answers at most, as far as anybody can tell beforehand. */
  readonly times: number;
  readonly below: readonly Planned[];
}

/** What of a request a plan is made from. Variables are as they were sent. */
export interface Operation {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Sent;
}

/** Of a list without a page size. */
const LIST = 10;
const LARGEST_PAGE = 100;
/** Of `__schema` and `__type`, whatever is asked below them. */
const INTROSPECTION: Price = { most: 100, least: 100, whole: true };

/** What an operation asks for, once it is known to be valid; fields that are skipped are left out. */
export function planOf(asked: Operation): Planned[] {
  const { schema, operation } = asked;
  const root = schema.getRootType(operation.operation);
  if (!root) return [];
  const isMutation = operation.operation === 'mutation';
  return fieldsOf(withDefaults(asked), [operation.selectionSet], root, null, isMutation ? mutationPrice : null);
}

interface Found {
  readonly type: GraphQLNamedType;
  readonly nodes: FieldNode[];
}

/**
 * @param page size of the page whose `edges` these may be
 * @param otherwise price of a field that has none of its own
 */
function fieldsOf(
  asked: Operation,
  sets: readonly SelectionSetNode[],
  type: GraphQLNamedType,
  page: number | null,
  otherwise: PriceOf | null,
): Planned[] {
  const found = new Map<string, Found>();
  const seen = new Set<string>();
  for (const set of sets) collect(asked, set, type, found, seen);
  return [...found].map(([key, { type: parent, nodes }]) => planned(asked, key, parent, nodes, page, otherwise));
}

function collect(
  asked: Operation,
  set: SelectionSetNode,
  type: GraphQLNamedType,
  found: Map<string, Found>,
  seen: Set<string>,
): void {
  for (const selection of set.selections) {
    if (isSkipped(selection, asked.variables)) continue;
    if (selection.kind === Kind.FIELD) {
      const key = selection.alias?.value ?? selection.name.value;
      const known = found.get(key);
      if (known) known.nodes.push(selection);
      else found.set(key, { type, nodes: [selection] });
      continue;
    }
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : asked.fragments.get(selection.name.value);
    if (!fragment || (selection.kind === Kind.FRAGMENT_SPREAD && seen.has(selection.name.value))) continue;
    if (selection.kind === Kind.FRAGMENT_SPREAD) seen.add(selection.name.value);
    const name = fragment.typeCondition?.name.value;
    collect(asked, fragment.selectionSet, (name && asked.schema.getType(name)) || type, found, seen);
  }
}

function planned(
  asked: Operation,
  key: string,
  parent: GraphQLNamedType,
  nodes: readonly FieldNode[],
  page: number | null,
  otherwise: PriceOf | null,
): Planned {
  const [node] = nodes as readonly [FieldNode];
  const name = node.name.value;
  const nothing = { key, price: null, composite: false, times: 0, below: [] };
  if (name.startsWith('__')) return { ...nothing, price: name === '__typename' ? null : INTROSPECTION };
  const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
  if (!field) return nothing;
  const type = getNamedType(field.type);
  const sent = sentTo(field, node, asked.variables);
  const priceOf = (field.extensions.price as PriceOf | undefined) ?? otherwise;
  const price = priceOf?.(sent) ?? null;
  if (isLeafType(type)) return { ...nothing, price };
  const isPaged = field.args.some((argument) => argument.name === 'first' || argument.name === 'last');
  const size = isPaged ? pageSize(sent) : null;
  const isList = isListOf(field.type);
  const times = isList ? (size ?? (name === 'edges' ? page : null) ?? LIST) : 1;
  const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  return { key, price, composite: true, times, below: fieldsOf(asked, sets, type, isList ? null : size, null) };
}

/** Without a size of its own a page is refused, or has what the schema says. */
function pageSize({ first, last }: Sent): number {
  const size = Math.max(amount(first), amount(last));
  return size === 0 ? LARGEST_PAGE : Math.min(size, LARGEST_PAGE);
}

function isListOf(type: GraphQLOutputType): boolean {
  return isNonNullType(type) ? isListOf(type.ofType) : isListType(type);
}

function sentTo(field: GraphQLField<unknown, unknown>, node: FieldNode, variables: Sent): Sent {
  const sent: Record<string, unknown> = {};
  for (const { name, defaultValue } of field.args) if (defaultValue !== undefined) sent[name] = defaultValue;
  for (const { name, value } of node.arguments ?? []) {
    const given: unknown = valueFromASTUntyped(value, variables);
    if (given !== undefined) sent[name.value] = given;
  }
  return sent;
}

function isSkipped(selection: { readonly directives?: FieldNode['directives'] }, variables: Sent): boolean {
  return (selection.directives ?? []).some(({ name, arguments: given = [] }) => {
    const condition = given.find((argument) => argument.name.value === 'if')?.value;
    const value: unknown = condition && valueFromASTUntyped(condition, variables);
    return (name.value === 'skip' && value === true) || (name.value === 'include' && value === false);
  });
}

function withDefaults(asked: Operation): Operation {
  const defaults = (asked.operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
    defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)] as const] : [],
  );
  return { ...asked, variables: { ...Object.fromEntries(defaults), ...asked.variables } };
}
