import {
  type GraphQLInputType,
  type GraphQLResolveInfo,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isScalarType,
} from 'graphql';

/** Scalars whose values are no words of anybody. */
const WORDLESS: readonly string[] = ['ID', 'Int', 'Float', 'Boolean', 'DateTime', 'Date', 'Decimal', 'Duration'];

/**
 * Texts that say what was acted on. Everything else that callers write may speak of a person or hold a secret
 * (values of a filter, reasons, notes, conditions, external ids), and nothing of this log can be erased.
 */
const NAMING: readonly string[] = [
  ...['key', 'name', 'stage', 'base', 'to', 'from', 'after', 'before', 'by', 'metric', 'calendar', 'field'],
  ...['timeZone', 'currency', 'country', 'subdivision', 'origins', 'stages'],
];

const SAID = '…';
const MOST_ITEMS = 20;
const LONGEST_TEXT = 255;

/** What a mutation was asked, for the audit log: ids, numbers, instants, choices and names; of other texts that there was one. */
export function auditDetail({ parentType, fieldName }: GraphQLResolveInfo, asked: object): Record<string, unknown> {
  const argument = parentType.getFields()[fieldName]?.args.find(({ name }) => name === 'input');
  return argument ? (told(argument.type, asked, '') as Record<string, unknown>) : {};
}

function told(type: GraphQLInputType, value: unknown, name: string): unknown {
  if (value === null || value === undefined) return null;
  const inner = getNullableType(type);
  if (isListType(inner)) return toldList(inner.ofType, Array.isArray(value) ? value : [value], name);
  if (isInputObjectType(inner)) {
    const fields = Object.entries(inner.getFields());
    const given = fields.filter(([field]) => (value as Record<string, unknown>)[field] !== undefined);
    return Object.fromEntries(
      given.map(([field, { type }]) => [field, told(type, (value as Record<string, unknown>)[field], field)]),
    );
  }
  if (isEnumType(inner) || (isScalarType(inner) && WORDLESS.includes(inner.name))) return inner.serialize(value);
  if (name === 'url') return hostOf(String(value));
  return NAMING.includes(name) ? String(value).slice(0, LONGEST_TEXT) : SAID;
}

function toldList(type: GraphQLInputType, values: readonly unknown[], name: string): unknown[] {
  const shown = values.slice(0, MOST_ITEMS).map((value) => told(type, value, name));
  return values.length > MOST_ITEMS ? [...shown, `${values.length - MOST_ITEMS} more`] : shown;
}

/** Credentials and query are secrets, and of many a webhook the path is too. */
function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : SAID;
}
