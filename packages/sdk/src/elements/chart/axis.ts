import { type SVGTemplateResult, svg } from 'lit';

/** As much of a scale of d3 as an axis reads. */
export interface AxisScale<Domain> {
  (value: Domain): number | undefined;
  domain(): Domain[];
  range(): number[];
  /** Of numbers. */
  ticks?(count: number): Domain[];
  /** Of bands, whose ticks stand in their middle. */
  bandwidth?(): number;
}

export interface AxisOptions<Domain> {
  /** Where its origin is. */
  readonly x?: number;
  readonly y?: number;
  /** About how many, for numbers; which, for bands. */
  readonly ticks?: number | readonly Domain[];
  readonly format: (value: Domain) => string;
  /** Length of the lines across the chart that go with the ticks. */
  readonly grid?: number;
}

/** Of a tick without a grid, pixels. */
const TICK = 6;
const [NEAR, FAR] = [3, 8];

/** An axis below a chart. What it says is in the marks and the table, so it is hidden from screen readers. */
export function bottomAxis<Domain>(scale: AxisScale<Domain>, options: AxisOptions<Domain>): SVGTemplateResult {
  const [from, to] = endsOf(scale);
  return axis(scale, options, `M${from},${crisp()}H${to}`, (at, text) => {
    const place = `translate(${at},0)`;
    return svg`<g class="tick" transform=${place}><line y2=${TICK}></line><text y=${TICK + NEAR} dy="0.71em" text-anchor="middle">${text}</text></g>`;
  });
}

/** An axis to the left of a chart. */
export function leftAxis<Domain>(scale: AxisScale<Domain>, options: AxisOptions<Domain>): SVGTemplateResult {
  const [from, to] = endsOf(scale);
  const { grid } = options;
  return axis(scale, options, `M${crisp()},${from}V${to}`, (at, text) => {
    const place = `translate(0,${at})`;
    const x = grid === undefined ? -TICK - NEAR : -FAR;
    return svg`<g class="tick" transform=${place}><line x2=${grid ?? -TICK}></line><text x=${x} dy="0.32em" text-anchor="end">${text}</text></g>`;
  });
}

function axis<Domain>(
  scale: AxisScale<Domain>,
  { x = 0, y = 0, ticks, format }: AxisOptions<Domain>,
  line: string,
  tick: (at: number, text: string) => SVGTemplateResult,
): SVGTemplateResult {
  const values = typeof ticks === 'object' ? ticks : (scale.ticks?.(ticks ?? 10) ?? scale.domain());
  const middle = Math.max((scale.bandwidth?.() ?? 0) / 2, crisp());
  return svg`<g class="axis" transform="translate(${x},${y})" aria-hidden="true"><path class="domain" d=${line}></path>${values.map(
    (value) => tick((scale(value) ?? 0) + middle, format(value)),
  )}</g>`;
}

function endsOf<Domain>(scale: AxisScale<Domain>): number[] {
  return scale.range().map((end) => end + crisp());
}

/** Lines of one pixel are sharp between two pixels; where pixels are finer, anywhere. */
function crisp(): number {
  return globalThis.devicePixelRatio > 1 ? 0 : 0.5;
}

/** Every so many of a row of labels, so that they do not touch. @param room pixels for each label */
export function thinned<Value>(values: readonly Value[], width: number, room: number): Value[] {
  const step = Math.max(1, Math.ceil((values.length * room) / Math.max(width, room)));
  return values.filter((_, index) => index % step === 0);
}
