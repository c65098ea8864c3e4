import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { generate } from '@graphql-codegen/cli';
import { expect, it } from 'vitest';
import config, { OUTPUT } from '../codegen.js';

it('has generated files as the schema and the operations make them now', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'leadstage-sdk-'));
  const target = join(folder, basename(OUTPUT));
  try {
    await generate({ ...config, generates: { [target]: config.generates[OUTPUT] as never }, silent: true }, true);
    const stale = 'Run `npm run generate -w @leadstage/sdk`.';
    expect(readdirSync(dirname(OUTPUT))).toEqual([basename(OUTPUT)]);
    expect(readFileSync(OUTPUT, 'utf8') === readFileSync(target, 'utf8'), stale).toBe(true);
    expect(readFileSync(OUTPUT, 'utf8')).toMatch(/^\/\/ Generated from .* Do not edit\.\n/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
