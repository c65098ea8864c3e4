import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const bin = `${root}packages/api/bin/leadstage.mjs`;

export interface Finished {
  /** Null when it had to be killed because it did not end. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export type Environment = Readonly<Record<string, string>>;

/** How long a command may take to end, milliseconds. */
const PATIENCE = 60_000;

/** @throws with what to do where the command line is not built */
export function requireBuild(): void {
  if (existsSync(`${root}packages/api/dist/cli/main.js`)) return;
  throw new Error('The command line is not built: packages/api/dist is missing. Run `npm test` (it builds first).');
}

/** Runs `leadstage …` to its end, with nothing of this process's environment that Leadstage reads. */
export async function leadstage(
  args: readonly string[],
  environment: Environment = {},
  { cwd = root, patience = PATIENCE }: { cwd?: string; patience?: number } = {},
): Promise<Finished> {
  const child = start(args, environment, cwd);
  const output = collect(child);
  const timer = setTimeout(() => child.kill('SIGKILL'), patience);
  const [code] = (await once(child, 'close')) as [number | null];
  clearTimeout(timer);
  return { code, ...output };
}

export interface RunningCli {
  readonly process: ChildProcess;
  readonly origin: string;
  /** The key that it printed, if it did. */
  readonly key: string | null;
  /** What it has printed so far. */
  readonly output: { readonly stdout: string; readonly stderr: string };
  /** Sends a signal and waits for the end. */
  stop(signal?: NodeJS.Signals): Promise<Finished & { readonly signal: NodeJS.Signals | null }>;
}

/** Starts `leadstage serve` on a free port and waits until it has printed where it listens. */
export async function serve(environment: Environment): Promise<RunningCli> {
  const child = start(['serve'], { PORT: '0', ...environment }, root);
  const output = collect(child);
  const closed = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  await Promise.race([until(() => output.stdout.includes('Ctrl-C stops'), PATIENCE), closed]);
  const origin = /Dashboard +(http\S+)\/\s/.exec(output.stdout)?.[1];
  if (!origin) {
    child.kill('SIGKILL');
    throw new Error(`the server did not start:\n${output.stdout}\n${output.stderr}`);
  }
  return {
    process: child,
    origin,
    key: /lsk_[0-9a-f]{32}_\S+/.exec(output.stdout)?.[0] ?? null,
    output,
    async stop(signal = 'SIGINT') {
      child.kill(signal);
      const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
      const [code, by] = await closed;
      clearTimeout(timer);
      return { code, signal: by, ...output };
    },
  };
}

/** A failure as it is to be: one line that says what is wrong, no stack trace, exit code 1. */
export function expectOneLine({ code, stderr }: Finished, message: RegExp): void {
  expect(stderr.trimEnd().split('\n'), stderr).toHaveLength(1);
  expect(stderr).toMatch(message);
  expect(stderr).toMatch(/^leadstage: /);
  expect(stderr).not.toMatch(/^ +at |\(unexpected|node:internal/m);
  expect(code).toBe(1);
}

/** Waits until a condition holds. */
export async function until(holds: () => boolean, patience: number): Promise<void> {
  const end = Date.now() + patience;
  while (!holds()) {
    if (Date.now() > end) throw new Error('waited too long');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function start(args: readonly string[], environment: Environment, cwd: string): ChildProcess {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(LEADSTAGE_|DATABASE_URL$|PORT$|HOST$|FORCE_COLOR$|NODE_OPTIONS$|VITEST)/.test(name),
  );
  const env = {
    ...Object.fromEntries(inherited),
    NO_COLOR: '1',
    LEADSTAGE_DEMO: '0',
    LEADSTAGE_LOG: 'warn',
    ...environment,
  };
  return spawn(process.execPath, [bin, ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
}

function collect(child: ChildProcess): { stdout: string; stderr: string } {
  const output = { stdout: '', stderr: '' };
  child.stdout!.setEncoding('utf8').on('data', (text: string) => {
    output.stdout += text;
  });
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    output.stderr += text;
  });
  return output;
}
