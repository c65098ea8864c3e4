import { withoutQuoted, withoutSecrets } from './mask.js';

/** What the log says of an error. */
export interface ErrorForLog {
  readonly type: string;
  readonly message: string;
  /** Of PostgreSQL, Prisma or the system: `23505`, `P2002`, `ECONNREFUSED`. */
  readonly code?: string;
  /** Where PostgreSQL saw it. */
  readonly table?: string;
  readonly column?: string;
  readonly constraint?: string;
  /** Frames alone: the first line of a stack is the message once more. */
  readonly stack?: string;
  readonly cause?: ErrorForLog;
}

const DEEPEST = 3;

/**
 * An error as it may be written down. Values stay out of it: those that PostgreSQL adds as `detail` and `where`, and
 * those that messages quote where what failed was reading what somebody sent.
 */
export function errorForLog(error: unknown, depth = 0): ErrorForLog {
  if (!(error instanceof Error)) return { type: typeof error, message: 'thrown, though it is no error' };
  const { code, table, column, constraint } = error as Error & Readonly<Record<string, unknown>>;
  const { stack, cause } = error;
  return {
    type: error.name === 'error' ? 'PostgresError' : error.name,
    message: messageOf(error, code),
    ...texts({ code, table, column, constraint }),
    ...(stack === undefined ? {} : { stack: framesOf(stack) }),
    ...(cause === undefined || cause === null || depth >= DEEPEST ? {} : { cause: errorForLog(cause, depth + 1) }),
  };
}

function messageOf(error: Error, code: unknown): string {
  // Prisma shows the call with all its arguments, and at the end what was wrong.
  if (error.name.startsWith('PrismaClient')) return withoutQuoted(error.message.trim().split('\n').at(-1) ?? '');
  return quotesInput(error, code) ? withoutQuoted(error.message) : withoutSecrets(error.message);
}

/** SQLSTATE class 22 is for values that cannot be what they should be, 23 for those that contradict others. */
function quotesInput(error: Error, code: unknown): boolean {
  return error instanceof SyntaxError || error instanceof TypeError || /^2[23]\w{3}$/.test(String(code));
}

function texts(of: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(of).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function framesOf(stack: string): string {
  return stack
    .split('\n')
    .filter((line) => /^ +at /.test(line))
    .join('\n');
}
