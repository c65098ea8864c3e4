import { connect } from 'node:net';
import type pg from 'pg';

/** How long the statements of a request may take, and whether anybody still waits for them. */
export interface Deadline {
  /** Epoch milliseconds; null: for ever. */
  readonly until: number | null;
  /** Aborted when the client has gone. */
  readonly signal: AbortSignal;
}

/** Nobody waits for it any more; what was not committed by then is rolled back. */
export class DeadlinePassed extends Error {
  override readonly name = 'DeadlinePassed';

  constructor(readonly reason: 'TIMEOUT' | 'CLIENT_GONE') {
    super(reason === 'TIMEOUT' ? 'The request took longer than it may.' : 'The client has gone.');
  }
}

/** A deadline as one transaction keeps it. */
export interface Watch {
  /** @throws DeadlinePassed once it has */
  check(): void;
  /** Milliseconds that are left, at least 1; null: no end. */
  left(): number | null;
  /** The same, or the rejection with DeadlinePassed that comes before it. */
  orPassed<T>(promise: Promise<T>): Promise<T>;
  /** Told once, when it passes. */
  onPassed(act: () => void): void;
  end(): void;
}

const UNWATCHED: Watch = {
  check() {},
  left: () => null,
  orPassed: (promise) => promise,
  onPassed() {},
  end() {},
};

/** setTimeout takes no more, milliseconds. */
const LONGEST_TIMER = 2 ** 31 - 1;

export function watch(deadline: Deadline | undefined): Watch {
  if (!deadline) return UNWATCHED;
  const { until, signal } = deadline;
  const acts: (() => void)[] = [];
  let passed: DeadlinePassed | undefined;
  let reject: (error: DeadlinePassed) => void = () => {};
  const passing = new Promise<never>((_resolve, rejecting) => {
    reject = rejecting;
  });
  passing.catch(() => {});
  const pass = (reason: DeadlinePassed['reason']) => {
    if (passed) return;
    passed = new DeadlinePassed(reason);
    reject(passed);
    for (const act of acts) act();
  };
  const gone = () => pass('CLIENT_GONE');
  const left = () => (until === null ? null : Math.max(1, Math.ceil(until - Date.now())));
  const timer = until === null ? undefined : setTimeout(() => pass('TIMEOUT'), Math.min(left() ?? 1, LONGEST_TIMER));
  signal.addEventListener('abort', gone, { once: true });
  return {
    check() {
      if (signal.aborted) gone();
      else if (until !== null && Date.now() >= until) pass('TIMEOUT');
      if (passed) throw passed;
    },
    left,
    orPassed: (promise) => Promise.race([promise, passing]),
    onPassed: (act) => void acts.push(act),
    end() {
      clearTimeout(timer);
      signal.removeEventListener('abort', gone);
    },
  };
}

const CANCEL_REQUEST = 80_877_102;
/** How long to wait for a server that does not take the request, milliseconds. */
const CANCEL_WITHIN_MS = 5_000;

/**
 * Asks the server to end the statement that a connection is running, as the protocol provides: over a connection of its
 * own, which needs no login. Resolves once the server has taken the request, or could not be reached.
 */
export function cancelStatement(client: pg.ClientBase): Promise<void> {
  const { host, port, processID, secretKey } = client as unknown as {
    readonly host: string;
    readonly port: number;
    readonly processID: number;
    readonly secretKey: number;
  };
  const request = Buffer.alloc(16);
  for (const [index, word] of [16, CANCEL_REQUEST, processID, secretKey].entries())
    request.writeInt32BE(word, index * 4);
  return new Promise((resolve) => {
    const socket = connect(host.startsWith('/') ? { path: `${host}/.s.PGSQL.${port}` } : { host, port });
    socket.setTimeout(CANCEL_WITHIN_MS, () => socket.destroy());
    socket.once('connect', () => socket.end(request));
    socket.on('error', () => {});
    socket.once('close', () => resolve());
    socket.resume();
  });
}
