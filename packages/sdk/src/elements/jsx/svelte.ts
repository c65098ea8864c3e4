import type { HTMLAttributes } from 'svelte/elements';
import type { LeadstageElements } from './leadstage-elements.js';
import type { OwnEvents, OwnProperties } from './properties.js';

type Listeners = {
  [Type in keyof OwnEvents as `on${Type}` | `on:${Type}`]?: ((event: OwnEvents[Type]) => void) | undefined;
};

type Attributes<Element extends EventTarget> = Omit<HTMLAttributes<Element>, keyof OwnProperties<Element>> &
  OwnProperties<Element> &
  Listeners;

/** For markup of Svelte 5. */
export type SvelteElements = { [Tag in keyof LeadstageElements]: Attributes<LeadstageElements[Tag]> };

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends SvelteElements {}
}
