import { html, nothing } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { Shown } from './marks-controller.js';

/** What a mark says, above it; kept within the chart. Screen readers have it from the mark itself. */
export function tooltip(shown: Shown | null) {
  if (shown === null) return nothing;
  const { mark, x, y } = shown;
  // Through the object model: a policy may forbid style attributes.
  const place = (element: Element | undefined) => {
    // When it is drawn for the first time it has no parent yet.
    if (element instanceof HTMLElement) queueMicrotask(() => move(element));
  };
  const move = (element: HTMLElement) => {
    if (!element.parentElement) return;
    const room = element.parentElement.clientWidth - element.offsetWidth;
    element.style.left = `${Math.max(0, Math.min(x - element.offsetWidth / 2, room))}px`;
    element.style.top = `${y - element.offsetHeight - 8}px`;
  };
  return html`<div class="tooltip" aria-hidden="true" ${ref(place)}>
    <strong>${mark.label}</strong>
    ${mark.lines.map((line) => html`<div>${line}</div>`)}
  </div>`;
}
