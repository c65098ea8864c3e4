// Generates the Prisma client. The CLI insists on a native schema engine even where none is used, and
// would download it; any executable satisfies the check, so it is given Node itself.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);
const cli = join(dirname(require.resolve('prisma/package.json')), 'build/index.js');
const { status } = spawnSync(process.execPath, [cli, 'generate', '--no-hints'], {
  cwd: here,
  stdio: ['ignore', process.env.LEADSTAGE_VERBOSE ? 'inherit' : 'ignore', 'inherit'],
  env: {
    ...process.env,
    PATH: `${join(here, '../node_modules/.bin')}${delimiter}${process.env.PATH}`,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  },
});
process.exit(status ?? 1);
