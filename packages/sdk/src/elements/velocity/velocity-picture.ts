import type { Grain, VelocityReport } from '@leadstage/sdk';
import { html, svg } from 'lit';
import { barRows } from '../bars/bar-rows.js';
import { amountBar } from '../bars/rate-bar.js';
import { type Drawn, stacked } from '../chart/drawn.js';
import { linePlot } from '../chart/line-plot.js';
import { type Mark, type Picture, type Put, putInto } from '../chart/picture.js';
import { figureBy, groupName, MOST_GROUPS } from '../frame/groups.js';
import type { Scene } from '../frame/scene.js';
import { begun } from '../reports/begun.js';
import { TREND_WORDS } from '../trend/trend-words.js';
import { filled } from '../words/language.js';
import { reachPart } from './reach-part.js';
import { stayHeight, stayPart } from './stay-part.js';
import { reachMark, type VelocityScene, velocityScene } from './velocity-figures.js';

/** From here on what was reached and what stays stand beside each other. */
const WIDE = 760;
const [GAP, BETWEEN] = [28, 40];
/** Of a histogram beside the stays. */
const HIGHEST = 420;
const [TREND_HEIGHT, TREND_HEADING] = [180, 24];

/** @param grain of the report's series, where it has one @param by what its groups share, where it has some */
export function velocityPicture(
  report: VelocityReport,
  plain: Scene,
  title: string,
  grain: Grain | null,
  by: readonly string[] | null,
): Picture {
  const { width } = plain;
  const scene = velocityScene(report, plain);
  const marks: Mark[] = [];
  const put = putInto(marks);
  const { timeInStage } = report.total;
  const isWide = width >= WIDE && timeInStage.length > 0;
  const left = isWide ? (width - BETWEEN) / 2 : width;
  const beside = isWide && grain === null && by === null ? Math.min(stayHeight(timeInStage), HIGHEST) : 0;
  const first = [
    reachPart(report, left, beside, scene, put),
    ...(grain === null ? [] : [medianPart(report, left, scene, put, grain)]),
    ...(by === null ? [] : [groupsPart(report.groups, by, left, scene, put)]),
  ];
  const second = timeInStage.length > 0 ? [stayPart(timeInStage, left, scene, put)] : [];
  const one = stacked(isWide ? first : [...first, ...second], GAP);
  const two = stacked(isWide ? second : [], GAP);
  const height = Math.max(one.height, two.height) + 4;
  return {
    drawing: html`<svg viewBox="0 0 ${width} ${height}" height=${height} role="group" aria-label=${title}>
      ${one.shapes}<g transform="translate(${left + BETWEEN},0)">${two.shapes}</g></svg>`,
    marks,
  };
}

function medianPart(report: VelocityReport, width: number, scene: VelocityScene, put: Put, grain: Grain): Drawn {
  const { formats, own, language, lengths } = scene;
  const points = begun(report.series, report.asOf, scene.setting.workspace);
  const axis = lengths.axis(Math.max(0, ...points.map(({ figures }) => figures.median ?? 0)));
  const line = points.map(({ period, figures, isOver }) => {
    const mark = reachMark(formats.period(period), figures, scene);
    const lines = isOver ? mark.lines : [...mark.lines, TREND_WORDS[language].notOver];
    const value = figures.median === null ? null : figures.median / axis.unit;
    return { at: period.start, value, isOver, mark: { ...mark, lines } };
  });
  const plot = {
    places: report.series.map(({ period }) => period.start),
    place: (at: string) => formats.bucket(at, grain),
    value: axis.format,
    isWhole: false,
    width,
    height: TREND_HEIGHT,
    lines: [{ tone: 'series-1', points: line }],
  };
  return {
    height: TREND_HEADING + TREND_HEIGHT,
    shapes: svg`<text class="strong" y="12" aria-hidden="true">${filled(TREND_WORDS[language].overTime, { measure: own.median })}</text>
      <g transform="translate(0,${TREND_HEADING})">${linePlot(plot, put)}</g>`,
  };
}

function groupsPart(
  groups: VelocityReport['groups'],
  by: readonly string[],
  width: number,
  scene: VelocityScene,
  put: Put,
) {
  const { own, lengths, formats } = scene;
  const shown = groups.slice(0, MOST_GROUPS);
  const longest = Math.max(...shown.map(({ figures }) => figures.median ?? 0));
  const rows = shown.map(({ keys, figures }) => {
    const label = groupName(keys, scene);
    return {
      label,
      value: lengths.text(figures.median),
      beside: formats.count(figures.count),
      bar: (length: number) => amountBar({ value: figures.median }, longest, length),
      mark: reachMark(label, figures, scene),
    };
  });
  const heading = svg`<text class="strong" y="12">${figureBy(own.median, by, scene)}</text>`;
  const bars = barRows(rows, { width, draw: put, heads: { beside: own.leads, value: own.median } });
  return stacked([{ height: TREND_HEADING, shapes: heading }, bars]);
}
