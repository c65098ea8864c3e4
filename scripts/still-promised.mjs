// What of a released schema still has to hold: all but what was deprecated in it until a day that has passed.
import { Kind, parse, print, visit } from 'graphql';

const UNTIL = /Remove after (\d{4}-\d{2}-\d{2})\.$/;

/** @param {string} sdl @param {string} today `YYYY-MM-DD` @returns {string} the SDL without what may go, and what only that led to */
export function stillPromised(sdl, today) {
  const unlessExpired = { enter: (node) => (isExpired(node, today) ? null : undefined) };
  const document = visit(parse(sdl), {
    FieldDefinition: unlessExpired,
    InputValueDefinition: unlessExpired,
    EnumValueDefinition: unlessExpired,
  });
  return print(document) === print(parse(sdl)) ? sdl : print(reachable(document));
}

function isExpired({ directives = [] }, today) {
  const deprecated = directives.find(({ name }) => name.value === 'deprecated');
  const reason = deprecated?.arguments?.find(({ name }) => name.value === 'reason')?.value;
  const until = reason?.kind === Kind.STRING ? UNTIL.exec(reason.value)?.[1] : undefined;
  return until !== undefined && until < today;
}

/** A document with only those types that a field of the root leads to, and implementations of interfaces among them. */
function reachable(document) {
  const types = new Map(document.definitions.flatMap((each) => (each.name ? [[each.name.value, each]] : [])));
  const kept = new Set();
  const keep = (name) => {
    const type = types.get(name);
    if (!type || kept.has(name)) return;
    kept.add(name);
    visit(type, { NamedType: ({ name: inner }) => keep(inner.value) });
    if (type.kind !== Kind.INTERFACE_TYPE_DEFINITION) return;
    for (const [other, { interfaces = [] }] of types)
      if (interfaces.some((each) => each.name.value === name)) keep(other);
  };
  for (const rootType of ['Query', 'Mutation', 'Subscription']) keep(rootType);
  const isKept = ({ kind, name }) =>
    kind === Kind.DIRECTIVE_DEFINITION || kind === Kind.SCHEMA_DEFINITION || kept.has(name?.value);
  return { ...document, definitions: document.definitions.filter(isKept) };
}
