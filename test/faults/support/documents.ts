import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** A generator of numbers in [0, 1) that a seed determines (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Texts that have broken servers. */
export const HOSTILE: readonly string[] = [
  ...['', ' ', '\u0000', 'a\u0000b', '\ud800', '\udfff', 'e\u0301', '\u202e', '💥', '\ufeff', '\r\n', '\u2028'],
  ...["'; DROP TABLE lead; --", "' OR 1=1 --", '\\', '"', '{{7*7}}', '%s%n', '../../etc/passwd', '<script>'],
  ...['__proto__', 'constructor', 'toString', 'null', 'NaN', 'Infinity', '-1', '1e400', '0x10', '१२३'],
  ...['x'.repeat(300), 'ü'.repeat(5_000), '9'.repeat(400)],
];

const PLAUSIBLE: Readonly<Record<string, readonly string[]>> = {
  ID: ['1', '2', '9', '999999999', '9999999999999999999', '-1', '0', '1.5', 'abc', '1e3'],
  DateTime: [
    ...['2026-01-01T00:00:00Z', '2026-02-03T04:05:06.789+01:00', '2026-06-01T00:00:00Z', '2026-02-30T00:00:00Z'],
    ...[
      '0000-01-01T00:00:00Z',
      '9999-12-31T23:59:59.999Z',
      '+275760-09-13T00:00:00Z',
      '2026-01-01',
      '-000001-01-01T00:00:00Z',
    ],
  ],
  Date: [
    '2026-01-01',
    '2026-03-01',
    '2025-12-31',
    '2026-02-29',
    '0001-01-01',
    '9999-12-31',
    '2026-13-01',
    '10000-01-01',
  ],
  Decimal: ['0', '1', '12.50', '-3', '0.000001', '1e9', '1e400', 'NaN', '9'.repeat(60), `0.${'1'.repeat(60)}`],
  Duration: ['PT1H', 'P2D', 'PT0S', 'P9999999Y', '-P1D', 'P1M', 'PT1.5S', 'P', 'PT99999999999999H'],
};

const WORDS: readonly string[] = [
  ...['LEAD', 'MQL', 'SQL', 'QSO', 'CUSTOMER', 'source', 'owner', 'account', 'leadType', 'region', 'campaign', 's1'],
  ...['b0-0', 'b1-1', 'b1-1-MQL', 'c1', 'EUR', 'UTC', 'Europe/Berlin', 'why', 'ads', 'stepRate', 'FUNNEL'],
  ...['http://127.0.0.1:9/', 'https://10.0.0.1/', 'not a url', 'key-1', '2026-01-01', '08:00', 'DE'],
];
const NUMBERS: readonly number[] = [
  0, 1, 2, 3, 7, 12, 50, 100, 101, -1, 365, 1_000, 100_000, 2_147_483_647, -2_147_483_648,
];

interface Making {
  readonly schema: GraphQLSchema;
  readonly random: () => number;
}

const pick = <Item>({ random }: Making, items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
const chance = ({ random }: Making, share: number): boolean => random() < share;

/** A document that is valid as to the schema, with arguments that may or may not make sense. */
export function randomDocument(schema: GraphQLSchema, seed: number): string {
  const making: Making = { schema, random: randomOf(seed) };
  const isMutation = chance(making, 0.4);
  const root = (isMutation ? schema.getMutationType() : schema.getQueryType())!;
  const fields = Object.values(root.getFields());
  const count = chance(making, 0.8) ? 1 : 2;
  const asked = Array.from({ length: count }, (_, index) => `f${index}: ${fieldOf(making, pick(making, fields), 3)}`);
  return `${isMutation ? 'mutation' : 'query'} { ${asked.join(' ')} }`;
}

function fieldOf(making: Making, field: GraphQLField<unknown, unknown>, depth: number): string {
  return `${field.name}${argumentsOf(making, field.args)}${selectionOf(making, field.type, depth)}`;
}

function argumentsOf(making: Making, args: readonly GraphQLArgument[]): string {
  const given = givenOf(making, args);
  return given.length > 0 ? `(${given.join(', ')})` : '';
}

function givenOf(making: Making, fields: readonly (GraphQLArgument | GraphQLInputField)[], depth = 4): string[] {
  return fields.flatMap((field) => {
    const required = isNonNullType(field.type) && field.defaultValue === undefined;
    if (!required && chance(making, field.name === 'first' ? 0.1 : 0.65)) return [];
    return [`${field.name}: ${literalOf(making, field.type, depth)}`];
  });
}

function literalOf(making: Making, type: GraphQLInputType, depth: number): string {
  if (isNonNullType(type)) return literalOf(making, type.ofType, depth);
  if (isListType(type)) {
    const length = depth <= 0 ? 0 : Math.floor(making.random() * 3.2);
    return `[${Array.from({ length }, () => literalOf(making, withoutNull(type.ofType), depth - 1)).join(', ')}]`;
  }
  if (isEnumType(type)) return pick(making, type.getValues()).name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    if (type.isOneOf) {
      const one = pick(making, fields);
      return `{ ${one.name}: ${literalOf(making, one.type, depth - 1)} }`;
    }
    const wanted = depth > 0 ? fields : fields.filter((field) => isNonNullType(field.type));
    return `{ ${givenOf(making, wanted, depth - 1).join(', ')} }`;
  }
  return scalarOf(making, getNamedType(type).name);
}

const withoutNull = (type: GraphQLInputType): GraphQLInputType => (isNonNullType(type) ? type.ofType : type);

function scalarOf(making: Making, name: string): string {
  if (name === 'Int') return String(pick(making, NUMBERS));
  if (name === 'Float') return String(pick(making, [...NUMBERS, 0.5, 1e-9, 1e300]));
  if (name === 'Boolean') return String(chance(making, 0.5));
  if (name === 'JSON')
    return pick(making, [
      '{}',
      '[]',
      '1',
      '"x"',
      'null',
      '{ all: [] }',
      '{ attribute: "source", in: ["s1"] }',
      '[[[[[[]]]]]]',
    ]);
  const texts = chance(making, 0.25) ? HOSTILE : (PLAUSIBLE[name] ?? WORDS);
  return JSON.stringify(pick(making, texts));
}

function selectionOf(making: Making, type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  if (isAbstractType(named)) {
    const members = making.schema.getPossibleTypes(named);
    const shown = members.filter(() => chance(making, 0.6));
    return ` { __typename ${shown.map((member) => `... on ${member.name}${fieldsOf(making, member, depth, member.name)}`).join(' ')} }`;
  }
  return isObjectType(named) ? fieldsOf(making, named, depth) : ' { __typename }';
}

/** @param prefix makes names of fields in members of a union differ, since their types may */
function fieldsOf(making: Making, type: GraphQLObjectType, depth: number, prefix = ''): string {
  const fields = Object.values(type.getFields()).filter((field) => depth > 0 || isLeafType(getNamedType(field.type)));
  const shown = fields.filter(() => chance(making, 0.5));
  const selections = shown.map(
    (field) => `${prefix ? `${prefix}_${field.name}: ` : ''}${fieldOf(making, field, depth - 1)}`,
  );
  return ` { __typename ${selections.join(' ')} }`;
}
