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
  const { formats } = scene;
  const { isRate } = MEASURES[measure];
  const name = measureName(measure, scene);
  const hasMature = lines.some(({ points }) => points.some(({ stage }) => stage.matureShare));
  const numeric = (title: string) => ({ title, numeric: true });
  return {
    caption: name,
    columns: [
      { title: words.series },
      { title: scene.words.period },
      numeric(isRate ? FUNNEL_WORDS[scene.language].reached : name),
      ...(isRate ? [words.outOf, name, words.lower, words.upper].map(numeric) : []),
      ...(hasMature ? [numeric(FUNNEL_WORDS[scene.language].mature)] : []),
    ],
    rows: lines.flatMap((line) =>
      line.points.map(({ period, stage }) => {
        const { value, rate } = figureOf(stage, measure);
        const share = (value: number | null | undefined) => ({
          text: formats.percent(value ?? null),
          value: value ?? null,
        });
        return [
          { text: line.name },
          { text: formats.period(period), value: period.start },
          {
            text: formats.count(countOf(stage)),
            value: countOf(stage),
            behind: stage.behind,
            of,
            label: `${line.name}, ${formats.period(period)}`,
          },
          ...(isRate
            ? [
                { text: formats.count(rate?.denominator ?? null), value: rate?.denominator ?? null },
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
