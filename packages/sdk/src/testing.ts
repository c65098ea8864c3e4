import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the fake answers next: a response, a cut connection, or nothing at all. */
export type Answer =
  | { readonly status?: number; readonly headers?: Readonly<Record<string, string>>; readonly body: unknown }
  | 'CUT'
  | 'CUT_IN_BODY'
  | 'SILENCE';

export interface FakeApi {
  readonly url: string;
  /** As they came, with the time since the server began, milliseconds. */
  readonly requests: { readonly at: number; readonly headers: IncomingHttpHeaders; readonly body: string }[];
  close(): Promise<void>;
}

/** A server that gives the answers in order and then the last one again. A body that is no text is sent as JSON. */
export async function startFakeApi(...answers: readonly Answer[]): Promise<FakeApi> {
  const requests: FakeApi['requests'] = [];
  const began = performance.now();
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const answer = answers[Math.min(requests.length, answers.length - 1)] ?? 'CUT';
    requests.push({ at: performance.now() - began, headers: request.headers, body });
    if (answer === 'SILENCE') return;
    if (answer === 'CUT') return void request.socket.destroy();
    if (answer === 'CUT_IN_BODY') {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
      response.write('{"data":', () => request.socket.destroy());
      return;
    }
    const isText = typeof answer.body === 'string';
    response.writeHead(answer.status ?? 200, {
      'content-type': isText ? 'text/html' : 'application/json',
      ...answer.headers,
    });
    response.end(isText ? answer.body : JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** What a promise that must fail throws. */
export async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('It did not fail.');
}
