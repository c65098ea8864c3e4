import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface ExampleServer {
  /** `http://localhost:…`, another site than the API's `127.0.0.1`. */
  readonly origin: string;
  stop(): Promise<void>;
}

/** Runs `examples/<script>` as a partner would, on a free port, but with the SDK's sources, so that the test needs no build of it. */
export async function startExample(
  script: string,
  environment: Readonly<Record<string, string>>,
): Promise<ExampleServer> {
  const path = fileURLToPath(new URL(`../../examples/${script}`, import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', '--conditions', 'leadstage-source', path], {
    env: { ...process.env, PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk) => (errors += chunk));
  const origin = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}: ${errors}`)));
    child.stdout.on('data', (chunk) => {
      const told = /http:\/\/localhost:\d+/.exec(String(chunk))?.[0];
      if (told) resolve(told);
    });
  });
  return {
    origin,
    async stop() {
      if (child.exitCode !== null) return;
      child.removeAllListeners('exit');
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    },
  };
}
