import { type Credential, readCredential } from './credential.js';
import { AuthenticationError } from './errors.js';

export interface TokenRequest {
  /** Aborts when none of the calls that wait for the token does so any more. */
  readonly signal: AbortSignal;
  /** EXPIRED: there was one before, which has ended, will end soon, or was refused. */
  readonly reason: 'FIRST' | 'EXPIRED';
}

export interface IssuedToken {
  readonly token: string;
  /** An instant, ISO 8601. Default what the token itself says. */
  readonly expiresAt?: string | undefined;
}

/** Answers an embed token, as `createEmbedToken` made it. */
export type GetToken = (request: TokenRequest) => Promise<string | IssuedToken>;

interface Kept {
  readonly token: string;
  /** Epoch milliseconds; from then on another one is fetched first. */
  readonly until: number;
}

interface Renewal {
  readonly token: Promise<string>;
  readonly controller: AbortController;
  waiting: number;
}

const MOST_AHEAD_MS = 30_000;

/**
 * A credential that is fetched when it is first needed, once for all calls that wait for it, and again shortly before it
 * ends (by a tenth of its time, at most 30 s) or once the API has refused it.
 */
export function renewedCredential(getToken: GetToken): Credential {
  let kept: Kept | null = null;
  let renewal: Renewal | null = null;
  let reason: TokenRequest['reason'] = 'FIRST';

  function begin(): Renewal {
    const controller = new AbortController();
    const begun: Renewal = { controller, waiting: 0, token: fetched(getToken, controller.signal, reason).then(keep) };
    // Whoever waits is told; where nobody does any more, nobody needs to be.
    begun.token.catch(() => {}).finally(() => forget(begun));
    return begun;

    function keep(issued: Kept): string {
      if (renewal === begun) {
        kept = issued;
        reason = 'EXPIRED';
      }
      return issued.token;
    }
  }

  function forget(ended: Renewal): void {
    if (renewal === ended) renewal = null;
  }

  function join(signal: AbortSignal): Promise<string> {
    renewal ??= begin();
    const joined = renewal;
    joined.waiting += 1;
    return new Promise((resolve, reject) => {
      const leave = () => {
        reject(signal.reason);
        joined.waiting -= 1;
        if (joined.waiting > 0) return;
        forget(joined);
        joined.controller.abort(signal.reason);
      };
      signal.addEventListener('abort', leave, { once: true });
      joined.token.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
    });
  }

  const current = async (signal: AbortSignal) => (kept && Date.now() < kept.until ? kept.token : join(signal));
  return {
    current,
    async instead(refused, signal) {
      // Another call may have fetched one since.
      if (kept?.token === refused) kept = null;
      const token = await current(signal);
      return token === refused ? null : token;
    },
  };
}

/** @throws AuthenticationError TOKEN_UNAVAILABLE */
async function fetched(getToken: GetToken, signal: AbortSignal, reason: TokenRequest['reason']): Promise<Kept> {
  let issued: string | IssuedToken;
  try {
    issued = await getToken({ signal, reason });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new AuthenticationError('TOKEN_UNAVAILABLE', `getToken failed: ${why}`, { cause });
  }
  const { token: text, expiresAt } = typeof issued === 'object' && issued !== null ? issued : { token: issued };
  const token = readCredential(text);
  if (token) return { token, until: untilOf(token, expiresAt) };
  throw new AuthenticationError('TOKEN_UNAVAILABLE', 'getToken answered no token.');
}

/** One that has ended on arrival, by this clock, is kept until it is refused: the clock may be wrong. */
function untilOf(token: string, expiresAt: string | undefined): number {
  const told = Date.parse(expiresAt ?? '');
  const end = Number.isNaN(told) ? endOfJwt(token) : told;
  const left = end - Date.now();
  return left > 0 ? end - Math.min(MOST_AHEAD_MS, left / 10) : Number.POSITIVE_INFINITY;
}

/** @returns epoch milliseconds; infinity for a token that does not tell */
function endOfJwt(token: string): number {
  try {
    const [, payload = ''] = token.split('.');
    const { exp } = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as { exp?: unknown };
    return typeof exp === 'number' ? exp * 1_000 : Number.POSITIVE_INFINITY;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
