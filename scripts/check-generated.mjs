// Generates everything that is checked in again and fails when that changes a file.
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const generated = ['packages/api/schema.graphql', 'packages/api/trusted-documents.json', 'packages/sdk/src/_generated'];

const run = (command, args) =>
  execFileSync(command, args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

run('npm', ['run', 'generate', '--workspace', '@leadstage/api']);
run('npm', ['run', 'generate', '--workspace', '@leadstage/sdk']);
const changed = run('git', ['status', '--porcelain', '--', ...generated]).trim();
if (changed) {
  console.error(`These files were not up to date; they are now, commit them:\n${changed}`);
  process.exit(1);
}
console.log(`Up to date: ${generated.join(', ')}`);
