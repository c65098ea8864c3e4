import { execFile, execFileSync } from 'node:child_process';
import { chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A PostgreSQL server of one's own, in a temporary folder, on a free port of the loopback. */
export interface Cluster {
  /** `postgres://` of its superuser and its database `postgres`. */
  readonly url: string;
  /** `fast` ends connections and closes in order; `immediate` is as if the power failed. */
  stop(mode: 'fast' | 'immediate'): Promise<void>;
  start(): Promise<void>;
  /** Runs a client program of its version, such as `pg_dump`, against it. */
  client(program: string, ...args: readonly string[]): Promise<string>;
  remove(): Promise<void>;
}

/** The folder of `initdb` and its like; null where PostgreSQL is not on this machine. */
export function postgresPrograms(): string | null {
  try {
    const versions = readdirSync('/usr/lib/postgresql').sort((a, b) => Number(b) - Number(a));
    if (versions[0]) return `/usr/lib/postgresql/${versions[0]}/bin`;
  } catch {}
  try {
    return execFileSync('pg_config', ['--bindir'], { encoding: 'utf8' }).trim();
  } catch {
    return null;
  }
}

/** @throws where there are no server programs, or they do not start */
export async function newCluster(): Promise<Cluster> {
  const programs = postgresPrograms();
  if (!programs) throw new Error('PostgreSQL is not on this machine');
  const user = ownerOfServers();
  const folder = mkdtempSync(join(tmpdir(), 'leadstage-cluster-'));
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const port = await freePort();
  const as = user ? { uid: user.uid, gid: user.gid } : {};
  const control = (...args: readonly string[]) =>
    run(join(programs, 'pg_ctl'), ['-D', data, '-w', '-l', join(folder, 'log'), ...args], { cwd: folder, ...as });
  const options = `-c port=${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder}`;
  const start = async () => void (await control('start', '-o', options));
  await run(join(programs, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C'], {
    cwd: folder,
    ...as,
  });
  await start();
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    start,
    stop: async (mode) => void (await control('stop', '-m', mode)),
    client: async (program, ...args) => {
      const env = { ...process.env, PGHOST: '127.0.0.1', PGPORT: String(port), PGUSER: 'postgres' };
      return (await run(join(programs, program), args, { env, maxBuffer: 1 << 28 })).stdout;
    },
    async remove() {
      await control('stop', '-m', 'immediate').catch(() => {});
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root; then as its own user. */
function ownerOfServers(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
