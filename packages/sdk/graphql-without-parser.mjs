// All of `graphql` that graphql-request needs here. It parses a document only to learn its name, which our transport
// asks it not to; the parser is two fifths of the bundle.
export { Kind } from 'graphql/language/kinds.mjs';
export { print } from 'graphql/language/printer.mjs';

export function parse() {
  throw new Error('This build has no parser.');
}
