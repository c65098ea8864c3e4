import { InvalidInput } from '@leadstage/core';

const MOST_ORIGINS = 20;
const LONGEST_ORIGIN = 255;

/**
 * Origins of web pages as they are kept and compared: in their normal form, each once.
 * @throws InvalidInput INVALID_ORIGIN, TOO_MANY_ORIGINS
 */
export function checkedOrigins(given: readonly string[]): string[] {
  const origins = [...new Set(given.map(checkedOrigin))];
  if (origins.length <= MOST_ORIGINS) return origins;
  const message = `A workspace allows at most ${MOST_ORIGINS} origins.`;
  throw new InvalidInput('TOO_MANY_ORIGINS', ['origins'], message, `at most ${MOST_ORIGINS}`);
}

function checkedOrigin(text: string, index: number): string {
  const url = text.length <= LONGEST_ORIGIN && URL.canParse(text) ? new URL(text) : null;
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isThisMachine(url.hostname));
  // Nothing but scheme, host and port: `URL` adds a slash, and leaves out a port that goes without saying.
  const isOrigin = /^https?:\/\/[^\s/\\?#@*]+\/?$/i.test(text);
  if (url && isSafe && isOrigin) return url.origin;
  const expected = 'https://host or https://host:port; http for localhost alone';
  const message = `${JSON.stringify(text)} is no origin of a web page that can be allowed; give ${expected}.`;
  throw new InvalidInput('INVALID_ORIGIN', ['origins', index], message, expected);
}

function isThisMachine(hostname: string): boolean {
  return /^(.+\.)?localhost$|^127\.0\.0\.1$|^\[::1\]$/.test(hostname);
}
