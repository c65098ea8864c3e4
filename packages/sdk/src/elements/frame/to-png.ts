/** What a drawing takes from style sheets, which an image of its own does not see. */
const STYLES = [
  ...['fill', 'stroke', 'stroke-width', 'stroke-linejoin', 'opacity', 'text-anchor'],
  ...['font-family', 'font-size', 'font-weight'],
];
const SCALE = 2;

/**
 * A drawing as it looks now, on its background, at twice its size.
 * @throws Error where a content security policy does not let pages show images of theirs (`img-src blob:`)
 */
export async function toPng(drawing: SVGSVGElement, background: string): Promise<Blob> {
  const { width, height } = drawing.getBoundingClientRect();
  const url = URL.createObjectURL(new Blob([standingAlone(drawing, width, height)], { type: 'image/svg+xml' }));
  try {
    const image = new Image(width * SCALE, height * SCALE);
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * SCALE;
    canvas.height = height * SCALE;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('This browser has no canvas.');
    context.fillStyle = background;
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The image is too large.'))), 'image/png'),
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}

function standingAlone(drawing: SVGSVGElement, width: number, height: number): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const [originals, copies] = [drawing, copy].map((root) => [root, ...root.querySelectorAll<SVGElement>('*')]);
  originals?.forEach((original, index) => {
    const style = getComputedStyle(original);
    for (const name of STYLES) copies?.[index]?.setAttribute(name, style.getPropertyValue(name));
  });
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  return new XMLSerializer().serializeToString(copy);
}
