import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const page = readFileSync(join(root, 'docs/elements.md'), 'utf8');
const elements = join(root, 'packages/sdk/src/elements');
const sources = readdirSync(elements, { recursive: true, encoding: 'utf8' });

/** Rows of the table of elements: tag to the cell of its attributes. */
const rows = new Map(
  [...(page.split('## What they share')[0] ?? '').matchAll(/^\| `(leadstage-[\w-]+)` \|[^|]*\|(.*)\|$/gm)].map(
    ([, tag = '', attributes = '']) => [tag, attributes],
  ),
);
/** What the frame has for all of them, or is no attribute. */
const SHARED = ['heading', 'period', 'filter', 'table'];

/** The attributes that a class declares in `static properties`. */
function attributesOf(source: string): string[] {
  const [, body = ''] = /static override properties: PropertyDeclarations = \{([\s\S]*?)\n? *\};/.exec(source) ?? [];
  return [...body.matchAll(/(\w+): \{([^{}]*)\}/g)]
    .filter(([, , options = '']) => !/state: true|attribute: false/.test(options))
    .map(([, name = '', options = '']) => /attribute: '([^']+)'/.exec(options)?.[1] ?? name)
    .filter((name) => !SHARED.includes(name));
}

describe('docs/elements.md', () => {
  const defined = sources.filter((file) => file.endsWith('-element-define.ts'));

  test('has a row for each element, and no other', () => {
    const tags = defined.map((file) => `leadstage-${basename(file, '-element-define.ts')}`);
    expect([...rows.keys()].sort()).toEqual(tags.filter((tag) => tag !== 'leadstage-behind').sort());
  });

  test.each(
    defined.map((file) => [basename(file, '-element-define.ts'), file] as const).filter(([name]) => name !== 'behind'),
  )('names every attribute of %s', (name, file) => {
    const attributes = attributesOf(readFileSync(join(elements, file.replace('-define', '')), 'utf8'));
    if (name !== 'handoffs') expect(attributes.length).toBeGreaterThan(0);
    for (const attribute of attributes) expect(rows.get(`leadstage-${name}`)).toMatch(new RegExp(`\\b${attribute}\\b`));
  });

  test('names every custom property, and no other', () => {
    const styles = sources
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(join(elements, file), 'utf8'));
    const used = new Set(
      styles.flatMap((text) => [...text.matchAll(/var\((--leadstage-[\w-]+)/g)].map(([, name]) => name)),
    );
    const told = page.replace(/`(--leadstage-series-)1` … `\1(\d)`/, (_, name, last) =>
      Array.from({ length: Number(last) }, (_, index) => `\`${name}${index + 1}\``).join(' '),
    );
    expect([...new Set([...told.matchAll(/--leadstage-[\w-]+/g)].map(String))].sort()).toEqual([...used].sort());
  });

  test('names every event', () => {
    const events = readFileSync(join(elements, 'reports/events.ts'), 'utf8');
    for (const [, name] of events.matchAll(/static readonly type = '([^']+)'/g))
      expect(page).toContain(`| \`${name}\` |`);
  });
});
