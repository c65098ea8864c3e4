import { html, nothing } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { Shown } from './marks-controller.js';

/** Between a mark and what it says, pixels. */
const GAP = 8;

/**
 * What a mark says, above it, or below it where the window ends; within the window and the width of the chart. Screen readers
 * have it from the mark itself.
 */
export function tooltip(shown: Shown | null) {
  if (shown === null) return nothing;
  const { mark, x, y, bottom } = shown;
  // Through the object model: a policy may forbid style attributes.
  const place = (element: Element | undefined) => {
    // When it is drawn for the first time it has no parent yet.
    if (element instanceof HTMLElement) queueMicrotask(() => move(element));
  };
  const move = ({ style, parentElement: chart, offsetWidth: width, offsetHeight: height }: HTMLElement) => {
    if (!chart) return;
    const window = document.documentElement;
    const box = chart.getBoundingClientRect();
    const right = Math.min(chart.clientWidth, window.clientWidth - box.left);
    style.left = `${Math.max(0, -box.left, Math.min(x - width / 2, right - width))}px`;
    const above = y - height - GAP;
    const lowest = Math.min(chart.clientHeight, window.clientHeight - box.top) - height;
    style.top = `${above >= -box.top ? above : Math.max(-box.top, Math.min(bottom + GAP, lowest))}px`;
  };
  return html`<div class="tooltip" aria-hidden="true" ${ref(place)}>
    <strong>${mark.label}</strong>
    ${mark.lines.map((line) => html`<div>${line}</div>`)}
  </div>`;
}
