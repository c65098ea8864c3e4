/** Keys, tokens and addresses of people, as they look in the middle of any text. */
const PATTERNS: readonly RegExp[] = [
  // API keys, and secrets of webhooks.
  /\b(?:lsk|whsec)_[\w-]+/g,
  // JSON Web Tokens.
  /\beyJ[\w-]+(?:\.[\w-]*)*/g,
  /\bBearer\s+\S+/gi,
  // The part of an address that names who logs in.
  /(?<=:\/\/)[^\s/@]+(?=@)/g,
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
];

const LONGEST = 500;

/** Text without what must not be written down, and not longer than a line of a log should be. */
export function withoutSecrets(text: string): string {
  const masked = PATTERNS.reduce((rest, pattern) => rest.replace(pattern, '[redacted]'), text);
  return masked.length > LONGEST ? `${masked.slice(0, LONGEST)}…` : masked;
}

/** The same where what stands in quotes may be what somebody sent: up to the end, since that may hold quotes too. */
export function withoutQuoted(text: string): string {
  return withoutSecrets(text.replace(/["'`].*$/s, '"…"'));
}
