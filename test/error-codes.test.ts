import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { errorCodes, type FoundCodes } from './support/error-codes.js';
import { firstCells } from './support/readme-blocks.js';
import { RELEASED_CODES } from './support/released-codes.js';

const page = readFileSync(new URL('../docs/errors.md', import.meta.url), 'utf8');

/** What a client can be told over HTTP: the command line and the CSV import tell people, in words. */
const isSource = (path: string) =>
  /^packages\/(core|api)\/src\//.test(path) && !/\/src\/(cli|ingest|demo)\//.test(path);

/** Codes that libraries give, and that we let through. */
const OF_LIBRARIES = ['GRAPHQL_PARSE_FAILED'];

/** Places where something else is called a code. */
const NO_ERROR_CODES = [
  "packages/api/src/graphql/plugins/metrics.ts: String(extensions.code ?? 'none')",
  "packages/api/src/sla/holidays.ts: { UK: 'GB', EL: 'GR' }[country.toUpperCase()]",
  'packages/api/src/sla/holidays.ts: country.toUpperCase()',
];

let found: FoundCodes;
beforeAll(() => {
  found = errorCodes(isSource);
}, 400_000);

describe('docs/errors.md', () => {
  it('lists every code there is, once, and no other', () => {
    const listed = firstCells(page, 'code').map((cell) => cell.replaceAll('`', ''));
    expect([...listed].sort()).toEqual([...found.codes.keys(), ...OF_LIBRARIES].sort());
    expect(new Set(listed).size).toBe(listed.length);
  });

  it('says what each means', () => {
    const rows = page.split('\n').filter((line) => /^\| `[A-Z_]+` \|/.test(line));
    expect(rows.filter((row) => (row.split('|')[2] ?? '').trim().length < 5)).toEqual([]);
  });
});

describe('the codes', () => {
  it('are found wherever one is given', () => {
    expect([...found.unknown].sort()).toEqual([...NO_ERROR_CODES].sort());
  });

  it('are found where they come through a helper, a choice or a constant', () => {
    const given = (code: string) => [...(found.codes.get(code) ?? [])].join();
    expect(given('INVALID_LAG')).toContain('reports/cost/question.ts');
    expect(given('BAD_USER_INPUT')).toContain('errors.ts');
    expect(given('NEEDS_HANDOFF')).toContain('check-move.ts');
    expect(given('INTERNAL_SERVER_ERROR')).toContain('list-feed.ts');
  });

  it('stay: none that was ever released is gone or renamed', () => {
    expect(RELEASED_CODES.filter((code) => !found.codes.has(code) && !OF_LIBRARIES.includes(code))).toEqual([]);
  });
});
