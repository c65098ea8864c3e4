/** What has the focus, in whatever shadow tree; null where nothing has that could take it again. */
export function deepestFocus(): HTMLElement | SVGElement | null {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  if (focused === document.body) return null;
  return focused instanceof HTMLElement || focused instanceof SVGElement ? focused : null;
}
