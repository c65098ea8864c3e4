import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { BehindEvent } from '../reports/events.js';
import type { Mark } from './picture.js';
import { placeTooltip } from './tooltip.js';

export type MarksHost = ReactiveControllerHost & HTMLElement & { readonly renderRoot: ParentNode };

/** A mark that says more: its middle, top and bottom, pixels from the top left corner of the chart. */
export interface Shown {
  readonly mark: Mark;
  readonly x: number;
  readonly y: number;
  readonly bottom: number;
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * Pointer and keys over the marks of a chart: one stop of the Tab key a chart, arrows, Home and End from mark to mark, Enter
 * opens what is behind, Escape hides the tooltip.
 */
export class MarksController implements ReactiveController {
  marks: readonly Mark[] = [];
  #place: (Omit<Shown, 'mark'> & { readonly index: number }) | null = null;
  #active = 0;

  constructor(private readonly host: MarksHost) {
    host.addController(this);
  }

  /** The mark as it is drawn now: under a pointer that rests, another answer brings other numbers. */
  get shown(): Shown | null {
    const mark = this.#place && this.marks[this.#place.index];
    return this.#place && mark ? { ...this.#place, mark } : null;
  }

  hostUpdated(): void {
    const drawn = this.#drawn();
    if (this.#active >= drawn.length) this.#active = 0;
    drawn.forEach((mark, index) => void mark.setAttribute('tabindex', index === this.#active ? '0' : '-1'));
    const tip = this.host.renderRoot.querySelector<HTMLElement>('.tooltip');
    if (tip && this.shown) placeTooltip(tip, this.shown);
  }

  /** For `@pointerover` and `@focusin` of the chart. */
  readonly point = (event: Event): void => {
    const place = placeOf(event);
    const index = Number(place?.dataset.mark);
    if (!place || !this.marks[index]) {
      this.leave();
      return;
    }
    const chart = event.currentTarget as HTMLElement;
    const [around, box] = [chart.getBoundingClientRect(), place.getBoundingClientRect()];
    const x = box.left + box.width / 2 - around.left;
    this.#place = { index, x, y: box.top - around.top, bottom: box.bottom - around.top };
    this.host.requestUpdate();
  };

  /** For `@pointerleave` and `@focusout`. */
  readonly leave = (): void => {
    if (this.#place === null) return;
    this.#place = null;
    this.host.requestUpdate();
  };

  /** For `@click`. */
  readonly open = (event: Event): void => {
    const place = placeOf(event);
    const mark = place && this.marks[Number(place.dataset.mark)];
    if (mark?.behind)
      this.host.dispatchEvent(new BehindEvent(mark.behind, mark.of ?? 'leads', mark.behindLabel ?? mark.label));
  };

  /** For `@keydown`. */
  readonly press = (event: KeyboardEvent): void => {
    const drawn = this.#drawn();
    const at = drawn.indexOf(placeOf(event) as SVGGElement);
    if (at < 0) return;
    if (event.key === 'Escape') this.leave();
    else if (event.key === 'Enter' || event.key === ' ') this.open(event);
    else if (event.key === 'Home') this.#go(drawn, 0);
    else if (event.key === 'End') this.#go(drawn, drawn.length - 1);
    else if (event.key in STEPS) this.#go(drawn, at + (STEPS[event.key] ?? 0));
    else return;
    event.preventDefault();
  };

  #go(drawn: readonly SVGGElement[], index: number): void {
    this.#active = Math.min(Math.max(index, 0), drawn.length - 1);
    drawn[this.#active]?.focus();
    this.host.requestUpdate();
  }

  #drawn(): SVGGElement[] {
    return [...this.host.renderRoot.querySelectorAll<SVGGElement>('[data-mark]')];
  }
}

function placeOf(event: Event): SVGGElement | null {
  return event.target instanceof Element ? event.target.closest<SVGGElement>('[data-mark]') : null;
}
