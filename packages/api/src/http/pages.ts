import type { IncomingMessage, ServerResponse } from 'node:http';

/** What a page may read of an answer besides its body: when to come back, and what to quote when asking for help. */
export const EXPOSED = 'x-request-id, retry-after';

/**
 * For answers that hold nothing of a workspace: any page may read them, so that its script sees a refusal and how long
 * to wait, and not a broken connection.
 */
export const FOR_EVERY_PAGE = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': EXPOSED,
} as const;

/** How long a browser remembers a preflight, seconds; browsers cap it at two hours. */
const MAX_AGE = '7200';

/**
 * Answers a preflight. It carries no credential, so it promises nothing but that one may ask; it is no attempt and takes
 * no place, since a page whose preflight is refused is not shown why.
 * @returns whether the request was one
 */
export function preflight({ method }: Pick<IncomingMessage, 'method'>, response: ServerResponse): boolean {
  if (method !== 'OPTIONS') return false;
  response.writeHead(204, {
    ...FOR_EVERY_PAGE,
    'access-control-allow-methods': 'GET, POST',
    // The star stands for every header but this one.
    'access-control-allow-headers': 'authorization, *',
    'access-control-max-age': MAX_AGE,
  });
  response.end();
  return true;
}
