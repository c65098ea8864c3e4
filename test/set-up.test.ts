import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

// The scripts run before anything is installed and so are plain JavaScript without types.
const script = (name: string) => import(new URL(`../scripts/${name}`, import.meta.url).href);
const { buildStamp, installStamp } = (await script('stamp.mjs')) as Record<string, (root: string) => string>;
const { isInstalledByHand } = (await script('installed.mjs')) as { isInstalledByHand: (root: string) => boolean };
const { withLock } = (await script('lock.mjs')) as {
  withLock: <T>(file: string, onWait: (owner: number) => void, work: () => Promise<T>) => Promise<T>;
};

let root: string;
const write = (path: string, content: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'leadstage set-up '));
  write('package-lock.json', '{}');
  write('packages/core/package.json', '{}');
  write('packages/core/src/deep/a.ts', 'a');
  write('prisma/schema/lead.prisma', 'model');
});
afterEach(() => rmSync(root, { recursive: true }));

describe('buildStamp', () => {
  it.each([
    'packages/core/src/deep/a.ts',
    'packages/core/src/new.ts',
    'packages/core/package.json',
    'packages/core/tsconfig.json',
    'prisma/schema/lead.prisma',
    'prisma/generate.mjs',
    'turbo.json',
    'tsconfig.base.json',
  ])('changes with %s', (path) => {
    const before = buildStamp!(root);
    write(path, 'changed');
    expect(buildStamp!(root)).not.toBe(before);
  });

  it.each([
    'packages/core/src/deep/a.test.ts',
    'packages/core/dist/index.js',
    'packages/core/node_modules/x/index.js',
    'prisma/generated/client.ts',
    'prisma/migrations/1/migration.sql',
    'README.md',
  ])('does not change with %s', (path) => {
    const before = buildStamp!(root);
    write(path, 'changed');
    expect(buildStamp!(root)).toBe(before);
  });

  it('changes when a file is renamed or its end becomes the next one', () => {
    const before = buildStamp!(root);
    renameSync(join(root, 'packages/core/src/deep/a.ts'), join(root, 'packages/core/src/deep/b.ts'));
    expect(buildStamp!(root)).not.toBe(before);
    write('packages/core/src/deep/a.ts', 'a');
    rmSync(join(root, 'packages/core/src/deep/b.ts'));
    expect(buildStamp!(root)).toBe(before);
  });
});

describe('installStamp', () => {
  it('changes with the lock file', () => {
    const before = installStamp!(root);
    write('package-lock.json', '{ }');
    expect(installStamp!(root)).not.toBe(before);
  });
});

describe('isInstalledByHand', () => {
  const lock = (packages: object) => JSON.stringify({ packages });
  const a = { version: '1.0.0', integrity: 'sha512-a' };

  it('wants every package in its version, but optional ones only where they fit', () => {
    write('package-lock.json', lock({ '': {}, 'node_modules/a': a, 'node_modules/b': { ...a, optional: true } }));
    expect(isInstalledByHand(root)).toBe(false);
    write('node_modules/.package-lock.json', lock({ 'node_modules/a': a }));
    expect(isInstalledByHand(root)).toBe(true);
    write('node_modules/.package-lock.json', lock({ 'node_modules/a': { ...a, version: '1.0.1' } }));
    expect(isInstalledByHand(root)).toBe(false);
    write('node_modules/.package-lock.json', 'cut o');
    expect(isInstalledByHand(root)).toBe(false);
  });
});

describe('withLock', () => {
  const file = () => join(root, '.turbo/lock');
  const doNotWait = () => expect.unreachable();

  it('holds the lock while it works and lets go of it, also when the work fails', async () => {
    expect(await withLock(file(), doNotWait, async () => readFileSync(file(), 'utf8'))).toBe(`${process.pid}`);
    await expect(withLock(file(), doNotWait, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(existsSync(file())).toBe(false);
  });

  it.each(['', 'nonsense', '999999999'])('takes over a lock whose owner is gone: %j', async (owner) => {
    write('.turbo/lock', owner);
    utimesSync(file(), 0, 0);
    expect(await withLock(file(), doNotWait, async () => 'done')).toBe('done');
  });

  it('waits for an owner that lives', async () => {
    const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)']);
    write('.turbo/lock', String(other.pid));
    const waitedFor: number[] = [];
    const work = withLock(
      file(),
      (owner) => waitedFor.push(owner),
      async () => other.exitCode ?? other.signalCode,
    );
    await sleep(300);
    expect(waitedFor).toEqual([other.pid]);
    other.kill('SIGKILL');
    await once(other, 'exit');
    expect(await work).toBe('SIGKILL');
  });
});
