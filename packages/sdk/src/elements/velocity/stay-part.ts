import { type ScaleLinear, scaleLinear } from 'd3-scale';
import { nothing, svg } from 'lit';
import { bottomAxis } from '../chart/axis.js';
import type { Drawn } from '../chart/drawn.js';
import { fitted, widthOf } from '../chart/fit-text.js';
import type { Put } from '../chart/picture.js';
import { NARROW } from './narrow.js';
import { type Stay, stayMark, type VelocityScene } from './velocity-figures.js';

const HEADING = 44;
const ROW = 58;
const [BAR_TOP, BAR] = [22, 10];
const AXIS = 24;

/** For each stage a bar to the median, paler to p75 and paler still to p90, all on one scale of time. */
export function stayPart(stays: readonly Stay[], width: number, scene: VelocityScene, put: Put): Drawn {
  const { own, lengths } = scene;
  const longest = Math.max(0, ...stays.flatMap(({ median, p75, p90 }) => [median ?? 0, p75 ?? 0, p90 ?? 0]));
  const axis = lengths.axis(longest);
  const x = scaleLinear([0, longest / axis.unit || 1], [0, width - 14]).nice(4);
  const at = (seconds: number) => x(seconds / axis.unit);
  const key = [[own.median], [own.p75, '75 %'], [own.p90, '90 %']];
  const rows = stays.map((stay, index) => {
    const moved = (shapes: unknown) => svg`<g transform="translate(0,${HEADING + index * ROW})">${shapes}</g>`;
    return put(stayMark(stay, scene), moved(drawnStay(stay, width, at)), moved(writtenStay(stay, width, scene)));
  });
  return {
    height: stayHeight(stays),
    shapes: svg`<g aria-hidden="true" class="series-1">
        <text class="strong" y="12">${own.timeInStage}</text>
        ${key.map(
          (names, index) => svg`<g transform="translate(${(index * width) / 3},22)">
            <rect class="box-${index}" width="10" height="10" rx="2"></rect>
            <text class="muted small" x="16" y="9">${fitted(names, width / 3 - 22, 11)}</text></g>`,
        )}</g>
      ${longest > 0 ? timeAxis(x, HEADING + stays.length * ROW, axis.format) : nothing}${rows}`,
  };
}

/** What the part takes, pixels. */
export function stayHeight(stays: readonly Stay[]): number {
  return HEADING + stays.length * ROW + AXIS;
}

function timeAxis(x: ScaleLinear<number, number>, y: number, format: (value: number) => string) {
  return svg`<g class="plain">${bottomAxis(x, { y, ticks: 4, format })}</g>`;
}

function drawnStay({ median, p75, p90, count }: Stay, width: number, at: (seconds: number) => number) {
  const pieces = [
    [0, median],
    [median, p75],
    [p75, p90],
  ] as const;
  const known = at(p90 ?? p75 ?? median ?? 0);
  return svg`<rect class="hit" width=${width} height=${ROW - 6} rx="4"></rect>
    <rect class="track" y=${BAR_TOP} width=${width} height=${BAR} rx="2"></rect>
    <g class="series-1">${pieces.map(([from, to], index) =>
      from === null || to === null
        ? nothing
        : svg`<rect class="box-${index}" x=${at(from)} y=${BAR_TOP} width=${Math.max(1, at(to) - at(from))} height=${BAR}></rect>
          <rect class="bar" x=${Math.max(0, at(to) - 2)} y=${BAR_TOP} width="2" height=${BAR}></rect>`,
    )}
    ${count > 0 && p90 === null ? svg`<path class="line" stroke-dasharray="2 4" d="M${known + 3},${BAR_TOP + BAR / 2}H${width}"></path>` : nothing}</g>`;
}

function writtenStay({ stage, median, p75, p90, ended, open }: Stay, width: number, scene: VelocityScene) {
  const { own, lengths, formats } = scene;
  const text = lengths.text(median);
  const counts = `${own.ended}: ${formats.count(ended)} · ${own.open}: ${formats.count(open)}`;
  const rest = `75 %: ${lengths.text(p75)} · 90 %: ${lengths.text(p90)}`;
  return svg`<text y="14">${fitted(stage.name, width - widthOf(text, 13) - 12)}</text>
    <text class="strong" x=${width} y="14" text-anchor="end">${text}</text>
    <text class="muted small" y="46">${counts}</text>
    ${
      width < NARROW || p75 === null
        ? nothing
        : svg`<text class="muted small" x=${width} y="46" text-anchor="end">${rest}</text>`
    }`;
}
