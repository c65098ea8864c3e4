import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import * as exported from './index.js';
import * as server from './server.js';
import { typeErrorsIn } from './type-errors-in.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const readme = readFileSync(join(root, 'README.md'), 'utf8');

describe('the README', () => {
  it('has code that the compiler accepts', () => {
    const blocks = [...readme.matchAll(/```[jt]s\n([\s\S]*?)```/g)].map(([, code]) => code);
    expect(blocks).toHaveLength(6);
    // In the package, where its own name and the types of Node are found.
    const folder = mkdtempSync(join(root, '.readme-'));
    try {
      const file = join(folder, 'readme.ts');
      writeFileSync(file, blocks.join('\n'));
      const errors = typeErrorsIn([file], {
        customConditions: ['leadstage-source'],
        types: ['node'],
        skipLibCheck: true,
      });
      expect(errors).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('names every class of error', () => {
    const classes = [...Object.keys(exported), ...Object.keys(server)].filter((name) => name.endsWith('Error'));
    expect(classes.filter((name) => !readme.includes(`| \`${name}\` |`))).toEqual([]);
  });

  it('names every method', () => {
    const options = { url: 'http://x/graphql', apiKey: 'k' };
    const asking = Object.keys(exported.createClient(options));
    expect(asking.filter((name) => !readme.includes(`\`${name}(`))).toEqual([]);
    const writing = Object.keys(server.createServerClient(options)).filter((name) => !asking.includes(name));
    expect(writing.length).toBeGreaterThan(40);
    expect(writing.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });
});

describe('the package', () => {
  it('exports these values and no others', () => {
    expect(Object.keys(exported).sort()).toEqual([
      'AuthenticationError',
      'InvalidInputError',
      'LeadstageError',
      'NetworkError',
      'PermissionError',
      'RateLimitError',
      'ServerError',
      'WebhookSignatureError',
      'createClient',
      'verifyWebhook',
    ]);
    expect(Object.keys(server).sort()).toEqual(['OrphanedLeadsError', 'WrongMoveError', 'createServerClient']);
  });
});
