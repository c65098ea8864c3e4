import type { Page } from 'playwright-core';

/** What a page did, from the call on. */
export interface Observed {
  /** Errors and warnings of the console, and what was thrown; refusals of the API left out, which tests bring about. */
  readonly complaints: string[];
  /** Addresses asked, of any kind. */
  readonly addresses: string[];
  /** Those among them of another host. */
  readonly foreign: string[];
  /** Questions to the API. */
  readonly asked: { readonly operation: string; readonly input: Readonly<Record<string, unknown>> | undefined }[];
}

export function observed(page: Page): Observed {
  const seen: Observed = { complaints: [], addresses: [], foreign: [], asked: [] };
  page.on('pageerror', (error) => seen.complaints.push(error.message));
  page.on('console', (message) => {
    const isRefusal = /status of 401/.test(message.text());
    if (['error', 'warning'].includes(message.type()) && !isRefusal) seen.complaints.push(message.text());
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    seen.addresses.push(url.href);
    if (url.protocol.startsWith('http') && url.hostname !== '127.0.0.1') seen.foreign.push(url.href);
    if (url.pathname === '/graphql' && request.method() === 'POST')
      seen.asked.push(questionIn(request.postData() ?? ''));
  });
  return seen;
}

function questionIn(body: string): Observed['asked'][number] {
  const { query, variables } = JSON.parse(body) as { query: string; variables?: { input?: Record<string, unknown> } };
  return { operation: /query (\w+)/.exec(query)?.[1] ?? '', input: variables?.input };
}
