import {
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isObjectType,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** What documents touch of a schema, by coordinate: `Type.field`, `Type.field(argument:)`, `Input.field`. */
export interface Touched {
  /** Root fields under which an output field is selected. */
  readonly selected: ReadonlyMap<string, ReadonlySet<string>>;
  /** Values that were given to a text or an id, by `<root field> <coordinate>`. */
  readonly given: ReadonlyMap<string, ReadonlySet<string>>;
}

const ROOTS: readonly string[] = ['Query', 'Mutation'];

/** Adds to sets in a map. */
function note(map: Map<string, Set<string>>, key: string, value: string): void {
  const known = map.get(key);
  if (known) known.add(value);
  else map.set(key, new Set([value]));
}

export function touchedBy(schema: GraphQLSchema, documents: readonly string[]): Touched {
  const selected = new Map<string, Set<string>>();
  const given = new Map<string, Set<string>>();
  for (const document of documents) {
    const info = new TypeInfo(schema);
    const inputs: string[] = [];
    let root = '';
    visit(
      parse(document),
      visitWithTypeInfo(info, {
        Field: (node) => {
          const parent = info.getParentType()!.name;
          if (ROOTS.includes(parent)) root = `${parent}.${node.name.value}`;
          if (!node.name.value.startsWith('__')) note(selected, `${parent}.${node.name.value}`, root);
        },
        Argument: {
          enter: (node) =>
            void inputs.push(`${info.getParentType()!.name}.${info.getFieldDef()!.name}(${node.name.value}:)`),
          leave: () => void inputs.pop(),
        },
        ObjectField: {
          enter: (node) => {
            const parent = getNamedType(info.getParentInputType() ?? undefined);
            // What stands within JSON was given to the field that takes the JSON.
            inputs.push(isInputObjectType(parent) ? `${parent.name}.${node.name.value}` : inputs.at(-1)!);
          },
          leave: () => void inputs.pop(),
        },
        StringValue: (node) => note(given, `${root} ${inputs.at(-1)}`, node.value),
        IntValue: (node) => note(given, `${root} ${inputs.at(-1)}`, node.value),
        EnumValue: (node) => note(given, `${root} ${inputs.at(-1)}`, node.value),
      }),
    );
  }
  return { selected, given };
}

/** A text or an id that a root field, or a field below it, can be given. */
export interface Leaf {
  readonly root: string;
  readonly coordinate: string;
  readonly type: string;
}

/** What may name something that belongs to a workspace. */
const NAMING: readonly string[] = ['ID', 'String', 'JSON'];

/** Every leaf that may name something, of every root field. */
export function leavesOf(schema: GraphQLSchema): Leaf[] {
  const leaves: Leaf[] = [];
  for (const rootType of [schema.getQueryType()!, schema.getMutationType()!]) {
    for (const field of Object.values(rootType.getFields())) {
      const root = `${rootType.name}.${field.name}`;
      for (const argument of field.args) add(root, `${root}(${argument.name}:)`, argument.type, new Set());
    }
  }
  return leaves;

  function add(root: string, coordinate: string, given: GraphQLInputType, within: ReadonlySet<string>): void {
    const type = getNamedType(given);
    if (NAMING.includes(type.name)) leaves.push({ root, coordinate, type: type.name });
    if (!isInputObjectType(type) || within.has(type.name)) return;
    for (const field of Object.values(type.getFields())) {
      add(root, `${type.name}.${field.name}`, field.type, new Set([...within, type.name]));
    }
  }
}

/** `Type.field` of every output field, and `Type.field(argument:)` of what fields below the roots take. */
export function outputsOf(schema: GraphQLSchema): { readonly fields: string[]; readonly arguments: Leaf[] } {
  const types = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith('__'));
  const fields = types.flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })));
  return {
    fields: fields.map(({ type, field }) => `${type.name}.${field.name}`),
    arguments: fields
      .filter(({ type }) => !ROOTS.includes(type.name))
      .flatMap(({ type, field }) =>
        field.args.map((argument) => ({
          root: `${type.name}.${field.name}`,
          coordinate: `${type.name}.${field.name}(${argument.name}:)`,
          type: getNamedType(argument.type).name,
        })),
      )
      .filter(({ type }) => NAMING.includes(type)),
  };
}
