import { Writable } from 'node:stream';
import { type DestinationStream, type Logger, pino, stdTimeFunctions } from 'pino';
import { errorForLog } from './error-for-log.js';
import type { LogLevel } from './log-level.js';
import { terminalLine } from './terminal-line.js';

/** Where the server says what it does, as it does it. It is told names and ids, never what somebody sent. */
export type Log = Logger;

export interface LogOptions {
  readonly level: LogLevel;
  /** Lines for people instead of JSON. */
  readonly forPeople?: boolean;
  /** Default standard error: what a person or a script reads of a command stays alone on standard output. */
  readonly to?: DestinationStream;
}

/** Names under which no value is ever written, should somebody log an object that has one. */
const SECRETS = [
  'authorization',
  'cookie',
  'password',
  'secret',
  'token',
  'apiKey',
  'key',
  'variables',
  'headers',
  'body',
];

/** A log of one JSON object a line: `level`, `time` in ISO 8601, `msg`, and what the line is about. */
export function createLog({ level, forPeople = false, to = pino.destination(2) }: LogOptions): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: errorForLog },
      redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`]), censor: '[redacted]' },
    },
    forPeople ? linesForPeople(to) : to,
  );
}

/** Says nothing: for tests, and for commands that tell what they do by themselves. */
export const SILENT: Log = pino({ level: 'silent' });

function linesForPeople(to: DestinationStream): DestinationStream {
  return new Writable({
    decodeStrings: false,
    write(line: string, _encoding, done) {
      to.write(terminalLine(JSON.parse(line) as Record<string, unknown>));
      done();
    },
  });
}
