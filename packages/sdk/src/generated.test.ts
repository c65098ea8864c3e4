import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { generate } from '@graphql-codegen/cli';
import { expect, it } from 'vitest';
import config, { MUTATION_DOCUMENTS, MUTATIONS, OPERATIONS } from '../codegen.js';

it('has generated files as the schema and the operations make them now', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'leadstage-sdk-'));
  const targetOf = (output: string) => join(folder, basename(output));
  const outputs = [MUTATION_DOCUMENTS, MUTATIONS, OPERATIONS];
  const generates = Object.fromEntries(outputs.map((output) => [targetOf(output), config.generates[output] as never]));
  try {
    await generate({ ...config, generates, silent: true }, true);
    const stale = 'Run `npm run generate -w @leadstage/sdk`.';
    expect(readdirSync(dirname(OPERATIONS)).sort()).toEqual(outputs.map((output) => basename(output)));
    for (const output of outputs) {
      expect(readFileSync(output, 'utf8') === readFileSync(targetOf(output), 'utf8'), stale).toBe(true);
      expect(readFileSync(output, 'utf8')).toMatch(/^\/\/ Generated from .* Do not edit\.\n/);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
