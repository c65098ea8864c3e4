import type { DefineComponent, HTMLAttributes } from 'vue';
import type { LeadstageElements } from './leadstage-elements.js';
import type { OwnEvents, OwnProperties } from './properties.js';

type Listeners = { onLeadstageBehind?: (event: OwnEvents['leadstage-behind']) => void } & {
  onLeadstageQuestion?: (event: OwnEvents['leadstage-question']) => void;
};

/** For templates of Vue 3. */
export type VueElements = {
  [Tag in keyof LeadstageElements]: DefineComponent<
    Omit<HTMLAttributes, keyof OwnProperties<LeadstageElements[Tag]>> &
      OwnProperties<LeadstageElements[Tag]> &
      Listeners
  >;
};

declare module 'vue' {
  interface GlobalComponents extends VueElements {}
}
