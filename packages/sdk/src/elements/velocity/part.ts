import { type SVGTemplateResult, svg } from 'lit';

/** A part that is narrower says less beside its names. */
export const NARROW = 420;

/** A piece of a picture, drawn from its own upper left corner. */
export interface Part {
  readonly height: number;
  readonly shapes: SVGTemplateResult;
}

/** Pieces below each other. @param gap pixels */
export function stacked(parts: readonly Part[], gap: number): Part {
  let height = 0;
  const shapes = parts.map((part) => {
    const top = height === 0 ? 0 : height + gap;
    height = top + part.height;
    return svg`<g transform="translate(0,${top})">${part.shapes}</g>`;
  });
  return { height, shapes: svg`${shapes}` };
}
