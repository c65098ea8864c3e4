/* The page that walks one report: it names files that are there, each of them once, and a question that is one. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildSchema, parse, validate } from 'graphql';
import { expect, test } from 'vitest';

const page = readFileSync('docs/one-report.md', 'utf8');
const files = [...page.matchAll(/\]\(([^)]+\.(?:ts|graphql))\)/g)].map((found) => resolve('docs', found[1] as string));

test('every file of the walk is there and is named once', () => {
  expect(files.length).toBeGreaterThan(20);
  expect(files.filter((file) => !existsSync(file))).toEqual([]);
  expect(files.filter((file, index) => files.indexOf(file) !== index)).toEqual([]);
});

test('each file is called what it is', () => {
  const called = [...page.matchAll(/\[([^\]]+)\]\(([^)]+\.(?:ts|graphql))\)/g)];
  expect(called.filter(([, name = '', path = '']) => !path.endsWith(name))).toEqual([]);
});

test('the question is one', () => {
  const schema = buildSchema(readFileSync('packages/api/schema.graphql', 'utf8'));
  const question = /```graphql\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  expect(validate(schema, parse(question))).toEqual([]);
});
