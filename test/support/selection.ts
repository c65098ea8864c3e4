import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from 'graphql';

/** Arguments of fields below the one that is asked: `{ 'Webhook.deliveries': '(first: 100)' }`. */
export type ArgumentsBelow = Readonly<Record<string, string>>;

/** What differs between two answers to one question although nothing happened. */
const VOLATILE: readonly string[] = ['statistics', 'lastUsedAt'];

/**
 * Every field below a type, as a selection; a type is not entered again within itself. Whatever the type is, all its
 * members are selected.
 * @param below has every field with arguments that is reached; empty text where its defaults do
 * @throws Error for a field with arguments that is not in `below`
 */
export function selectionOf(
  schema: GraphQLSchema,
  type: GraphQLNamedType,
  below: ArgumentsBelow,
  above: readonly string[] = [],
): string {
  if (isUnionType(type)) {
    const members = type
      .getTypes()
      .map((member) => `... on ${member.name}${selectionOf(schema, member, below, above)}`);
    return ` { __typename ${members.join(' ')} }`;
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return '';
  const selections = Object.values(type.getFields()).flatMap((field) => {
    const inner = getNamedType(field.type);
    if (VOLATILE.includes(field.name) || above.includes(inner.name)) return [];
    const args = argumentsOf(`${type.name}.${field.name}`, field, below);
    return [`${field.name}${args}${selectionOf(schema, inner, below, [...above, type.name])}`];
  });
  return ` { ${selections.join(' ')} }`;
}

function argumentsOf(name: string, { args }: GraphQLField<unknown, unknown>, below: ArgumentsBelow): string {
  if (args.length === 0) return '';
  const given = below[name];
  if (given === undefined) throw new Error(`${name} takes arguments: say which it is asked with here`);
  return given;
}
