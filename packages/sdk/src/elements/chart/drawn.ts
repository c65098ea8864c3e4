import { svg } from 'lit';

/** A piece of a drawing, from its own upper left corner. */
export interface Drawn {
  /** Pixels. */
  readonly height: number;
  readonly shapes: unknown;
}

/** Pieces below each other. @param gap pixels */
export function stacked(pieces: readonly Drawn[], gap = 0): Drawn {
  let height = 0;
  const shapes = pieces.map((piece) => {
    const top = height === 0 ? 0 : height + gap;
    height = top + piece.height;
    return svg`<g transform="translate(0,${top})">${piece.shapes}</g>`;
  });
  return { height, shapes };
}
