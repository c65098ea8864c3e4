import { defineConfig } from 'prisma/config';

// The URL is needed by `migrate deploy|status` only; `generate` never opens a connection.
export default defineConfig({
  schema: 'schema',
  migrations: { path: 'migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
});
