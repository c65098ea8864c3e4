import { html, nothing } from 'lit';
import type { Shown } from './marks-controller.js';

/** Between a mark and what it says, pixels. */
const GAP = 8;

/** What a mark says. Screen readers have it from the mark itself. Once it is drawn, `placeTooltip` puts it where it belongs. */
export function tooltip(shown: Shown | null) {
  if (shown === null) return nothing;
  const { label, lines } = shown.mark;
  return html`<div class="tooltip" aria-hidden="true">
    <strong>${label}</strong>
    ${lines.map((line) => html`<div>${line}</div>`)}
  </div>`;
}

/**
 * Above its mark, or below it where the window ends; within the window and the width of the chart. Through the object model: a
 * policy may forbid style attributes.
 */
export function placeTooltip(
  { style, parentElement: chart, offsetWidth: width, offsetHeight: height }: HTMLElement,
  { x, y, bottom }: Shown,
): void {
  if (!chart) return;
  const { clientWidth, clientHeight } = document.documentElement;
  const box = chart.getBoundingClientRect();
  const right = Math.min(chart.clientWidth, clientWidth - box.left);
  style.left = `${Math.max(0, -box.left, Math.min(x - width / 2, right - width))}px`;
  const above = y - height - GAP;
  const lowest = Math.min(chart.clientHeight, clientHeight - box.top) - height;
  style.top = `${above >= -box.top ? above : Math.max(-box.top, Math.min(bottom + GAP, lowest))}px`;
}
