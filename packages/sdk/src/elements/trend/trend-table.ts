import { cellsIn, numeric } from '../frame/cells.js';
import type { DataTable } from '../frame/data-table.js';
import type { Scene } from '../frame/scene.js';
import { countOf } from '../funnel/funnel-figures.js';
import { FUNNEL_WORDS } from '../funnel/funnel-words.js';
import type { BehindOf } from '../reports/events.js';
import { figureOf, figureText, MEASURES, measureName, type TrendPanel } from './trend-figures.js';
import { TREND_WORDS } from './trend-words.js';

/** A row for each point of each line, those that are not drawn included. */
export function trendTable({ measure, lines }: TrendPanel, scene: Scene, of: BehindOf): DataTable {
  const words = TREND_WORDS[scene.language];
  const { reached, mature } = FUNNEL_WORDS[scene.language];
  const { formats } = scene;
  const { isRate } = MEASURES[measure];
  const name = measureName(measure, scene);
  const hasMature = lines.some(({ points }) => points.some(({ stage }) => stage.matureShare));
  const { count, share } = cellsIn(scene);
  return {
    caption: name,
    columns: [
      { title: words.series },
      { title: scene.words.period },
      ...numeric([
        isRate ? reached : name,
        ...(isRate ? [words.outOf, name, words.lower, words.upper] : []),
        ...(hasMature ? [mature] : []),
      ]),
    ],
    rows: lines.flatMap((line) =>
      line.points.map(({ period, stage }) => {
        const { value, rate } = figureOf(stage, measure);
        const label = `${line.name}, ${formats.period(period)}`;
        return [
          { text: line.name },
          { text: formats.period(period), value: period.start },
          count(countOf(stage), { behind: stage.behind, of, label }),
          ...(isRate
            ? [
                count(rate?.denominator),
                { text: figureText(stage, measure, scene), value },
                share(rate?.low),
                share(rate?.high),
              ]
            : []),
          ...(hasMature ? [share(stage.matureShare?.value)] : []),
        ];
      }),
    ),
  };
}
