import { readFileSync } from 'node:fs';
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { printedSchema, schema } from '../packages/api/src/schema/index.js';

const file = new URL('../packages/api/schema.graphql', import.meta.url);

describe('the schema', () => {
  it('is the one that is checked in', () => {
    expect(printedSchema(), 'run `npm run generate -w packages/api` and read the difference').toBe(
      readFileSync(file, 'utf8'),
    );
  });

  it('describes every type, field, argument and input', () => {
    const silent: string[] = [];
    const note = (name: string, { description }: { readonly description?: string | null | undefined }) => {
      if (!description?.trim()) silent.push(name);
    };
    for (const type of Object.values(schema.getTypeMap())) {
      if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
      note(type.name, type);
      if (isObjectType(type) || isInterfaceType(type)) {
        for (const field of Object.values(type.getFields())) {
          note(`${type.name}.${field.name}`, field);
          for (const argument of field.args) note(`${type.name}.${field.name}(${argument.name})`, argument);
        }
      } else if (isInputObjectType(type)) {
        for (const field of Object.values(type.getFields())) note(`${type.name}.${field.name}`, field);
      }
    }
    expect(silent).toEqual([]);
  });

  it('names things as GraphQL does', () => {
    const odd: string[] = [];
    for (const type of Object.values(schema.getTypeMap())) {
      if (isIntrospectionType(type)) continue;
      if (!/^[A-Z][A-Za-z0-9]*$/.test(type.name)) odd.push(type.name);
      if (isEnumType(type))
        odd.push(...type.getValues().flatMap(({ name }) => (/^[A-Z][A-Z0-9_]*$/.test(name) ? [] : name)));
      if (isObjectType(type) || isInputObjectType(type)) {
        odd.push(...Object.keys(type.getFields()).filter((name) => !/^[a-z][A-Za-z0-9]*$/.test(name)));
      }
      if (isInputObjectType(type) && !type.name.endsWith('Input')) odd.push(type.name);
    }
    expect(odd).toEqual([]);
  });
});
