import type { LitElement } from 'lit';
import type { BehindEvent, QuestionEvent } from '../reports/events.js';

/** Names of what an element of ours has beyond any other element, methods left out. */
type OwnName<Element> = {
  [Name in keyof Element]-?: Name extends keyof LitElement
    ? never
    : Element[Name] extends (...given: never) => unknown
      ? never
      : Name;
}[keyof Element];

/** What may be given to an element where it is written down. Frameworks set properties of these names, not attributes. */
export type OwnProperties<Element> = { [Name in OwnName<Element>]?: Element[Name] | undefined } & {
  /** Default as the page's `color-scheme` says. */
  theme?: 'light' | 'dark' | undefined;
};

/** Events that our elements send, by their names. */
export interface OwnEvents {
  'leadstage-behind': BehindEvent;
  'leadstage-question': QuestionEvent;
}
