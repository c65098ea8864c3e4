import { ContextConsumer, createContext } from '@lit/context';
import type { ReactiveElement } from 'lit';
import { languageOf } from '../words/language.js';
import { isLearnt, learn } from '../words/words.js';
import type { ReportsState } from './session.js';

/** A symbol that all copies of the code share, so that elements of two bundles find each other on a page. */
export const reportsContext = createContext<ReportsState>(Symbol.for('leadstage-reports'));

/** What an element learns from `<leadstage-reports>` around it, and the language of that: another copy of the code may have learnt it. */
export function reportsAround(host: ReactiveElement): ContextConsumer<typeof reportsContext, ReactiveElement> {
  const callback = ({ language: tag }: ReportsState) => {
    const language = languageOf(tag);
    if (!isLearnt(language)) void learn(language).then(() => host.requestUpdate());
  };
  return new ContextConsumer(host, { context: reportsContext, subscribe: true, callback });
}
