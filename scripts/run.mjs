import { spawn } from 'node:child_process';

/** Exit codes by signal, as shells give them. */
const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };
const isWindows = process.platform === 'win32';

/** A step that failed: `output` is all that it printed. */
export class StepFailed extends Error {
  constructor(message, output) {
    super(message);
    this.output = output;
  }
}

/**
 * Runs a program to its end with its output kept back, and throws StepFailed when it fails. `args` undefined: `command`
 * is a line for the shell. When this process is told to stop, it stops the program, waits for its end and
 * exits as shells do; told again, it exits at once.
 */
export function runHidden(command, args, options) {
  return new Promise((resolve, reject) => {
    // A group of its own, so that what the program starts can be stopped with it.
    const all = { ...options, stdio: ['ignore', 'pipe', 'pipe'], detached: !isWindows };
    const child = args ? spawn(command, args, all) : spawn(command, { ...all, shell: true });
    const chunks = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    const stopListening = stopWith(child);
    const fail = (why) => reject(new StepFailed(why, Buffer.concat(chunks).toString()));
    child.on('error', (error) => {
      stopListening();
      fail(error.message);
    });
    child.on('close', (code, signal) => {
      stopListening();
      if (code === 0) resolve();
      else fail(`${args?.at(0) ?? command} ${signal ? `was stopped by ${signal}` : `ended with code ${code}`}`);
    });
  });
}

function stopWith(child) {
  const listeners = Object.entries(SIGNALS).map(([signal, code]) => {
    const listener = () => {
      if (isWindows) child.kill(signal);
      else process.kill(-child.pid, signal);
      child.once('close', () => process.exit(code));
    };
    process.once(signal, listener);
    return () => process.off(signal, listener);
  });
  return () => {
    for (const stop of listeners) stop();
  };
}
