import type { SVGTemplateResult } from 'lit';

/** A piece of a drawing, from its own top. */
export interface Part {
  readonly shapes: SVGTemplateResult;
  /** Pixels. */
  readonly height: number;
}
