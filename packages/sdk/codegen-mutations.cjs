// A method for every mutation: its input without the idempotency key, its payload without the refusals, its description.
// With `documents: true` what the methods send instead, which no type that is published may name.
const { isEnumType, isInputObjectType, isRequiredInputField, getNamedType } = require('graphql');

exports.plugin = (schema, _, { documents = false }) => {
  const fields = Object.values(schema.getMutationType().getFields());
  return documents ? documentsOf(fields) : methodsOf(fields);
};

function documentsOf(fields) {
  const names = fields.map(({ name }) => `${pascal(name)}Document`);
  return {
    prepend: [`import { ${names.join(', ')} } from './operations.js';`],
    content: [
      'export const MUTATIONS = {',
      ...fields.map(({ name }) => `  ${name}: ${pascal(name)}Document,`),
      '} as const;',
    ].join('\n'),
  };
}

function methodsOf(fields) {
  const imported = fields.flatMap(({ name, args: [{ type }] }) => [`${pascal(name)}Mutation`, getNamedType(type).name]);
  return {
    prepend: [
      `import type { ${imported.join(', ')} } from './operations.js';`,
      `import type { Done, Unkeyed } from '../mutations.js';`,
      `import type { RequestOptions } from '../transport.js';`,
    ],
    content: [
      `export type { ${inputsBelow(fields).join(', ')} } from './operations.js';\n`,
      '/** Every mutation of the API, by its name there. */',
      'export interface Mutations {',
      ...fields.map(method),
      '}',
    ].join('\n'),
  };
}

function method({ name, description, args: [{ type }] }) {
  const input = getNamedType(type);
  const needed = Object.values(input.getFields()).some((field) => isRequiredInputField(field) && field.name !== KEY);
  const asked = `input${needed ? '' : '?'}: Unkeyed<${input.name}>`;
  const done = `Promise<Done<${pascal(name)}Mutation['${name}']>>`;
  return `  /** ${description.replaceAll('\n', ' ')} */\n  ${name}(${asked}, options?: RequestOptions): ${done};`;
}

const KEY = 'idempotencyKey';

/** What inputs are made of, so that programs can name it. */
function inputsBelow(fields) {
  const found = new Set();
  const walk = (type) => {
    const named = getNamedType(type);
    if (isEnumType(named)) found.add(named.name);
    if (!isInputObjectType(named) || found.has(named.name)) return;
    found.add(named.name);
    for (const field of Object.values(named.getFields())) walk(field.type);
  };
  for (const { args } of fields) walk(args[0].type);
  return [...found].sort();
}

function pascal(name) {
  return name[0].toUpperCase() + name.slice(1);
}
