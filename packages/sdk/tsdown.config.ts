import { fileURLToPath } from 'node:url';
import { defineConfig } from 'tsdown';

/** One file that imports nothing: see graphql-without-parser.mjs for what that saves. */
export default defineConfig({
  entry: 'src/index.ts',
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
  fixedExtension: true,
  dts: true,
  deps: { alwaysBundle: [/^graphql/], onlyBundle: ['graphql-request', 'graphql'] },
  alias: { graphql$: fileURLToPath(new URL('./graphql-without-parser.mjs', import.meta.url)) },
});
