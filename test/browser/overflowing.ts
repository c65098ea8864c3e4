/**
 * For `page.evaluate`: what does not fit. The page must not scroll sideways, and what charts write must stay within their
 * element, but for tables, which scroll by themselves, and not upon each other.
 */
export function overflowing(): string[] {
  const found: string[] = [];
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth} px wide, with ${clientWidth} px of room`);
  const elements = [...document.querySelectorAll('*')].filter(({ localName }) => localName.startsWith('leadstage-'));
  for (const element of elements) {
    const room = element.getBoundingClientRect();
    const texts = [...(element.shadowRoot?.querySelectorAll('svg text') ?? [])].flatMap((text) => {
      const box = text.getBoundingClientRect();
      return box.width > 0 ? [{ says: `"${text.textContent}"`, box }] : [];
    });
    for (const [index, { says, box }] of texts.entries()) {
      if (box.left < room.left - 1 || box.right > room.right + 1) {
        found.push(`${element.localName}: ${says} from ${box.left} to ${box.right}`);
      }
      for (const other of texts.slice(index + 1)) {
        const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const high = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        // Boxes of lines below each other touch where their letters do not.
        if (wide > 1 && high > 5) found.push(`${element.localName}: ${says} upon ${other.says}`);
      }
    }
  }
  return found;
}
