import { Agent, request } from 'node:http';
import { ADMIN_KEY } from './process.js';

/** What came of a request; null where the connection ended before its answer was read. */
export type Outcome = {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly body: { readonly data?: unknown; readonly errors?: readonly { extensions?: { code?: unknown } }[] };
} | null;

/**
 * Sends one body many times at one moment: each in a connection of its own and up to its last byte, and once all are
 * there, the last bytes. Those that a client sends as fast as it can come one after another.
 */
export async function sendAtOnce(origin: string, body: Uint8Array, atOnce: number): Promise<Outcome[]> {
  const agent = new Agent({ maxSockets: atOnce });
  const all = Array.from({ length: atOnce }, () => heldBack(origin, body, agent));
  await Promise.all(all.map(({ isThere }) => isThere));
  for (const { finish } of all) finish();
  const outcomes = await Promise.all(all.map(({ outcome }) => outcome));
  agent.destroy();
  return outcomes;
}

interface HeldBack {
  /** All but the last byte has been taken by the other side, or it has been answered without. */
  readonly isThere: Promise<void>;
  readonly outcome: Promise<Outcome>;
  finish(): void;
}

const WITHIN = 60_000;

function heldBack(origin: string, body: Uint8Array, agent: Agent): HeldBack {
  const headers = {
    'content-type': 'application/json',
    'content-length': String(body.length),
    authorization: `Bearer ${ADMIN_KEY}`,
  };
  const sending = request(`${origin}/graphql`, { method: 'POST', headers, agent, timeout: WITHIN });
  sending.on('timeout', () => sending.destroy());
  const outcome = new Promise<Outcome>((resolve) => {
    sending.on('error', () => resolve(null));
    sending.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('error', () => resolve(null));
      response.on('end', () => {
        const { statusCode = 0, headers: told } = response;
        resolve({ status: statusCode, retryAfter: told['retry-after'] ?? null, body: JSON.parse(text) });
      });
    });
  });
  const taken = new Promise<void>((resolve) => {
    sending.write(body.subarray(0, -1), () => resolve());
  });
  return {
    isThere: Promise.race([taken, outcome]).then(() => {}),
    outcome,
    finish: () => void sending.end(body.subarray(-1)),
  };
}
