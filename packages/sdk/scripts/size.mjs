// Minifies what a page loads, with graphql-request and what that needs, and fails over a budget.
// Needs `npm run build -w @leadstage/sdk` first.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'tsdown';

/** Of every element, in English, as a page loads them; beyond the client. Bytes, gzipped. */
const ELEMENTS_BUDGET = 60_000;
// Bytes, gzipped; with `beyond`, of what comes on top of that entry.
const BUDGETS = [
  { entry: 'index', budget: 16_000 },
  { entry: 'server', beyond: 'index', budget: 3_500 },
  { entry: 'elements/define', beyond: 'index', budget: ELEMENTS_BUDGET },
];

const dist = resolve(process.argv[2] ?? fileURLToPath(new URL('../dist', import.meta.url)));
const folder = mkdtempSync(join(tmpdir(), 'leadstage-size-'));

/** Of what a bundler makes of entries together, without what is fetched later. */
async function bundledSize(...entries) {
  const entry = join(folder, `${entries.join('-').replaceAll('/', '-')}.mjs`);
  const lines = entries.map(
    (name, index) => `export * as e${index} from ${JSON.stringify(join(dist, `${name}.mjs`))};`,
  );
  writeFileSync(entry, lines.join('\n'));
  const [{ chunks }] = await build({
    config: false,
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    entry,
    platform: 'browser',
    minify: true,
    write: false,
    clean: false,
    dts: false,
    logLevel: 'silent',
    deps: { alwaysBundle: [/./], onlyBundle: false },
    alias: { '@leadstage/sdk$': join(dist, 'index.mjs') },
  });
  const loaded = new Set(chunks.filter(({ isEntry }) => isEntry));
  for (const chunk of loaded) for (const each of chunks) if (chunk.imports.includes(each.fileName)) loaded.add(each);
  return sizeOf([...loaded].map(({ code }) => code).join(''));
}

function sizeOf(code) {
  return { minified: Buffer.byteLength(code), gzipped: gzipSync(code, { level: 9 }).length };
}

const less = (whole, part) => ({ minified: whole.minified - part.minified, gzipped: whole.gzipped - part.gzipped });
const ofPage = (file) => sizeOf(readFileSync(join(dist, 'browser', file), 'utf8'));

function tell(what, { minified, gzipped }, budget) {
  const isOver = gzipped > budget;
  const verdict = `${isOver ? 'over' : 'within'} the budget of ${budget}`;
  console.log(`${what}: ${minified} bytes minified, ${gzipped} gzipped: ${verdict}.`);
  if (isOver) process.exitCode = 1;
}

try {
  for (const { entry, beyond, budget } of BUDGETS) {
    const whole = await bundledSize(...(beyond ? [beyond] : []), entry);
    const below = beyond ? await bundledSize(beyond) : { minified: 0, gzipped: 0 };
    tell(beyond ? `${entry} beyond ${beyond}` : entry, less(whole, below), budget);
  }
  tell('leadstage.js beyond index', less(ofPage('leadstage.js'), await bundledSize('index')), ELEMENTS_BUDGET);
  for (const file of readdirSync(join(dist, 'browser')).filter((name) => /^leadstage-.*\.js$/.test(name))) {
    console.log(`  fetched when wanted: ${file}, ${ofPage(file).gzipped} gzipped.`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
