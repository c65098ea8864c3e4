// Bundles a client as an application would, with graphql-request and what that needs, and fails over the budget.
// Needs `npm run build -w @leadstage/sdk` first.
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';

const BUDGET_BYTES = 16_000;
const ENTRY = process.argv[2] ?? fileURLToPath(new URL('../dist/index.mjs', import.meta.url));

/** The whole package, since an application that has a client has all its methods. */
async function bundledSize() {
  const bundle = await rolldown({
    input: 'application',
    platform: 'browser',
    plugins: [
      {
        name: 'application',
        resolveId: (id) => (id === 'application' ? id : null),
        load: (id) => (id === 'application' ? `export { createClient } from ${JSON.stringify(ENTRY)};` : null),
      },
    ],
  });
  const { output } = await bundle.generate({ format: 'esm', minify: true });
  await bundle.close();
  const code = output.map((chunk) => chunk.code).join('');
  return { minified: Buffer.byteLength(code), gzipped: gzipSync(code, { level: 9 }).length };
}

const { minified, gzipped } = await bundledSize();
const verdict = gzipped > BUDGET_BYTES ? 'over' : 'within';
console.log(`${minified} bytes minified, ${gzipped} gzipped: ${verdict} the budget of ${BUDGET_BYTES}.`);
process.exitCode = gzipped > BUDGET_BYTES ? 1 : 0;
