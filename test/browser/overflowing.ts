/**
 * For `page.evaluate`: what does not fit. The page must not scroll sideways, and what charts write must stay within their
 * element, but for tables, which scroll by themselves.
 */
export function overflowing(): string[] {
  const found: string[] = [];
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth} px wide, with ${clientWidth} px of room`);
  const elements = [...document.querySelectorAll('*')].filter(({ localName }) => localName.startsWith('leadstage-'));
  for (const element of elements) {
    const room = element.getBoundingClientRect();
    for (const text of element.shadowRoot?.querySelectorAll('svg text') ?? []) {
      const box = text.getBoundingClientRect();
      if (box.width > 0 && (box.left < room.left - 1 || box.right > room.right + 1)) {
        found.push(`${element.localName}: "${text.textContent}" from ${box.left} to ${box.right}`);
      }
    }
  }
  return found;
}
