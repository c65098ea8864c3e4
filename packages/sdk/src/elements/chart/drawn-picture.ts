import { html, nothing } from 'lit';
import type { MarksController } from './marks-controller.js';
import type { Picture } from './picture.js';
import { tooltip } from './tooltip.js';

/** A picture with its legend, and its marks under pointer and keys. */
export function drawnPicture({ drawing, legend = [] }: Picture, { point, leave, open, press, shown }: MarksController) {
  const item = ({ tone, text }: (typeof legend)[number]) => html`<li><i class=${tone}></i>${text}</li>`;
  return html`
    ${legend.length === 0 ? nothing : html`<ul class="legend">${legend.map(item)}</ul>`}
    <div class="chart" @pointerover=${point} @pointerleave=${leave} @focusin=${point} @focusout=${leave} @click=${open}
      @keydown=${press}>${drawing}${tooltip(shown)}</div>`;
}
