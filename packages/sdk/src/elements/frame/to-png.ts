/** What a drawing takes from style sheets, which an image of its own does not see. */
const FONT = ['font-family', 'font-size', 'font-weight'];
const STYLES = ['fill', 'stroke', 'stroke-width', 'stroke-linejoin', 'opacity', 'text-anchor', ...FONT];
const SVG = 'http://www.w3.org/2000/svg';
const SCALE = 2;

/**
 * A drawing as it looks now, with its legend, on its background, at twice its size.
 * @param legend a list above the drawing: items of a swatch `<i>` and a text
 * @throws Error where a content security policy does not let pages show images of theirs (`img-src blob:`)
 */
export async function toPng(drawing: SVGSVGElement, legend: Element | null, background: string): Promise<Blob> {
  const { width, bottom } = drawing.getBoundingClientRect();
  const height = bottom - (legend ?? drawing).getBoundingClientRect().top;
  const whole = shape('svg', { width, height });
  whole.append(standingAlone(drawing, height), ...legendShapes(legend));
  const text = new XMLSerializer().serializeToString(whole);
  const url = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
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

/** A copy that brings its styles, at the foot of a picture of that height. */
function standingAlone(drawing: SVGSVGElement, pictureHeight: number): SVGSVGElement {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const [originals = [], copies = []] = [drawing, copy].map((root) => [
    root,
    ...root.querySelectorAll<SVGElement>('*'),
  ]);
  originals.forEach((original, index) => {
    const style = getComputedStyle(original);
    for (const name of STYLES) copies[index]?.setAttribute(name, style.getPropertyValue(name));
  });
  const { width, height } = drawing.getBoundingClientRect();
  set(copy, { y: pictureHeight - height, width, height, overflow: 'visible' });
  return copy;
}

/** The swatches and texts of a legend, where they stand. */
function legendShapes(legend: Element | null): SVGElement[] {
  const { left = 0, top = 0 } = legend?.getBoundingClientRect() ?? {};
  return [...(legend?.children ?? [])].flatMap((item) => {
    const swatch = item.querySelector('i');
    if (!swatch) return [];
    const { x, y, width, height } = swatch.getBoundingClientRect();
    const range = document.createRange();
    range.selectNodeContents(item);
    range.setStartAfter(swatch);
    const words = range.getBoundingClientRect();
    const style = getComputedStyle(item);
    const middle = words.y - top + words.height / 2;
    const text = shape('text', { x: words.x - left, y: middle, fill: style.color, 'dominant-baseline': 'central' });
    for (const name of FONT) text.setAttribute(name, style.getPropertyValue(name));
    text.textContent = range.toString().trim();
    const fill = getComputedStyle(swatch).backgroundColor;
    return [shape('rect', { x: x - left, y: y - top, width, height, rx: 2, fill }), text];
  });
}

function shape(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  return set(document.createElementNS(SVG, name) as SVGElement, attributes);
}

function set<Each extends Element>(element: Each, attributes: Readonly<Record<string, string | number>>): Each {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return element;
}
