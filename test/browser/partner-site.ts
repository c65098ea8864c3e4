import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

export const BUILT = fileURLToPath(new URL('../../packages/sdk/dist/browser/', import.meta.url));

/** As strict as partners are: no inline script or style, no eval; pages ask, run and frame their own host and the API's. */
const policy = (api: string) =>
  `default-src 'none'; script-src 'self' ${api}; style-src 'self'; img-src 'self' blob:; connect-src 'self' ${api}; frame-src ${api}`;

export interface PartnerSite {
  readonly origin: string;
  /** What is answered at a path, from now on. */
  put(path: string, type: string, body: string): void;
  /** What a POST to a path is answered with, as JSON. */
  on(path: string, answer: () => Promise<unknown>): void;
  close(): Promise<void>;
}

/**
 * A partner's own web server: pages of another origin than the API, with the built elements at `/leadstage.js`, and what these fetch beside it.
 * @param api origin of the API
 */
export async function startPartnerSite(api: string): Promise<PartnerSite> {
  const pages = new Map<string, { readonly type: string; readonly body: string }>();
  const handlers = new Map<string, () => Promise<unknown>>();
  pages.set('/favicon.ico', { type: 'image/x-icon', body: '' });
  pages.set('/page.css', {
    type: 'text/css',
    body: 'body { margin: 12px; font-family: system-ui, sans-serif; } leadstage-reports > * { margin-bottom: 12px; }',
  });
  for (const file of readdirSync(BUILT).filter((name) => /^leadstage.*\.js$/.test(name))) {
    pages.set(`/${file}`, { type: 'text/javascript', body: readFileSync(`${BUILT}${file}`, 'utf8') });
  }
  const server = createServer((request, response) => void answer(request, response));
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const path = request.url?.split('?')[0] ?? '/';
    const handler = request.method === 'POST' ? handlers.get(path) : undefined;
    if (handler) {
      const body = await handler().then(JSON.stringify, () => null);
      return void response
        .writeHead(body === null ? 500 : 200, { 'content-type': 'application/json' })
        .end(body ?? '{}');
    }
    const page = pages.get(path);
    const headers = { 'content-security-policy': policy(api), 'content-type': page?.type ?? 'text/plain' };
    response.writeHead(page ? 200 : 404, headers).end(page?.body ?? 'Not found');
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    // Another name than the API's, so that it is another site too.
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    put: (path, type, body) => void pages.set(path, { type, body }),
    on: (path, handler) => void handlers.set(path, handler),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
