import { type ScalePoint, scaleLinear, scalePoint } from 'd3-scale';
import { area, line } from 'd3-shape';
import { nothing, type SVGTemplateResult, svg } from 'lit';
import { bottomAxis, leftAxis, thinned } from './axis.js';
import type { Mark, Put } from './picture.js';

export interface PlotPoint {
  /** One of the places of the plot. */
  readonly at: string;
  /** Null: a gap. */
  readonly value: number | null;
  /** Ends of its interval. */
  readonly low?: number | null | undefined;
  readonly high?: number | null | undefined;
  /** False: drawn as not certain yet. Only the last ones may be so. */
  readonly isOver: boolean;
  readonly mark: Mark;
}

export interface PlotLine {
  /** As `toneOf` gives it. */
  readonly tone: string;
  readonly points: readonly PlotPoint[];
}

/** Lines over the same places of time, on one axis that has 0. */
export interface Plot {
  readonly lines: readonly PlotLine[];
  /** Places from left to right; lines may end before the last. */
  readonly places: readonly string[];
  readonly place: (at: string) => string;
  readonly value: (value: number) => string;
  /** Whether values between whole numbers mean nothing. */
  readonly isWhole: boolean;
  readonly width: number;
  readonly height: number;
}

const [TOP, BOTTOM, RIGHT] = [8, 24, 12];
const TICKS = 4;
/** Room for a label below, pixels. */
const LABEL = 64;
/** Points closer than this have dots only where they are pointed at. */
const CLOSE = 14;
/** With more lines than these their intervals would hide each other. */
const MOST_BANDS = 3;

interface Scales {
  readonly x: ScalePoint<string>;
  readonly y: (value: number) => number;
}

export function linePlot(plot: Plot, put: Put): SVGTemplateResult {
  const { lines, places, width, height, isWhole } = plot;
  const hasBands = lines.length <= MOST_BANDS;
  const values = lines.flatMap(({ points }) =>
    points.flatMap(({ value, high }) => [value ?? 0, (hasBands && high) || 0]),
  );
  const y = scaleLinear([Math.min(0, ...values), Math.max(0, ...values) || 1], [height - BOTTOM, TOP]).nice(TICKS);
  const ticks = y.ticks(TICKS).filter((tick) => !isWhole || Number.isInteger(tick));
  const left = 14 + 6.2 * Math.max(...ticks.map((tick) => plot.value(tick).length));
  const x = scalePoint(places, [left, width - RIGHT]).padding(0.2);
  const scales = { x, y };
  return svg`
    <g class="plain">${leftAxis(y, { x: left, ticks, format: plot.value, grid: width - left })}</g>
    ${bottomAxis(x, { y: height - BOTTOM, ticks: thinned(places, width - left, LABEL), format: plot.place })}
    <g aria-hidden="true">
      ${hasBands ? lines.map((each) => drawnBand(each, scales)) : nothing}
      ${lines.map((each) => drawnLine(each, scales))}
    </g>
    ${lines.map((each) => drawnPoints(each, scales, lines.length === 1 ? 40 : 24, put))}`;
}

function drawnBand({ tone, points }: PlotLine, { x, y }: Scales): SVGTemplateResult {
  const band = area<PlotPoint>()
    .defined(({ low, high }) => low != null && high != null)
    .x(({ at }) => x(at) ?? 0)
    .y0(({ low }) => y(low ?? 0))
    .y1(({ high }) => y(high ?? 0));
  const alone = points.filter((point, index) => point.low != null && isAlone(points, index));
  return svg`<g class=${tone}><path class="band" d=${band(points) ?? ''}></path>
    ${alone.map(({ at, low, high }) => {
      const [from, to] = [y(high ?? 0), y(low ?? 0)];
      return svg`<rect class="band" x=${(x(at) ?? 0) - 3} y=${from} width="6" height=${to - from}></rect>`;
    })}</g>`;
}

/** Dashes are an attribute and not a style, so that a saved picture has them. */
function drawnLine({ tone, points }: PlotLine, { x, y }: Scales): SVGTemplateResult {
  const path = line<PlotPoint>()
    .defined(({ value }) => value !== null)
    .x(({ at }) => x(at) ?? 0)
    .y(({ value }) => y(value ?? 0));
  const over = points.filter(({ isOver }) => isOver).length;
  const uncertain = points.slice(Math.max(0, over - 1));
  return svg`<g class=${tone}><path class="line" d=${path(points.slice(0, over)) ?? ''}></path>
    ${over < points.length ? svg`<path class="line" stroke-dasharray="4 4" d=${path(uncertain) ?? ''}></path>` : nothing}</g>`;
}

function drawnPoints({ tone, points }: PlotLine, { x, y }: Scales, reach: number, put: Put) {
  const room = Math.min(x.step() || reach, 48);
  return points.map((point, index) => {
    if (point.value === null) return nothing;
    const [cx, cy] = [x(point.at) ?? 0, y(point.value)];
    const isShown = room >= CLOSE || isAlone(points, index);
    return put(
      point.mark,
      svg`<rect class="hit" x=${cx - room / 2} y=${cy - reach / 2} width=${room} height=${reach} rx="4"></rect>
        <g class=${tone}><circle class="${point.isOver ? 'dot' : 'ring'} ${isShown ? '' : 'far'}" cx=${cx} cy=${cy} r="3.5"></circle></g>`,
    );
  });
}

function isAlone(points: readonly PlotPoint[], index: number): boolean {
  return points[index]?.value !== null && points[index - 1]?.value == null && points[index + 1]?.value == null;
}
