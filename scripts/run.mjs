import { spawn } from 'node:child_process';

const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };

/** A step that failed: `output` is all that it printed. */
export class StepFailed extends Error {
  constructor(message, output) {
    super(message);
    this.output = output;
  }
}

/**
 * Runs a program to its end with its output kept back, and throws StepFailed when it fails. `args` undefined: `command`
 * is a line for the shell. When this process is told to stop, the program is stopped with it.
 */
export function runHidden(command, args, options) {
  return new Promise((resolve, reject) => {
    const stdio = ['ignore', 'pipe', 'pipe'];
    const child = args
      ? spawn(command, args, { ...options, stdio })
      : spawn(command, { ...options, stdio, shell: true });
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
      else fail(signal ? `stopped by ${signal}` : `exit code ${code}`);
    });
  });
}

function stopWith(child) {
  const listeners = Object.entries(SIGNALS).map(([signal, code]) => {
    const listener = () => {
      child.kill(signal);
      process.exit(code);
    };
    process.once(signal, listener);
    return () => process.off(signal, listener);
  });
  return () => {
    for (const stop of listeners) stop();
  };
}
