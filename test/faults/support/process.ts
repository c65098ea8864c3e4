import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const bin = `${root}packages/api/bin/leadstage.mjs`;

/** A key that whoever starts a server chooses, so that it is known beforehand. */
export const ADMIN_KEY = 'a-key-that-is-only-for-tests';

/** Collects garbage when it is told to, and says what is left. */
const MEMORY_HOOK = `data:text/javascript,process.on('SIGUSR2',()=>{gc();gc();console.error('MEMORY '+JSON.stringify(process.memoryUsage()))})`;
const STARTS_WITHIN = 90_000;

export interface Memory {
  /** Bytes. */
  readonly rss: number;
  readonly heapUsed: number;
}

/** `leadstage serve`, in a process of its own. */
export interface ServerProcess {
  readonly origin: string;
  readonly pid: number;
  /** What it wrote on its standard error so far. */
  errors(): string;
  /** Null as long as it runs. */
  exit(): { readonly code: number | null; readonly signal: NodeJS.Signals | null } | null;
  /** After garbage was collected. */
  memory(): Promise<Memory>;
  kill(): Promise<void>;
  /** Ends it in order. */
  stop(): Promise<void>;
}

/** @throws where it is not built or does not start */
export async function startProcess(environment: Readonly<Record<string, string>>): Promise<ServerProcess> {
  if (!existsSync(`${root}packages/api/dist/cli/main.js`)) throw new Error('not built: run `npm run build`');
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(LEADSTAGE_|DATABASE_URL$|PORT$|HOST$|FORCE_COLOR$|NODE_OPTIONS$|VITEST)/.test(name),
  );
  const env = {
    ...Object.fromEntries(inherited),
    ...{
      NO_COLOR: '1',
      LEADSTAGE_DEMO: '0',
      LEADSTAGE_LOG: 'warn',
      LEADSTAGE_BUDGET: '0',
      LEADSTAGE_ADMIN_KEY: ADMIN_KEY,
      PORT: '0',
    },
    ...environment,
  };
  const args = ['--expose-gc', '--import', MEMORY_HOOK, bin, 'serve'];
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let [printed, complained] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complained += text;
  });
  const ended = once(child, 'close');
  const running = () => child.exitCode === null && child.signalCode === null;
  for (let waited = 0; running() && !printed.includes('Ctrl-C stops') && waited < STARTS_WITHIN; waited += 20) {
    await pause(20);
  }
  const origin = /Dashboard +(http\S+)\/\s/.exec(printed)?.[1];
  if (!origin) {
    child.kill('SIGKILL');
    throw new Error(`the server did not start:\n${printed}\n${complained}`);
  }
  const end = async (signal: NodeJS.Signals) => {
    if (running()) child.kill(signal);
    await ended;
  };
  return {
    origin,
    pid: child.pid!,
    errors: () => complained,
    exit: () => (running() ? null : { code: child.exitCode, signal: child.signalCode }),
    memory: () => memoryOf(child, () => complained),
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}

async function memoryOf(child: ChildProcess, complained: () => string): Promise<Memory> {
  const told = () => [...complained().matchAll(/^MEMORY (\{.*\})$/gm)];
  const before = told().length;
  child.kill('SIGUSR2');
  for (let waited = 0; told().length === before; waited += 20) {
    if (waited > 30_000 || child.exitCode !== null) throw new Error('the server does not tell its memory');
    await pause(20);
  }
  return JSON.parse(told().at(-1)![1]!) as Memory;
}
