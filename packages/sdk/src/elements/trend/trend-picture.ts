import { html, nothing, svg } from 'lit';
import { linePlot } from '../chart/line-plot.js';
import { type Mark, type Picture, putInto, toneOf } from '../chart/picture.js';
import { rateLines } from '../frame/rate-lines.js';
import type { Scene } from '../frame/scene.js';
import { SERIES } from '../frame/theme.js';
import { FUNNEL_WORDS } from '../funnel/funnel-words.js';
import type { BehindOf } from '../reports/events.js';
import {
  figureOf,
  figureText,
  MEASURES,
  type Measure,
  measureName,
  panelsOf,
  type TrendAnswer,
  type TrendPoint,
} from './trend-figures.js';
import { TREND_WORDS } from './trend-words.js';

const HEIGHT = 220;
/** Of a panel's name, above it. */
const NAME = 34;

/** Names of all lines, the same in each panel, in the order of their tones. */
export function namesIn(answer: TrendAnswer, scene: Scene): string[] {
  return [...new Set(panelsOf(answer, scene).flatMap(({ lines }) => lines.map(({ name }) => name)))];
}

/** A panel for each measure, each with an axis of its own. */
export function trendPicture(answer: TrendAnswer, scene: Scene, title: string, of: BehindOf): Picture {
  const { formats, width } = scene;
  const marks: Mark[] = [];
  const put = putInto(marks);
  const names = namesIn(answer, scene).slice(0, SERIES);
  const panels = panelsOf(answer, scene).map(({ measure, lines }) => ({
    measure,
    lines: lines.filter(({ name }) => names.includes(name)),
  }));
  const percent = new Intl.NumberFormat(formats.tag, { style: 'percent', maximumFractionDigits: 1 });
  const above = panels.length > 1 ? NAME : 0;
  const places = answer.measures[0]?.report.series.map(({ period }) => period.start) ?? [];
  const drawn = panels.map(({ measure, lines }, index) => {
    const { isRate } = MEASURES[measure];
    const plot = {
      places,
      place: (at: string) => formats.bucket(at, answer.grain),
      value: (value: number) => (isRate ? percent.format(value) : formats.compact(value)),
      isWhole: !isRate,
      width,
      height: HEIGHT,
      lines: lines.map(({ name, points }) => ({
        tone: toneOf(names.indexOf(name)),
        points: points.map((point) => {
          const { value, rate } = figureOf(point.stage, measure);
          const mark = { ...pointMark(name, point, measure, scene), of };
          return { at: point.period.start, value, low: rate?.low, high: rate?.high, isOver: point.isOver, mark };
        }),
      })),
    };
    return svg`<g transform="translate(0,${index * (HEIGHT + above)})">
      ${above ? svg`<text class="strong" y="22" aria-hidden="true">${measureName(measure, scene)}</text>` : nothing}
      <g transform="translate(0,${above})">${linePlot(plot, put)}</g></g>`;
  });
  const height = panels.length * (HEIGHT + above);
  const [only, ...others] = panels;
  const legend = names.map((name, index) => {
    const line = others.length === 0 ? only?.lines.find((line) => line.name === name) : undefined;
    const total = line && only ? ` ${figureText(line.total, only.measure, scene)}` : '';
    return { tone: toneOf(index), text: `${name}${total}` };
  });
  return {
    drawing: html`<svg viewBox="0 0 ${width} ${height}" height=${height} role="group" aria-label=${title}>${drawn}</svg>`,
    marks,
    legend,
  };
}

function pointMark(name: string, { period, stage, isOver }: TrendPoint, measure: Measure, scene: Scene): Mark {
  const { rate } = figureOf(stage, measure);
  return {
    label: `${name}, ${scene.formats.period(period)}`,
    lines: [
      ...(rate
        ? rateLines(measureName(measure, scene), rate, scene)
        : [`${measureName(measure, scene)}: ${figureText(stage, measure, scene)}`]),
      ...rateLines(FUNNEL_WORDS[scene.language].mature, stage.matureShare, scene).slice(0, 1),
      ...(isOver ? [] : [TREND_WORDS[scene.language].notOver]),
    ],
    behind: stage.behind,
  };
}
