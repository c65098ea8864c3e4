// A back end that gives the pages of signed-in users their tokens, and nothing else of Leadstage:
//   LEADSTAGE_API_KEY=lsk_... node server.mjs
import { randomUUID } from 'node:crypto';
import { createServerClient } from '@leadstage/sdk/server';
import express from 'express';

const { LEADSTAGE_URL: url = 'http://127.0.0.1:4000/graphql', LEADSTAGE_API_KEY: apiKey = '' } = process.env;
const { PORT: port = '8081' } = process.env;
const leadstage = createServerClient({ url, apiKey });

/** Users and what each may read. In your product this is a question to your own database. */
const USERS = {
  anna: { reports: ['FUNNEL', 'COST'], filter: { leadType: { in: ['demo_request'] } }, leads: true },
  bertil: { reports: ['FUNNEL'], filter: { leadType: { in: ['e-book'] } } },
};

// A FAKE SIGN-IN: whoever asks is signed in, without a password. Put the sign-in that your product has in place of this.
const sessions = new Map();
const SESSION = /(?:^|; )session=([\w-]+)/;
const sessionOf = (request) => sessions.get(SESSION.exec(request.headers.cookie ?? '')?.[1]);

const app = express();
app.disable('x-powered-by');

app.post('/sign-in/:user', (request, response) => {
  const { user } = request.params;
  if (!Object.hasOwn(USERS, user)) return response.status(404).json({ error: 'No such user' });
  const id = randomUUID();
  sessions.set(id, { user, token: null });
  // Lax: other sites' forms and scripts cannot ask for a token in the user's name. Add `secure` where you serve HTTPS.
  response.cookie('session', id, { httpOnly: true, sameSite: 'lax' });
  return response.status(204).end();
});

app.post('/leadstage-token', async (request, response) => {
  const session = sessionOf(request);
  if (!session) return response.status(401).json({ error: 'Sign in first' });
  const { token, expiresAt } = await tokenOf(session);
  return response.set('cache-control', 'no-store').json({ token, expiresAt });
});

/**
 * The session's token while that has more than a minute left, else another: however often a page asks, it cannot spend the API
 * key's budget. Each request waits for the one before it, so that many at once make one token.
 */
function tokenOf(session) {
  const another = () => leadstage.createEmbedToken({ ...USERS[session.user], ttl: 'PT15M' });
  const isFresh = ({ expiresAt }) => Date.parse(expiresAt) - Date.now() > 60_000;
  session.token = session.token
    ? session.token.then((known) => (isFresh(known) ? known : another()), another)
    : another();
  return session.token;
}

app.use((error, _request, response, _next) => {
  // What went wrong between the two servers is no business of the page's.
  console.error(error);
  response.status(502).json({ error: 'No token could be made' });
});

const server = app.listen(Number(port), '127.0.0.1', () => console.log(`http://localhost:${server.address().port}/`));
