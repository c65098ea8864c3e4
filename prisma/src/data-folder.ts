import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DatabaseError } from './database-error.js';

/** Who has the folder open, and where it listens. */
export interface FolderHolder {
  readonly pid: number;
  /** What the system says of when that process began; tells a reused pid from the holder. Null where it cannot. */
  readonly processStart: string | null;
  readonly connection: SocketAddress;
}

/** Where a PostgreSQL client connects: a directory with a Unix socket in it, or a loopback port. */
export interface SocketAddress {
  readonly host: string;
  readonly port: number;
}

export interface HeldFolder {
  readonly clusterPath: string;
  readonly connection: SocketAddress;
  /** Replaces the address in the lock, once the port is known. */
  announce(connection: SocketAddress): void;
  release(): void;
}

const SOCKET_PORT = 5432;
/** Unix socket paths end at about 104 bytes on macOS, 108 on Linux. */
const LONGEST_SOCKET_PATH = 100;

/**
 * Takes the data folder for this process. The embedded database has no lock of its own: two processes on one
 * folder lose rows that were acknowledged.
 * @returns the held folder, or the live process that holds it.
 * @throws DatabaseError DATA_FOLDER_UNUSABLE
 */
export function takeDataFolder(folder: string): HeldFolder | { readonly holder: FolderHolder } {
  const root = resolve(folder);
  try {
    mkdirSync(root, { recursive: true, mode: 0o700 });
    const lockPath = join(root, 'lock.json');
    for (let attempt = 0; attempt < 3; attempt++) {
      const connection = addressFor(root);
      const mine: FolderHolder = { pid: process.pid, processStart: startOf(process.pid), connection };
      if (write(lockPath, mine, 'wx')) return hold(root, lockPath, mine);
      const holder = read(lockPath);
      if (holder && isAlive(holder)) return { holder };
      rmSync(lockPath, { force: true });
    }
  } catch (error) {
    throw new DatabaseError(
      'DATA_FOLDER_UNUSABLE',
      `Cannot use the data folder ${root}: ${(error as Error).message}. Set LEADSTAGE_DATA_DIR to a folder that can be written.`,
      { cause: error },
    );
  }
  throw new DatabaseError('DATA_FOLDER_IN_USE', `The lock of the data folder ${root} keeps changing hands.`);
}

function hold(root: string, lockPath: string, mine: FolderHolder): HeldFolder {
  return {
    clusterPath: join(root, 'postgres'),
    connection: mine.connection,
    announce: (connection) => void write(lockPath, { ...mine, connection }, 'w'),
    release: () => rmSync(lockPath, { force: true }),
  };
}

function addressFor(root: string): SocketAddress {
  if (process.platform === 'win32') return { host: '127.0.0.1', port: 0 };
  if (join(root, `.s.PGSQL.${SOCKET_PORT}`).length <= LONGEST_SOCKET_PATH) return { host: root, port: SOCKET_PORT };
  const name = createHash('sha256').update(root).digest('hex').slice(0, 16);
  const host = join(tmpdir(), `leadstage-${process.getuid?.() ?? 0}-${name}`);
  mkdirSync(host, { recursive: true, mode: 0o700 });
  return { host, port: SOCKET_PORT };
}

export function socketPath(address: SocketAddress): string | null {
  return address.host.startsWith('/') ? join(address.host, `.s.PGSQL.${address.port}`) : null;
}

function write(path: string, holder: FolderHolder, flag: 'w' | 'wx'): boolean {
  let file: number;
  try {
    file = openSync(path, flag, 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  writeSync(file, JSON.stringify(holder));
  closeSync(file);
  return true;
}

function read(path: string): FolderHolder | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as FolderHolder;
  } catch {
    return null;
  }
}

function isAlive(holder: FolderHolder): boolean {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return startOf(holder.pid) === holder.processStart;
}

/** Field 22 of /proc/PID/stat: clock ticks from boot to the start of the process. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
