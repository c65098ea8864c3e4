/*
 * SQLSTATEs: class 08 connection exceptions, 57P01 the administrator stopped it, 57P02 it crashed, 57P03 it is starting
 * or stopping, 53300 it has no connection left. What Node says of a socket. Prisma's own codes, and the kinds of its
 * driver adapter's errors.
 */
const CODES =
  /^(08...|57P0[123]|53300|ECONN(REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENOENT|P1001|P1002|P1008|P1017|P2024|P2028)$/;
const KINDS = /^(DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections)$/;
/** What node-postgres says without a code. */
const MESSAGES =
  /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Client has encountered a connection error|Client was closed|Cannot use a pool after)/;
/** SQLSTATEs: a text, or a text within JSON, has a character that cannot be kept, which in UTF-8 is NUL. */
const UNSTORABLE = /^(22021|22P05)$/;
const DEEPEST = 5;

/**
 * Whether an error says that the database was not there to answer, so that the same may work later. What was asked may
 * or may not have been done: where the connection broke as a transaction was committed, nobody knows.
 */
export function isUnavailable(error: unknown): boolean {
  return someWithin(
    error,
    ({ codes, kind, message }) => codes.some((code) => CODES.test(code)) || KINDS.test(kind) || MESSAGES.test(message),
  );
}

/** Whether an error says that the database cannot hold a text that it was given. */
export function isUnstorableText(error: unknown): boolean {
  return someWithin(error, ({ codes }) => codes.some((code) => UNSTORABLE.test(code)));
}

interface Clues {
  readonly codes: readonly string[];
  readonly kind: string;
  readonly message: string;
}

/** Whether an error, or one that it came from, has what is looked for. */
function someWithin(error: unknown, isIt: (clues: Clues) => boolean, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > DEEPEST) return false;
  const { code, kind, originalCode, message, cause, meta, errors } = error as Record<string, unknown>;
  const { driverAdapterError, code: rawCode } = (meta ?? {}) as Record<string, unknown>;
  const codes = [code, originalCode, rawCode].filter((each) => typeof each === 'string');
  if (isIt({ codes, kind: String(kind), message: String(message) })) return true;
  const within = [cause, driverAdapterError, ...(Array.isArray(errors) ? errors : [])];
  return within.some((each) => someWithin(each, isIt, depth + 1));
}
