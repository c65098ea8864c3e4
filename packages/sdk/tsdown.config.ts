import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type UserConfig } from 'tsdown';
import { askedAsTheScript } from './scripts/asked-as-the-script.js';
import { smallerTemplates } from './scripts/smaller-templates.js';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const withoutParser = { graphql$: at('./graphql-without-parser.mjs') };
const numbersOnly = { 'd3-interpolate$': at('./d3-numbers-only.mjs'), 'd3-format$': at('./d3-numbers-only.mjs') };
const common = { format: 'esm', target: 'es2022', fixedExtension: true } as const satisfies UserConfig;

/** Files that import nothing but one another: see graphql-without-parser.mjs for what that saves. */
const client: UserConfig = {
  ...common,
  entry: { index: 'src/index.ts', server: 'src/server.ts' },
  platform: 'neutral',
  dts: true,
  deps: { alwaysBundle: [/^graphql/], onlyBundle: ['graphql-request', 'graphql'] },
  alias: withoutParser,
};

/** Each `src/elements/x/x-element-define.ts` can be imported alone, as `@leadstage/sdk/elements/define/x`. */
const definitions = Object.fromEntries(
  readdirSync(at('./src/elements'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('-element-define.ts'))
    .map((file) => [`elements/define/${basename(file, '-element-define.ts')}`, join('src/elements', file)]),
);

/** Elements for bundlers, which find Lit and the client among the page's other packages. Of d3 they hold what they draw with. */
const elements: UserConfig = {
  ...common,
  entry: {
    'elements/index': 'src/elements/index.ts',
    'elements/define': 'src/elements/define.ts',
    'elements/*': 'src/elements/jsx/{react,vue,svelte}.ts',
    ...definitions,
  },
  platform: 'browser',
  tsconfig: 'tsconfig.browser.json',
  dts: true,
  clean: false,
  plugins: [smallerTemplates],
  deps: {
    neverBundle: ['@leadstage/sdk', 'react', /^svelte/, 'vue'],
    alwaysBundle: [/^d3-/, 'internmap'],
    // Of lit-html it is types.
    onlyBundle: ['d3-array', 'd3-path', 'd3-scale', 'd3-shape', 'internmap', 'lit-html'],
  },
  alias: numbersOnly,
};

/** The same with all that they need in one file, and one for each language and for what few people open, for a page without a bundler: `<script type="module" src="…/leadstage.js">`. */
const page: UserConfig = {
  ...common,
  entry: { leadstage: 'src/elements/page.ts' },
  outDir: 'dist/browser',
  outExtensions: () => ({ js: '.js' }),
  outputOptions: { chunkFileNames: 'leadstage-[name].js' },
  // What is fetched later uses what is there, instead of a third file with what both use.
  inputOptions: { preserveEntrySignatures: 'allow-extension' },
  platform: 'browser',
  tsconfig: 'tsconfig.browser.json',
  dts: false,
  clean: false,
  minify: true,
  plugins: [smallerTemplates, askedAsTheScript],
  deps: { alwaysBundle: [/./], onlyBundle: false },
  alias: { ...withoutParser, ...numbersOnly, '@leadstage/sdk$': at('./src/index.ts') },
};

/** The page at `/embed` of a server, which others frame; it stands beside `leadstage.js` and asks for that itself. */
const framed: UserConfig = {
  ...page,
  entry: { embed: 'src/elements/embed/embed.ts' },
  copy: ['src/elements/embed/embed.html', 'src/elements/embed/embed.css'],
};

/** The page at `/` of a server, with its own copy of the elements: it is one file, too. */
const dashboard: UserConfig = {
  ...page,
  entry: { dashboard: 'src/dashboard/dashboard.ts' },
  outputOptions: { chunkFileNames: 'dashboard-[name].js' },
  copy: ['dashboard.html', 'dashboard.css', 'dashboard-icon.svg'].map((name) => `src/dashboard/${name}`),
};

export default defineConfig([client, elements, page, framed, dashboard]);
