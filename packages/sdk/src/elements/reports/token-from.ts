/**
 * Asks a page's own server for a token: a POST, with the page's cookies, that answers `{ "token", "expiresAt" }`.
 * @throws Error with the status, where it answers otherwise
 */
export function tokenFrom(address: string) {
  return async ({ signal }: { readonly signal: AbortSignal }): Promise<{ token: string; expiresAt: string }> => {
    const response = await fetch(address, { method: 'POST', headers: { accept: 'application/json' }, signal });
    if (!response.ok) throw new Error(`${address} answered ${response.status} instead of a token.`);
    return response.json();
  };
}
