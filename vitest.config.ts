import { defineConfig } from 'vitest/config';

const conditions = ['leadstage-source'];

/** Where .ci/run wants the results as JSON. */
const report = process.env.LEADSTAGE_TEST_REPORT;

export default defineConfig({
  resolve: {
    conditions,
    // One copy of graphql in one module format: Pothos and Yoga must see the same GraphQLSchema class.
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
  },
  ssr: { resolve: { conditions } },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'prisma/src/**/*.test.ts', 'test/**/*.test.ts', 'examples/**/*.test.ts'],
    setupFiles: ['test/support/seed.ts'],
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    maxWorkers: 2,
  },
});
