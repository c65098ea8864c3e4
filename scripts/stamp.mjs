import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Names what `npm ci` would install here: changes with the lock file, the Node release line and the platform. */
export function installStamp(root) {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  return `${lock} node-${process.versions.node.split('.')[0]} ${process.platform}-${process.arch}`;
}

/** SHA-256 over everything that the build reads, by path and content; tests and output are left out. */
export function buildStamp(root) {
  const hash = createHash('sha256');
  for (const path of sourceFiles(root)) {
    const content = readFileSync(join(root, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** Paths relative to `root`, with forward slashes, in order. */
function sourceFiles(root) {
  const packages = readdirSync(join(root, 'packages'))
    .map((name) => `packages/${name}`)
    .filter((path) => existsSync(join(root, path, 'package.json')));
  return [
    ...['turbo.json', 'tsconfig.base.json', 'package-lock.json'],
    ...[...packages, 'prisma'].flatMap((path) => filesIn(root, path)),
    ...[...packages.map((path) => `${path}/src`), 'prisma/src', 'prisma/schema'].flatMap((path) => treeIn(root, path)),
  ]
    .filter((path) => !path.endsWith('.test.ts') && !path.endsWith('.tsbuildinfo') && existsSync(join(root, path)))
    .sort();
}

function filesIn(root, folder) {
  return entriesOf(root, folder).flatMap((entry) => (entry.isFile() ? `${folder}/${entry.name}` : []));
}

function treeIn(root, folder) {
  return entriesOf(root, folder).flatMap((entry) =>
    entry.isDirectory() ? treeIn(root, `${folder}/${entry.name}`) : `${folder}/${entry.name}`,
  );
}

function entriesOf(root, folder) {
  return existsSync(join(root, folder)) ? readdirSync(join(root, folder), { withFileTypes: true }) : [];
}
