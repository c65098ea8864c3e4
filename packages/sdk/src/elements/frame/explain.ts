import type { LeadstageError } from '@leadstage/sdk';
import type { CommonWords } from '../words/common-words.js';

/** What to tell whoever looks, and whether asking again may help. */
export interface Explained {
  readonly title: string;
  /** Null where the title says all. Whatever the server says is in English. */
  readonly detail: string | null;
  readonly mayPass: boolean;
}

export function explained(error: unknown, words: CommonWords): Explained {
  // By name: the client may be of another copy of the SDK, whose classes are others.
  const { name, code, message, requestId } = (error instanceof Error ? error : {}) as Partial<LeadstageError>;
  if (name === 'AuthenticationError') return { title: words.signedOut, detail: null, mayPass: true };
  if (name === 'PermissionError') return { title: words.notAllowed, detail: null, mayPass: false };
  if (name === 'InvalidInputError') return { title: words.failed, detail: message ?? null, mayPass: false };
  const trace = requestId ? ` (${requestId})` : '';
  return { title: words.failed, detail: typeof code === 'string' ? `${message}${trace}` : null, mayPass: true };
}
