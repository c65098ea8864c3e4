import { documentCache } from '../../limits/document-cache.js';
import { limitsOf } from '../../limits/limits.js';
import { refused } from '../../limits/refusal.js';
import { refusedShape, refusedText, refusedVariables } from '../../limits/shape.js';
import type { ServerPlugin } from './index.js';

/** Refuses documents that are larger than any that is needed, before they are parsed, and before they are validated. */
export const shapeLimits: ServerPlugin = (serving) => {
  const { shape } = limitsOf(serving);
  // In place of Yoga's cache, which counts documents whatever their size, and keeps texts that are none.
  const documents = documentCache();
  const passed = new WeakSet<object>();
  return {
    onParams({ params: { variables } }) {
      const refusal = refusedVariables(variables, shape);
      if (refusal) throw refused(refusal);
    },
    onParse({ params: { source }, setParsedDocument }) {
      const text = typeof source === 'string' ? source : source.body;
      const known = documents.get(text);
      if (known) {
        setParsedDocument(known);
        return undefined;
      }
      const refusal = refusedText(text, shape);
      if (refusal) throw refused(refusal);
      return ({ result }) => {
        if (result && !(result instanceof Error)) documents.set(text, result);
      };
    },
    onValidate({ params: { documentAST }, setResult }) {
      if (passed.has(documentAST)) return;
      const refusal = refusedShape(documentAST, shape);
      if (refusal) setResult([refused(refusal)]);
      else passed.add(documentAST);
    },
  };
};
