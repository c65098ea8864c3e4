import { AuthenticationError, InvalidInputError, LeadstageError, PermissionError } from '@leadstage/sdk';
import type { CommonWords } from '../words/common-words.js';

/** What to tell whoever looks, and whether asking again may help. */
export interface Explained {
  readonly title: string;
  /** Null where the title says all. Whatever the server says is in English. */
  readonly detail: string | null;
  readonly mayPass: boolean;
}

export function explained(error: unknown, words: CommonWords): Explained {
  if (error instanceof AuthenticationError) return { title: words.signedOut, detail: null, mayPass: true };
  if (error instanceof PermissionError) return { title: words.notAllowed, detail: null, mayPass: false };
  if (error instanceof InvalidInputError) return { title: words.failed, detail: error.message, mayPass: false };
  const known = error instanceof LeadstageError;
  const trace = known && error.requestId ? ` (${error.requestId})` : '';
  return { title: words.failed, detail: known ? `${error.message}${trace}` : null, mayPass: true };
}
