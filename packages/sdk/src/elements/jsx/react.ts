import type { ClassAttributes, HTMLAttributes } from 'react';
import type { LeadstageElements } from './leadstage-elements.js';
import type { OwnEvents, OwnProperties } from './properties.js';

type Listeners = { [Type in keyof OwnEvents as `on${Type}`]?: ((event: OwnEvents[Type]) => void) | undefined };

type Attributes<Element> = Omit<HTMLAttributes<Element>, keyof OwnProperties<Element>> &
  OwnProperties<Element> &
  Listeners;

/** For React 19 or later, which gives custom elements properties and listens to their events. */
export type ReactElements = {
  [Tag in keyof LeadstageElements]: ClassAttributes<LeadstageElements[Tag]> & Attributes<LeadstageElements[Tag]>;
};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends ReactElements {}
  }
}
