// Minifies the bundle, which holds graphql-request and what that needs, and fails over the budget.
// Needs `npm run build -w @leadstage/sdk` first.
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'tsdown';

const BUDGET_BYTES = 16_000;
const ENTRY = process.argv[2] ?? fileURLToPath(new URL('../dist/index.mjs', import.meta.url));

async function bundledSize() {
  const [{ chunks }] = await build({
    config: false,
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    entry: ENTRY,
    platform: 'browser',
    minify: true,
    write: false,
    clean: false,
    dts: false,
    logLevel: 'silent',
  });
  const code = chunks.map((chunk) => chunk.code).join('');
  return { minified: Buffer.byteLength(code), gzipped: gzipSync(code, { level: 9 }).length };
}

const { minified, gzipped } = await bundledSize();
const verdict = gzipped > BUDGET_BYTES ? 'over' : 'within';
console.log(`${minified} bytes minified, ${gzipped} gzipped: ${verdict} the budget of ${BUDGET_BYTES}.`);
process.exitCode = gzipped > BUDGET_BYTES ? 1 : 0;
