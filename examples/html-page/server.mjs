// Serves a page with reports, and gives the page its tokens:
//   LEADSTAGE_API_KEY=lsk_... node server.mjs
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createServerClient } from '@leadstage/sdk/server';

const { LEADSTAGE_URL: url = 'http://127.0.0.1:4000/graphql', LEADSTAGE_API_KEY: apiKey = '' } = process.env;
const { PORT: port = '8080', LEAD_TYPE: leadType = 'demo_request' } = process.env;
const leadstage = createServerClient({ url, apiKey });
const api = new URL(url).origin;

const policy = `default-src 'none'; script-src 'self' ${api}; style-src 'self'; img-src 'self' blob:; connect-src 'self' ${api}`;
const FILES = {
  '/': ['index.html', 'text/html; charset=utf-8'],
  '/page.js': ['page.js', 'text/javascript; charset=utf-8'],
  '/page.css': ['page.css', 'text/css; charset=utf-8'],
};

/** What this page's readers may see. Nobody signs in here; with users of your own, choose the filter from who asks. */
const mayRead = () => ({ reports: ['FUNNEL', 'VELOCITY'], filter: { leadType: { in: [leadType] } } });

async function answer(request, response) {
  const path = request.url.split('?')[0];
  if (request.method === 'POST' && path === '/leadstage-token') {
    const token = await leadstage.createEmbedToken(mayRead());
    response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    return response.end(JSON.stringify(token));
  }
  if (request.method !== 'GET' || !Object.hasOwn(FILES, path)) return response.writeHead(404).end('Not found');
  const [name, type] = FILES[path];
  const text = await readFile(new URL(name, import.meta.url), 'utf8');
  response.writeHead(200, { 'content-type': type, 'content-security-policy': policy });
  // The page as it stands names the API of `npm start`.
  return response.end(text.replaceAll('http://127.0.0.1:4000', api));
}

const server = createServer((request, response) => {
  answer(request, response).catch((error) => {
    console.error(error);
    if (!response.headersSent) response.writeHead(502);
    response.end();
  });
});
server.listen(Number(port), '127.0.0.1', () => console.log(`http://localhost:${server.address().port}/`));
