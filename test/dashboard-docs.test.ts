import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { placeOf, searchFor } from '../packages/sdk/src/dashboard/address.js';

const root = new URL('../', import.meta.url);
const text = (file: string) => readFileSync(new URL(file, root), 'utf8');
/** GitHub shows them on every look at the page. */
const MOST_BYTES = 150_000;

it.each(['README.md', 'docs/dashboard.md'])('%s shows pictures that are there and small', (file) => {
  const pictures = [...text(file).matchAll(/(?:\]\(|src=")([^")]+\.png)/g)].map(([, path]) => path as string);
  expect(pictures.length).toBeGreaterThan(0);
  for (const path of pictures) {
    const { size } = statSync(fileURLToPath(new URL(path, new URL(file, root))));
    expect(size, path).toBeLessThanOrEqual(MOST_BYTES);
  }
});

it('the address of the docs is one that the page reads and writes', () => {
  const search = /^ {4}\/(\?\S+)$/m.exec(text('docs/dashboard.md'))?.[1] ?? '';
  const { question } = placeOf(search);
  expect(question).toEqual({
    period: 'last-quarter',
    filter: { source: { in: ['web', 'ads'] }, owner: { in: [null] } },
  });
  expect(searchFor(placeOf(search))).toBe(search);
});
