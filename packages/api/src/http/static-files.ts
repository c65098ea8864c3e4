import type { IncomingMessage, ServerResponse } from 'node:http';
import { builtFile } from './built-files.js';
import { encodingFor } from './encoding-for.js';
import { send } from './listener.js';

/** A file of `@leadstage/sdk`'s `dist/browser/`, as it is served. */
export interface StaticFile {
  readonly file: string;
  readonly type: string;
  /** Besides those that all have. @param query what follows the path */
  readonly headers: (query: URLSearchParams) => Readonly<Record<string, string>>;
}

/** Code and styles that belong to pages of this server alone. */
export const ownFile = (file: string, type: string): StaticFile => ({
  file,
  type,
  headers: () => ({ 'cross-origin-resource-policy': 'same-origin' }),
});

/** Code that pages of any origin run. */
const publicScript = (file: string): StaticFile => ({
  file,
  type: SCRIPT,
  headers: () => ({ 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' }),
});

/** Fetched by a script from beside it, a file each: languages but English, and what few people open. */
const FETCHED = ['is', 'ja', 'sr', 'sv', 'zh', 'later'];

const fetchedBy = (script: string, served: (file: string) => StaticFile) =>
  Object.fromEntries(FETCHED.map((name) => [`/${script}-${name}.js`, served(`${script}-${name}.js`)]));

const SCRIPT = 'text/javascript; charset=utf-8';
const STYLE = 'text/css; charset=utf-8';
const PAGE = 'text/html; charset=utf-8';
const ICON = 'image/svg+xml';

/** Every file that is served, by its path: nothing else of the disk can be asked for. */
export const STATIC_FILES: Readonly<Record<string, StaticFile>> = {
  '/leadstage.js': publicScript('leadstage.js'),
  ...fetchedBy('leadstage', publicScript),
  '/embed': { file: 'embed.html', type: PAGE, headers: framedPageHeaders },
  '/embed.js': ownFile('embed.js', SCRIPT),
  '/embed.css': ownFile('embed.css', STYLE),
  '/': { file: 'dashboard.html', type: PAGE, headers: dashboardHeaders },
  '/dashboard.js': ownFile('dashboard.js', SCRIPT),
  ...fetchedBy('dashboard', (file) => ownFile(file, SCRIPT)),
  '/dashboard.css': ownFile('dashboard.css', STYLE),
  '/dashboard-icon.svg': ownFile('dashboard-icon.svg', ICON),
};

/** What is at a path; undefined where nothing is. */
export function staticFileAt(path: string): StaticFile | undefined {
  return Object.hasOwn(STATIC_FILES, path) ? STATIC_FILES[path] : undefined;
}

/**
 * GET and HEAD of a file, with its ETag: a browser that has it asks whether it has changed, and is told 304. 404 where the SDK
 * has not been built, 405 for other methods.
 */
export async function sendStaticFile(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const wanted = staticFileAt(pathname);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    send(response, 405, 'text/plain; charset=utf-8', 'A file is read by GET.\n', { allow: 'GET, HEAD' });
    return;
  }
  const built = wanted && (await builtFile(wanted.file));
  if (!wanted || !built) {
    send(response, 404, 'text/plain; charset=utf-8', 'Not built: run `npm run build`.\n');
    return;
  }
  const encoding = encodingFor(request.headers['accept-encoding']);
  const { body, etag } = built[encoding];
  const headers = {
    ...{ 'content-type': wanted.type, 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' },
    ...{ 'cache-control': 'no-cache', vary: 'accept-encoding', etag },
    ...wanted.headers(searchParams),
  };
  if (isKnown(request.headers['if-none-match'], etag)) {
    response.writeHead(304, headers).end();
    return;
  }
  const coded = encoding === 'identity' ? {} : { 'content-encoding': encoding };
  response.writeHead(200, { ...headers, ...coded, 'content-length': String(body.length) });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function isKnown(told: string | undefined, etag: string): boolean {
  return (told ?? '').split(',').some((each) => each.trim().replace(/^W\//, '') === etag);
}

/**
 * The page that others frame. It holds nothing until a page around it hands it a token, and there is nothing on it that a
 * browser would add by itself, so it may be framed by whoever likes; `parent` narrows that to one origin.
 */
function framedPageHeaders(query: URLSearchParams): Readonly<Record<string, string>> {
  const ancestors = originOf(query.get('parent')) ?? '*';
  const policy = [
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' blob: data:",
    `base-uri 'none'; form-action 'none'; frame-ancestors ${ancestors}`,
  ];
  return { 'content-security-policy': policy.join('; '), 'cross-origin-resource-policy': 'cross-origin' };
}

/** The page that holds a key: it runs and asks nothing but what is here, and stands in no frame and beside no other page. */
function dashboardHeaders(): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' blob: data:",
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  ];
  return {
    'content-security-policy': policy.join('; '),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-frame-options': 'DENY',
  };
}

/** @returns `'none'` for what is no origin of a web page; null where nothing was said */
function originOf(text: string | null): string | null {
  if (text === null) return null;
  const origin = URL.canParse(text) ? new URL(text).origin : '';
  // Names of hosts may have `;` and `,`, which would begin another directive or policy.
  return /^https?:\/\/(\[[\da-f:.]+\]|[\w.-]+)(:\d+)?$/.test(origin) ? origin : "'none'";
}
