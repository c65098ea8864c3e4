// Holds `packages/api/schema.graphql` to what the last release promised, and the SDK's documents to both.
//   node scripts/check-schema.mjs             what changed since; fails where somebody's program would break
//   node scripts/check-schema.mjs --release   makes the present schema and documents the released ones
// For tests: --released <file>, --present <file>, --documents <file>, --today <date>.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { diff } from '@graphql-inspector/core';
import { buildSchema, parse, validate } from 'graphql';
import { stillPromised } from './still-promised.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const paths = {
  present: join(root, 'packages/api/schema.graphql'),
  released: join(root, 'packages/api/schema.released.graphql'),
  documents: join(root, 'packages/sdk/documents.released.graphql'),
  operations: join(root, 'packages/sdk/src/operations'),
};

const { values: given } = parseArgs({
  options: {
    release: { type: 'boolean', default: false },
    released: { type: 'string', default: paths.released },
    present: { type: 'string', default: paths.present },
    documents: { type: 'string', default: paths.documents },
    today: { type: 'string', default: new Date().toISOString().slice(0, 10) },
  },
});
const read = (path) => readFileSync(path, 'utf8');

const WHAT_IT_IS = `# What the last release answers. Before the first release: what was landed last. Programs are written against it, so
# scripts/check-schema.mjs holds schema.graphql to it. Written by \`node scripts/check-schema.mjs --release\`.\n`;
const WHAT_THEY_ARE = `# The documents of the SDK of that release, which must go on working.\n`;

if (given.release) {
  writeFileSync(given.released, WHAT_IT_IS + read(given.present));
  writeFileSync(given.documents, WHAT_THEY_ARE + ownDocuments());
  console.log('The present schema and documents are the released ones now.');
} else {
  process.exitCode = (await check()) ? 0 : 1;
}

async function check() {
  const released = read(given.released);
  const present = buildSchema(read(given.present));
  const promised = buildSchema(stillPromised(released, given.today));
  const changes = await diff(promised, present);
  const told = (level) => changes.filter(({ criticality }) => criticality.level === level).map(sentence);
  const [breaking, dangerous, safe] = ['BREAKING', 'DANGEROUS', 'NON_BREAKING'].map(told);
  const broken = [
    ...faults('of the released SDK, under the present schema', present, read(given.documents)),
    ...faults('of the released SDK, under the released schema', buildSchema(released), read(given.documents)),
    ...faults('of the SDK, under the present schema', present, ownDocuments()),
  ];

  list('Breaks programs', breaking, '✗');
  list('Documents that no longer hold', broken, '✗');
  list('May surprise programs (read them; they do not fail the check)', dangerous, '!');
  list('New or described otherwise', safe, '+', 20);
  if (breaking.length > 0 || broken.length > 0) {
    console.log(
      '\nWhat is released stays until it was deprecated in a release, `@deprecated(reason: "… Remove after YYYY-MM-DD.")`, and that day has passed.',
    );
    return false;
  }
  const count = (number, what) => `${number} ${what}${number === 1 ? '' : 's'}`;
  console.log(
    `The schema keeps what was released: ${count(safe.length, 'addition')}, ${count(dangerous.length, 'dangerous change')}, nothing broken.`,
  );
  return true;
}

function sentence({ message, path }) {
  return path && !message.includes(path) ? `${path}: ${message}` : message;
}

function faults(whose, schema, documents) {
  return validate(schema, parse(documents)).map(({ message }) => `${whose}: ${message}`);
}

function ownDocuments() {
  const names = readdirSync(paths.operations)
    .filter((name) => name.endsWith('.graphql'))
    .sort();
  return names.map((name) => read(join(paths.operations, name))).join('\n');
}

function list(title, lines, mark, most = Number.POSITIVE_INFINITY) {
  if (lines.length === 0) return;
  console.log(`${title}:`);
  for (const line of lines.slice(0, most)) console.log(`  ${mark} ${line}`);
  if (lines.length > most) console.log(`  … and ${lines.length - most} more`);
}
