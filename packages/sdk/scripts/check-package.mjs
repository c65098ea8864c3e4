// Packs the SDK as npm would and looks at the tarball as its users' tools will: publint, and @arethetypeswrong/core for types.
// Fails on any finding. Needs `npm run build -w @leadstage/sdk` first.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';

// ESM for resolutions that know `exports`: TypeScript's `node10` does not, and `node16` from CommonJS would need `require`.
const NOT_SUPPORTED = ['node10', 'node16-cjs'];

const root = process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url));

function packed() {
  const folder = mkdtempSync(join(tmpdir(), 'leadstage-pack-'));
  try {
    const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
    const [{ filename }] = Object.values(
      JSON.parse(execFileSync('npm', args, { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] })),
    );
    return new Uint8Array(readFileSync(join(folder, filename)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const tarball = packed();
const { messages, pkg } = await publint({ pack: { tarball: tarball.buffer }, strict: true });
const { types, problems } = await checkPackage(createPackageFromTarballData(tarball));
const findings = [
  ...messages.map((message) => `publint: ${formatMessage(message, pkg, { color: false })}`),
  ...(types ? [] : ['arethetypeswrong: there are no types']),
  ...problems
    .filter(({ resolutionKind }) => !NOT_SUPPORTED.includes(resolutionKind))
    .map(
      ({ kind, entrypoint, resolutionKind }) => `arethetypeswrong: ${kind} ${entrypoint ?? ''} ${resolutionKind ?? ''}`,
    ),
];
for (const finding of findings) console.error(finding);
console.log(`${tarball.length} bytes packed, ${findings.length} findings.`);
process.exitCode = findings.length > 0 ? 1 : 0;
