/** The key of an `Authorization` header. Null without one; a credential of any other form is one that nobody has. */
export function bearer(header: string | null | undefined): string | null {
  if (header == null) return null;
  return /^Bearer +(\S+)$/i.exec(header)?.[1] ?? '';
}
