import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Whether npm itself has already installed what the lock file asks for, as after `npm ci` by hand or in CI: its own
 * record in node_modules then names every package of the lock in the same version. Optional ones depend on the platform.
 */
export function isInstalledByHand(root) {
  const installed = packagesOf(join(root, 'node_modules', '.package-lock.json'));
  const wanted = packagesOf(join(root, 'package-lock.json'));
  if (installed === null || wanted === null) return false;
  return Object.entries(wanted).every(
    ([path, { optional, devOptional, version, integrity }]) =>
      path === '' ||
      optional ||
      devOptional ||
      (installed[path]?.version === version && installed[path]?.integrity === integrity),
  );
}

function packagesOf(lockFile) {
  try {
    return JSON.parse(readFileSync(lockFile, 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}
