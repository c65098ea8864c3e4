import type { CostReport } from '@leadstage/sdk';
import { svg } from 'lit';
import type { Drawn } from '../chart/drawn.js';
import { fitted } from '../chart/fit-text.js';
import { linePlot, type PlotLine } from '../chart/line-plot.js';
import { type LegendItem, type Put, toneOf } from '../chart/picture.js';
import { groupName, moreInTable } from '../frame/groups.js';
import type { Scene } from '../frame/scene.js';
import { SERIES } from '../frame/theme.js';
import { todayIn } from '../reports/question.js';
import { placeOf, stageMark, wordsOf } from './cost-figures.js';

const [HEADING, TALL] = [26, 224];

/** The stage whose series is drawn: the only one asked for, else MQL, else the last. */
export function seriesStage({ total, series }: CostReport): string | null {
  if (series.length === 0) return null;
  const keys = total.stages.map(({ stage }) => stage.key);
  return keys.find((key) => key === 'MQL') ?? keys.at(-1) ?? null;
}

/** What one lead at a stage has cost, bucket by bucket; a line for each of the largest groups where there are groups. */
export function costSeries(
  report: CostReport,
  key: string,
  name: (start: string) => string,
  scene: Scene,
  put: Put,
): Drawn {
  const { formats, setting, width } = scene;
  const stage = report.total.stages.find(({ stage }) => stage.key === key);
  const currency = stage?.spend?.currency ?? setting.workspace.currency;
  const named = stage?.stage.name ?? key;
  const titles = [`${named} · ${wordsOf(scene).cost} (${currency})`, `${named} (${currency})`];
  const plot = {
    lines: linesOf(report, key, scene),
    places: report.series.map(({ period }) => period.start),
    place: name,
    value: (cost: number) => formats.compact(cost),
    isWhole: false,
    width,
    height: TALL,
  };
  return {
    shapes: svg`
      <text class="muted" y="12" aria-hidden="true">${fitted(titles, width)}</text>
      <g transform="translate(0,${HEADING})">${linePlot(plot, put)}</g>`,
    height: HEADING + TALL,
  };
}

export function seriesLegend(report: CostReport, key: string, scene: Scene): LegendItem[] {
  return linesOf(report, key, scene).flatMap(({ name, tone }) => (name === null ? [] : [{ tone, text: name }]));
}

export function seriesNotes({ groups }: CostReport, scene: Scene): string[] {
  return moreInTable(groups.length - SERIES, scene);
}

/** A gap where nobody entered. */
function linesOf(
  { series, groups, asOf }: CostReport,
  key: string,
  scene: Scene,
): (PlotLine & { name: string | null })[] {
  const today = todayIn(scene.setting.workspace.timeZone, Date.parse(asOf));
  const line = (name: string | null, index: number, points: CostReport['series']) => ({
    name,
    tone: toneOf(index),
    points: points.flatMap(({ period, figures }) => {
      const when = scene.formats.period(period);
      const where = name === null ? when : `${when}, ${name}`;
      return figures.stages
        .filter(({ stage }) => stage.key === key)
        .map((stage) => ({
          at: period.start,
          value: placeOf(stage.costPerEntry),
          isOver: today >= period.end,
          mark: stageMark(stage, scene, where),
        }));
    }),
  });
  if (groups.length === 0) return [line(null, 0, series)];
  return groups.slice(0, SERIES).map(({ keys, series }, index) => line(groupName(keys, scene), index, series));
}
