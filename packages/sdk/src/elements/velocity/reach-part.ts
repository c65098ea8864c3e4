import type { VelocityReport } from '@leadstage/sdk';
import { scaleLinear, scalePoint } from 'd3-scale';
import { nothing, svg } from 'lit';
import { bottomAxis, thinned } from '../chart/axis.js';
import type { Drawn } from '../chart/drawn.js';
import { fitted, widthOf } from '../chart/fit-text.js';
import type { Put } from '../chart/picture.js';
import { NARROW } from './narrow.js';
import { className, filledClasses, reachMark, type VelocityScene, wayOf } from './velocity-figures.js';

const [LINE, NUMBERS, AXIS] = [20, 58, 22];
/** Room for a number under the axis. */
const UNDER = 44;
const [LARGEST, SMALLEST] = [20, 12];
/** For the numbers over the bars. */
const OVER = 18;
const LEAST_BARS = 124;

/**
 * Median, p75 and p90 in large type, and below them how many took how long.
 * @param height that it may fill, pixels; it takes more where it must
 */
export function reachPart(
  report: VelocityReport,
  width: number,
  height: number,
  scene: VelocityScene,
  put: Put,
): Drawn {
  const { own, lengths, formats } = scene;
  const { total } = report;
  const way = wayOf(report);
  const isNarrow = width < NARROW;
  const leads = `${own.leads}: ${formats.count(total.count)}`;
  const column = width / 3;
  const numbers = [
    [[own.median], lengths.text(total.median)],
    [[own.p75, '75 %'], lengths.text(total.p75)],
    [[own.p90, '90 %'], lengths.text(total.p90)],
  ] as const;
  const widest = Math.max(...numbers.map(([, text]) => widthOf(text, 1.08)));
  const size = Math.max(SMALLEST, Math.min(LARGEST, Math.floor((column - 8) / widest)));
  const top = isNarrow ? LINE * 2 : LINE;
  const hit = svg`<rect class="hit" width=${width} height=${top + NUMBERS - 10} rx="4"></rect>`;
  const heading = svg`<text class="strong" y="12">${fitted(way, isNarrow ? width : width - widthOf(leads, 12) - 12)}</text>
    ${
      isNarrow
        ? svg`<text class="muted" y=${12 + LINE}>${leads}</text>`
        : svg`<text class="muted" x=${width} y="12" text-anchor="end">${leads}</text>`
    }
    ${numbers.map(
      ([names, text], index) => svg`<g transform="translate(${index * column},${top})">
        <text class="muted" y="18">${fitted(names, column - 8)}</text>
        <text class="strong" font-size=${size} y="42">${text}</text></g>`,
    )}`;
  const bars = Math.max(LEAST_BARS, height - top - NUMBERS - AXIS);
  const hasBars = total.count > 0;
  return {
    height: top + NUMBERS + (hasBars ? bars + AXIS : 0),
    shapes: svg`${put(reachMark(way, total, scene), hit, heading)}
      ${hasBars ? svg`<g transform="translate(0,${top + NUMBERS})">${drawnClasses(report, width, bars, scene, put)}</g>` : nothing}`,
  };
}

/** The classes are not of the same length, so their edges are written and their bars are as wide as each other. */
function drawnClasses({ total }: VelocityReport, width: number, height: number, scene: VelocityScene, put: Put) {
  const { own, lengths, formats } = scene;
  const classes = filledClasses(total.histogram);
  const edges = [...classes.map(({ from }) => String(from)), String(classes.at(-1)?.to ?? '')];
  const x = scalePoint(edges, [12, width - 18]);
  const y = scaleLinear([0, Math.max(...classes.map(({ count }) => count))], [height, OVER]);
  const step = x.step();
  const bars = classes.map((each) => {
    const left = x(String(each.from)) ?? 0;
    const text = formats.count(each.count);
    const top = y(each.count);
    const hasText = each.count > 0 && widthOf(text, 11) <= step;
    return put(
      { label: className(each, scene), lines: [`${own.leads}: ${text}`] },
      svg`<rect class="hit" x=${left} width=${step} height=${height}></rect>
        <rect class="bar series-1" x=${left + 1} y=${top} width=${Math.max(1, step - 2)} height=${height - top} rx="2"></rect>`,
      hasText
        ? svg`<text class="small muted" x=${left + step / 2} y=${top - 5} text-anchor="middle">${text}</text>`
        : nothing,
    );
  });
  const format = (edge: string) => (edge === '' ? '' : lengths.short(Number(edge)));
  return svg`${bars}${bottomAxis(x, { y: height, ticks: thinned(edges, width, UNDER), format })}`;
}
