import { nothing, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import type { BehindOf } from '../reports/events.js';

/** Something in a chart that can be pointed at, reached by keys, and read out. */
export interface Mark {
  /** What it is, such as `MQL` or `MQL, March 2026`. */
  readonly label: string;
  /** What it says: numbers with their numerator, denominator and interval, a line each. */
  readonly lines: readonly string[];
  /** Leads to what it counts; null or undefined where it does not. */
  readonly behind?: string | null | undefined;
  /** What is listed there, where that is not all that the label says. */
  readonly behindLabel?: string | undefined;
  /** Default leads. */
  readonly of?: BehindOf | undefined;
}

export interface LegendItem {
  /** Such as `series-1` or `good`; see chart-styles.ts. */
  readonly tone: string;
  readonly text: string;
}

/** A drawn chart. */
export interface Picture {
  /** One `<svg>`, as wide as the scene says. */
  readonly drawing: TemplateResult;
  /** In the order in which arrow keys go through them; `drawnMark` puts them in. */
  readonly marks: readonly Mark[];
  readonly legend?: readonly LegendItem[] | undefined;
}

/**
 * Shapes that belong to a mark. What is written beside them stands outside the mark, which has a name of its own.
 * @param index of the mark in `marks`
 */
export function drawnMark(index: number, mark: Mark, shapes: unknown, texts: unknown = nothing): SVGTemplateResult {
  const name = [mark.label, ...mark.lines].join(', ');
  const role = mark.behind ? 'button' : 'img';
  return svg`<g class="mark" data-mark=${index} role=${role} aria-label=${name}>${shapes}</g>
    <g class="beside" aria-hidden="true">${texts}</g>`;
}

/** Puts a mark, its shapes and what is written beside them into a picture. */
export type Put = (mark: Mark, shapes: unknown, texts?: unknown) => SVGTemplateResult;

/** Collects the marks of a picture in the order in which they are drawn. */
export function putInto(marks: Mark[]): Put {
  return (mark, shapes, texts) => drawnMark(marks.push(mark) - 1, mark, shapes, texts);
}

/** The tone of the series at an index, beginning again after the last. */
export function toneOf(index: number): string {
  return `series-${(index % 6) + 1}`;
}
