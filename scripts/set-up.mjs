import './check-node.mjs';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isInstalledByHand } from './installed.mjs';
import { withLock } from './lock.mjs';
import { showProgress } from './progress.mjs';
import { runHidden, StepFailed } from './run.mjs';
import { buildStamp, installStamp } from './stamp.mjs';

/** The folder of the repository. */
export const root = fileURLToPath(new URL('..', import.meta.url));

const INSTALLED = join(root, 'node_modules', '.leadstage-install');
const BUILT = join(root, 'node_modules', '.leadstage-build');
const LOCK = join(root, '.turbo', 'leadstage-set-up.lock');
/** What must be there for the server and the tests to start; its content is the stamp's concern. */
const OUTPUTS = [
  'packages/api/dist/index.js',
  'packages/api/dist/cli/main.js',
  'packages/core/dist',
  'packages/sdk/dist',
  'packages/sdk/dist/browser/leadstage.js',
  'packages/sdk/dist/browser/embed.html',
  'prisma/dist',
  'prisma/generated',
];

/**
 * Installs and builds what is missing or out of date, and shows the steps it takes (`quiet`: only failures). A step that
 * fails prints its output and ends the process with code 1. Costs some 10 ms when there is nothing to do.
 */
export async function setUp({ quiet = false } = {}) {
  try {
    if (isInstalled() && isBuilt()) return;
    await withLock(LOCK, sayWeWait, async () => {
      if (!isInstalled() && !adopt()) await step(quiet, INSTALLING, install);
      if (!isBuilt()) await step(quiet, BUILDING, build);
    });
  } catch (error) {
    const output = error instanceof StepFailed ? `${error.output.trimEnd()}\n\n` : '';
    process.stderr.write(`${output}Set-up did not succeed: ${error.message}\n`);
    process.exit(1);
  }
}

const INSTALLING = { doing: 'Installing packages (about a minute)', done: 'Installed packages' };
const BUILDING = { doing: 'Building', done: 'Built' };

const step = (quiet, words, work) => (quiet ? work() : showProgress(words, work));

const sayWeWait = (owner) => process.stderr.write(`… Waiting for another set-up to finish (process ${owner})\n`);

const isInstalled = () => read(INSTALLED) === installStamp(root);

/** Takes over what someone installed with npm itself; answers whether there was such a thing. */
function adopt() {
  if (read(INSTALLED) !== null || !isInstalledByHand(root)) return false;
  writeFileSync(INSTALLED, installStamp(root));
  return true;
}

async function install() {
  rmSync(INSTALLED, { force: true });
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
  const { npm_execpath: npm } = process.env;
  // Started by npm: its own script, for Windows cannot spawn npm.cmd without a shell.
  if (npm && basename(npm) === 'npm-cli.js') await runHidden(process.execPath, [npm, ...args], { cwd: root });
  else await runHidden(['npm', ...args].join(' '), undefined, { cwd: root });
  writeFileSync(INSTALLED, installStamp(root));
}

function isBuilt() {
  return OUTPUTS.every((path) => existsSync(join(root, path))) && read(BUILT) === buildStamp(root);
}

/** The stamp is taken first: what is edited during the build is built the next time. */
async function build() {
  const stamp = buildStamp(root);
  rmSync(BUILT, { force: true });
  const turbo = join(root, 'node_modules', 'turbo', 'bin', 'turbo');
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1', DO_NOT_TRACK: '1' };
  const args = ['run', 'build', '--output-logs=errors-only'];
  await runHidden(process.execPath, [turbo, ...args], { cwd: root, env });
  writeFileSync(BUILT, stamp);
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
