import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A folder that looks like the repository to commands, and the server that runs in it. */
export interface Desk {
  /** All that the server had printed when it was ready. */
  readonly greeting: string;
  readonly origin: string;
  readonly apiKey: string;
  writeFile(name: string, content: string): void;
  /** Standard output of a shell script. Throws with standard error when a command of it fails. */
  run(script: string, env?: NodeJS.ProcessEnv): Promise<string>;
  /** Ctrl-C; answers the exit code. */
  stop(): Promise<number | null>;
}

const READY = 'Ctrl-C stops the server.';

/**
 * Starts the built server as `npm start` does once all is set up, on a free port, with demo data, in a folder of its
 * own. Whatever runs there believes that it is `today`, the instant for which the README gives numbers.
 */
export async function startDesk(today: number): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'leadstage-readme-'));
  for (const name of ['node_modules', 'examples', 'docs']) symlinkSync(join(root, name), join(folder, name));
  copyFileSync(join(root, 'package.json'), join(folder, 'package.json'));
  const env: NodeJS.ProcessEnv = { ...cleanEnvironment(), NODE_OPTIONS: `--import=${clockAt(today)}` };
  const bin = join(root, 'packages/api/bin/leadstage.mjs');
  const server = spawn(process.execPath, [bin, 'serve'], { cwd: folder, env: { ...env, PORT: '0' } });
  const greeting = await untilReady(server).catch((error: unknown) => {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  });
  const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(greeting)?.[0] ?? '';
  return {
    greeting,
    origin,
    apiKey: /lsk_\w+[\w-]*/.exec(greeting)?.[0] ?? '',
    writeFile: (name, content) => writeFileSync(join(folder, name), content),
    async run(script, more = {}) {
      const text = `set -e\n${await curlOrNode()}\n${script}`;
      const options = { cwd: folder, env: { ...env, ...more }, maxBuffer: 2 ** 24 };
      const { stdout } = await promisify(execFile)('sh', ['-c', text], options);
      return stdout;
    },
    async stop() {
      const ended = once(server, 'exit');
      server.kill('SIGINT');
      const [code] = await ended;
      rmSync(folder, { recursive: true, force: true });
      return code as number | null;
    },
  };
}

async function untilReady(server: ChildProcess): Promise<string> {
  let [output, errors] = ['', ''];
  server.stderr?.on('data', (chunk) => (errors += chunk));
  return new Promise((resolve, reject) => {
    server.on('exit', (code) => reject(new Error(`the server ended with ${code}: ${output}${errors}`)));
    server.stdout?.on('data', (chunk) => {
      output += chunk;
      if (output.includes(READY)) resolve(output);
    });
  });
}

/** What tests and the shell around them have set must not change what the README says. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const { DATABASE_URL, HOST, FORCE_COLOR, NODE_ENV, ...env } = process.env;
  const own = Object.keys(env).filter((name) => /^(LEADSTAGE|VITEST|npm_)/.test(name));
  return { ...env, ...Object.fromEntries(own.map((name) => [name, undefined])), NO_COLOR: '1' };
}

/** A module that moves the clock of the process (the embedded database in it included); it goes on from there. */
function clockAt(instant: number): string {
  const moved = `const Real = Date, ahead = ${instant - Date.now()};
    globalThis.Date = class Date extends Real {
      constructor(...given) { if (given.length > 0) super(...given); else super(Real.now() + ahead); }
      static now() { return Real.now() + ahead; }
    };`;
  return `data:text/javascript,${encodeURIComponent(moved)}`;
}

const CURL = `const [header, headers, rest] = [(line) => line.split(/: */), [], []];
  const given = process.argv.slice(1).filter((each) => each !== '-s');
  let body;
  while (given.length > 0) {
    const each = given.shift();
    if (each === '-H') headers.push(header(given.shift()));
    else if (each === '-d') body = given.shift();
    else rest.push(each);
  }
  const answer = await fetch(rest[0], { method: body ? 'POST' : 'GET', headers, body });
  process.stdout.write(await answer.text());`;

/** For machines without curl, a function that knows -s, -H and -d. */
async function curlOrNode(): Promise<string> {
  const hasCurl = await promisify(execFile)('curl', ['--version']).then(
    () => true,
    () => false,
  );
  return hasCurl ? '' : `curl() { node --input-type=module -e '${CURL.replaceAll("'", `'\\''`)}' -- "$@"; }`;
}
