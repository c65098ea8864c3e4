/** What goes behind `Authorization: Bearer`: an API key or an embed token. */
export interface Credential {
  /** The one to ask with now. Rejects with the signal's reason when it is aborted. */
  current(signal: AbortSignal): Promise<string>;
  /** Another one, after the API has refused this; null where there is none to be had. */
  instead(refused: string, signal: AbortSignal): Promise<string | null>;
}

/** A credential that stays; null where the text cannot be one. */
export function fixedCredential(text: unknown): Credential | null {
  const credential = readCredential(text);
  return credential === null ? null : { current: async () => credential, instead: async () => null };
}

/** Without white space around it. Null for what `Headers` would refuse, quoting it in its message. */
export function readCredential(text: unknown): string | null {
  const credential = typeof text === 'string' ? text.trim() : '';
  return /^[\x21-\x7e]+$/.test(credential) ? credential : null;
}
