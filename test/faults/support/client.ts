import { ADMIN_KEY } from './process.js';

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly data: Record<string, unknown> | null;
  /** `extensions.code` of each error. */
  readonly codes: readonly unknown[];
}

/** Sends a document to a server. @throws where the connection breaks or nothing comes in time */
export async function send(
  origin: string,
  query: string,
  variables: unknown = undefined,
  { key = ADMIN_KEY, within = 60_000 }: { key?: string; within?: number } = {},
): Promise<Reply> {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(within),
  });
  const text = await response.text();
  const { data = null, errors = [] } = parsed(text) as {
    data?: Reply['data'];
    errors?: { extensions?: { code?: unknown } }[];
  };
  const { status, headers } = response;
  return { status, headers, text, data, codes: errors.map(({ extensions }) => extensions?.code) };
}

function parsed(text: string): object {
  try {
    return JSON.parse(text) as object;
  } catch {
    return {};
  }
}
