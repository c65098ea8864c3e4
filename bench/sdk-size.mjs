// Bytes of our SDK beside two peers': each installed from the registry into a temporary folder, bundled with what an ordinary
// embed imports, minified by rolldown, gzipped at level 9. Needs `npm run build -w @leadstage/sdk` and a registry.
//   node bench/sdk-size.mjs
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'tsdown';

const sdk = fileURLToPath(new URL('../packages/sdk/', import.meta.url));
const REACT = { react: '18.3.1', 'react-dom': '18.3.1' };
const METABASE = 'MetabaseProvider, StaticQuestion, defineMetabaseAuthConfig';

/** `page`: what the page of an embed says. `outside`: what the page is taken to have anyway. */
const ROWS = [
  { name: '@leadstage/sdk', page: "export { createClient } from '@leadstage/sdk';" },
  { name: '@leadstage/sdk/elements/define', page: "import '@leadstage/sdk/elements/define';" },
  { name: '@leadstage/sdk/server', page: "export { createServerClient } from '@leadstage/sdk/server';" },
  {
    name: '@cubejs-client/core',
    packages: { '@cubejs-client/core': '1.7.43' },
    page: "export { default } from '@cubejs-client/core';",
  },
  ...['0.63.1', '0.56.3'].map((version) => ({
    name: '@metabase/embedding-sdk-react',
    packages: { '@metabase/embedding-sdk-react': version, ...REACT },
    page: `export { ${METABASE} } from '@metabase/embedding-sdk-react';`,
    outside: [/^react(-dom)?($|\/)/],
  })),
  {
    name: 'react, react-dom',
    packages: REACT,
    page: "export { createElement } from 'react'; export { createRoot } from 'react-dom/client';",
  },
];

function installed(folder, { packages, name }) {
  const manifest = { private: true, dependencies: packages ?? { '@leadstage/sdk': `file:${packedInto(folder)}` } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--legacy-peer-deps'];
  execFileSync('npm', ['install', ...flags], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  const [main = '@leadstage/sdk'] = Object.keys(packages ?? {});
  if (name.includes('react, ')) return REACT.react;
  return JSON.parse(readFileSync(join(folder, 'node_modules', main, 'package.json'), 'utf8')).version;
}

function packedInto(folder) {
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  const told = execFileSync('npm', args, { cwd: sdk, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return join(folder, Object.values(JSON.parse(told))[0].filename);
}

async function bundled(folder, { page, outside = [] }) {
  writeFileSync(join(folder, 'page.mjs'), page);
  const [{ chunks }] = await build({
    config: false,
    cwd: folder,
    entry: 'page.mjs',
    platform: 'browser',
    minify: true,
    write: false,
    clean: false,
    dts: false,
    logLevel: 'silent',
    deps: { alwaysBundle: (id) => !outside.some((pattern) => pattern.test(id)), neverBundle: outside },
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  // What is fetched later, when somebody wants it, is no part of what a page loads.
  const code = loadedAtOnce(chunks)
    .map((chunk) => chunk.code ?? '')
    .join('');
  return { minified: Buffer.byteLength(code), gzipped: gzipSync(code, { level: 9 }).length };
}

function loadedAtOnce(chunks) {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const loaded = new Set(chunks.filter(({ isEntry }) => isEntry));
  for (const { imports } of loaded) {
    for (const name of imports) if (byName.has(name)) loaded.add(byName.get(name));
  }
  return [...loaded];
}

console.log('| package | version | minified, bytes | gzipped, bytes |\n| --- | --- | --- | --- |');
const root = mkdtempSync(join(tmpdir(), 'leadstage-peers-'));
try {
  for (const [index, row] of ROWS.entries()) {
    const folder = join(root, String(index));
    mkdirSync(folder);
    const version = installed(folder, row);
    const { minified, gzipped } = await bundled(folder, row);
    const told = [minified, gzipped].map((bytes) => bytes.toLocaleString('en'));
    console.log(`| ${row.name} | ${version} | ${told.join(' | ')} |`);
  }
} finally {
  rmSync(root, { recursive: true });
}
