import type { DocumentNode } from 'graphql';

/** Characters of all texts together. A parsed document takes some 50 times its text in memory. */
const MOST_CHARACTERS = 1_000_000;

/** Parsed documents by their text, least recently used out first; bounded by size, since anybody may send documents. */
export function documentCache(most = MOST_CHARACTERS) {
  const documents = new Map<string, DocumentNode>();
  let characters = 0;
  return {
    get(text: string): DocumentNode | undefined {
      const document = documents.get(text);
      if (document) {
        documents.delete(text);
        documents.set(text, document);
      }
      return document;
    },
    set(text: string, document: DocumentNode): void {
      if (text.length > most) return;
      if (documents.delete(text)) characters -= text.length;
      documents.set(text, document);
      characters += text.length;
      for (const oldest of documents.keys()) {
        if (characters <= most) break;
        documents.delete(oldest);
        characters -= oldest.length;
      }
    },
  };
}

/** Keeps nothing. */
export const NO_CACHE = { get: (): undefined => undefined, set(): void {} };
