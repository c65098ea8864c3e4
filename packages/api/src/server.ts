import type { Authority } from './access/authenticate.js';
import { handlerFor } from './http/doors.js';
import { type Listener, type ListenOptions, listen } from './http/listener.js';
import type { Limits } from './limits/limits.js';
import type { Log } from './observe/log.js';

/** What the server needs to answer; until it is there, everything but `/health` says 503. */
export interface Serving extends Authority {
  /** Default: nothing is written. */
  readonly log?: Log | undefined;
  /** What `/metrics` is read with; without it, only this machine may. */
  readonly metricsToken?: string | undefined;
  /** Aborted once the server has been told to stop. */
  readonly draining?: AbortSignal | undefined;
  /** Where they differ from the defaults. */
  readonly limits?: Partial<Limits> | undefined;
  /** Whose word it takes for whom a request comes from: addresses and networks. Default: nobody's. */
  readonly trustedProxies?: readonly string[] | undefined;
}

export interface RunningServer extends Pick<Listener, 'origin' | 'close'> {
  begin(serving: Serving): void;
}

/** A listener that answers once it is told what to serve. */
export async function startServer(options: ListenOptions): Promise<RunningServer> {
  const { origin, handleWith, close } = await listen(options);
  return { origin, close, begin: (serving) => handleWith(handlerFor(serving, origin)) };
}
