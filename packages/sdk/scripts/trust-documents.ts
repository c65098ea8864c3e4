// Writes what the API lets embed tokens run, as far as fields are open to them: the questions of this SDK and of released ones, by
// the SHA-256 of their text. All mutations are closed to embeds, so they stay out.
// With `--release 0.2.0` it makes the documents of this SDK those of that release first.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as operations from '../src/_generated/operations.js';
import { afterRelease, checkReleased, type ReleasedDocuments, trustedDocuments } from './released-documents.js';

const listed = new URL('../documents.released.json', import.meta.url);
const target = new URL('../../api/trusted-documents.json', import.meta.url);
const { release } = parseArgs({ options: { release: { type: 'string' } } }).values;

const present = Object.entries(operations)
  .filter(([name]) => name.endsWith('Document'))
  .map(([, document]) => String(document))
  .filter((text) => !text.startsWith('mutation'));
let released = JSON.parse(readFileSync(listed, 'utf8')) as ReleasedDocuments;
checkReleased(released);
if (release !== undefined) {
  released = afterRelease(released, present, { release, today: new Date().toISOString().slice(0, 10) });
  write(listed, released);
}
write(target, trustedDocuments(present, released));

function write(file: URL, content: object): void {
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
}
