#!/usr/bin/env node
import { existsSync } from 'node:fs';

// What libraries deprecate among themselves (Prisma's adapter queues queries on a pg client) is no message for users.
process.noDeprecation = true;

const cli = new URL('../dist/cli/main.js', import.meta.url);

if (existsSync(cli)) {
  const { main } = await import(cli.href);
  await main(process.argv.slice(2));
} else {
  console.error('Leadstage is not built yet: run npm start once, or npm run build');
  process.exitCode = 1;
}
