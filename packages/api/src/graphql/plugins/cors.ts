import { isUnavailable } from '@leadstage/prisma';
import { mayBeReadBy } from '../../access/may-be-read-by.js';
import { INTERNAL, logServerError, UNAVAILABLE } from '../../errors.js';
import { EXPOSED, FOR_EVERY_PAGE } from '../../http/pages.js';
import { type Refusal, refusalBody } from '../../limits/refusal.js';
import type { ServerPlugin } from './index.js';

/**
 * Which web pages may read answers: those of the origins that the workspace of the credential allows. Preflights, and
 * what is refused before the graph, are answered by the door (http/pages.ts). There are no cookies: a page has no rights
 * but those of the credential that it holds, so it can be made to ask for nobody (no CSRF).
 */
export const cors: ServerPlugin = (serving) => ({
  async onResponse({ request, response, setResponse, fetchAPI, serverContext }) {
    response.headers.append('vary', 'Origin');
    const origin = request.headers.get('origin');
    if (origin === null) return;
    try {
      if (!(await mayBeReadBy(serving, request.headers.get('authorization'), origin))) return;
    } catch (error) {
      // Nobody knows whether the page may read the answer, so it is told no more than that.
      const { id, log } = serverContext.info;
      const refusal = isUnavailable(error) ? NOT_NOW : FAULT;
      if (refusal === FAULT) logServerError(error, log);
      setResponse(new fetchAPI.Response(refusalBody(refusal, id), told(refusal)));
      return;
    }
    response.headers.set('access-control-allow-origin', origin);
    response.headers.set('access-control-expose-headers', EXPOSED);
  },
});

const NOT_NOW: Refusal = { ...UNAVAILABLE, status: 503, retryAfter: Number(UNAVAILABLE.retryAfter) };
const FAULT: Refusal = { ...INTERNAL, status: 500 };

function told({ status, retryAfter }: Refusal): ResponseInit {
  const waiting = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  return { status, headers: { ...FOR_EVERY_PAGE, 'content-type': 'application/json', ...waiting } };
}
