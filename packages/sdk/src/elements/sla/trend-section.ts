import type { Grain, SlaReport } from '@leadstage/sdk';
import { scaleBand, scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { nothing, svg } from 'lit';
import type { Section } from '../bars/sheet.js';
import { bottomAxis, leftAxis, thinned } from '../chart/axis.js';
import { fitted, widthOf } from '../chart/fit-text.js';
import type { Put } from '../chart/picture.js';
import { rateLines } from '../frame/rate-lines.js';
import type { Scene } from '../frame/scene.js';
import { CLOCKS, type Clock, isPromised } from './sla-figures.js';
import { SLA_WORDS } from './sla-words.js';

type Point = SlaReport['series'][number];

const SHARES: readonly number[] = [0, 0.5, 1];
const LEFT = 44;
/** Of the lines' own names. */
const TOP = 28;
const PLOT = 130;
const BOTTOM = 24;
/** Of a label under the axis. */
const LABEL = 58;
/** With dashes, so that the lines differ by more than their colour. */
const DASHES = { firstResponse: nothing, decision: '5 3' };
const TONES = { firstResponse: 'series-1', decision: 'series-2' };

/** How much of what was promised was kept, bucket by bucket; nothing promised is a gap. */
export function trendSection(series: readonly Point[], grain: Grain, scene: Scene): Section {
  const clocks = CLOCKS.filter((clock) => series.some(({ figures }) => isPromised(figures[clock])));
  return {
    heading: SLA_WORDS[scene.language].compliance,
    half: true,
    draw(width, draw) {
      const starts = series.map(({ period }) => period.start);
      const x = scaleBand(starts, [LEFT, width]);
      const y = scaleLinear([0, 1], [TOP + PLOT, TOP]);
      const middle = ({ period }: Point) => (x(period.start) ?? 0) + x.bandwidth() / 2;
      const percent = new Intl.NumberFormat(scene.formats.tag, { style: 'percent' });
      const shapes = svg`
        ${leftAxis(y, { x: LEFT, ticks: SHARES, format: (share) => percent.format(share), grid: width - LEFT })}
        ${bottomAxis(x, {
          y: TOP + PLOT,
          ticks: thinned(starts, width - LEFT, LABEL),
          format: (start) => scene.formats.bucket(start, grain),
        })}
        ${names(clocks, width, scene)}
        ${clocks.map((clock) => curve(clock, series, middle, y))}
        ${series.map((point) => mark(point, clocks, draw, { x: middle(point), y, room: x.bandwidth(), grain, scene }))}`;
      return { height: TOP + PLOT + BOTTOM, shapes };
    },
  };
}

function names(clocks: readonly Clock[], width: number, { language }: Scene) {
  let x = 0;
  return clocks.map((clock) => {
    const name = fitted(SLA_WORDS[language][clock], width - x - 24);
    const at = x;
    x += widthOf(name) + 48;
    return svg`<g transform="translate(${at},0)" aria-hidden="true">
      <path class="line ${TONES[clock]}" stroke-dasharray=${DASHES[clock]} d="M0,8h18"></path>
      <text class="muted" x="24" y="12">${name}</text></g>`;
  });
}

function curve(clock: Clock, series: readonly Point[], x: (point: Point) => number, y: (share: number) => number) {
  const rateOf = ({ figures }: Point) => figures[clock].complianceRate;
  const band = area<Point>()
    .defined((point) => rateOf(point).low !== null && rateOf(point).high !== null)
    .x(x)
    .y0((point) => y(rateOf(point).low ?? 0))
    .y1((point) => y(rateOf(point).high ?? 0));
  const through = line<Point>()
    .defined((point) => rateOf(point).value !== null)
    .x(x)
    .y((point) => y(rateOf(point).value ?? 0));
  return svg`<g class=${TONES[clock]} aria-hidden="true"><path class="band" d=${band(series) ?? ''}></path>
    <path class="line" stroke-dasharray=${DASHES[clock]} d=${through(series) ?? ''}></path></g>`;
}

interface Place {
  readonly x: number;
  readonly y: (share: number) => number;
  readonly room: number;
  readonly grain: Grain;
  readonly scene: Scene;
}

function mark({ period, figures }: Point, clocks: readonly Clock[], draw: Put, { x, y, room, grain, scene }: Place) {
  const label = scene.formats.bucket(period.start, grain);
  const lines = clocks.flatMap((clock) =>
    rateLines(SLA_WORDS[scene.language][clock], figures[clock].complianceRate, scene),
  );
  const dots = clocks.map((clock) => {
    const { value } = figures[clock].complianceRate;
    return value === null ? nothing : svg`<circle class="dot ${TONES[clock]}" cx=${x} cy=${y(value)} r="3"></circle>`;
  });
  return draw(
    { label, lines, behind: figures.behind, of: 'handoffs' },
    svg`<rect class="hit" x=${x - room / 2} y=${TOP} width=${room} height=${PLOT}></rect>${dots}`,
  );
}
