import type { CostFigures, CostReport } from '@leadstage/sdk';
import { cellsIn, NOTHING, numeric, withEnds } from '../frame/cells.js';
import type { Cell, DataTable } from '../frame/data-table.js';
import { groupName } from '../frame/groups.js';
import type { Scene } from '../frame/scene.js';
import { type CostStage, daysText, moneyCell, wordsOf } from './cost-figures.js';

/** Cost of every group and stage, what customers are worth, and the series of one stage. */
export function costTables(report: CostReport, scene: Scene, shownStage: string | null): DataTable[] {
  const series = shownStage === null ? [] : [seriesTable(report, scene, shownStage)];
  return [...series, stagesTable(report, scene), worthTable(report, scene)];
}

function stagesTable({ total, groups, period }: CostReport, scene: Scene): DataTable {
  const words = wordsOf(scene);
  const unallocated = total.stages.filter((stage) => stage.unallocated !== null);
  return {
    caption: `${words.title}, ${scene.formats.period(period)}`,
    columns: [{ title: words.group }, { title: scene.words.stage }, ...figureColumns(scene)],
    rows: [
      ...total.stages.map((stage) => [{ text: scene.words.total }, { text: stage.stage.name }, ...cells(stage, scene)]),
      ...groups.flatMap(({ keys, figures }) =>
        figures.stages.map((stage) => [
          { text: groupName(keys, scene) },
          { text: stage.stage.name },
          ...cells(stage, scene),
        ]),
      ),
      ...unallocated.map((stage) => [
        { text: words.unallocated },
        { text: stage.stage.name },
        moneyCell(stage.unallocated, scene),
        ...figureColumns(scene)
          .slice(1)
          .map(() => NOTHING),
      ]),
    ],
  };
}

function worthTable({ total, groups }: CostReport, scene: Scene): DataTable {
  const words = wordsOf(scene);
  const { count, share } = cellsIn(scene);
  const row = (name: string, { cac, roi, pipelineValue }: CostFigures): Cell[] => [
    { text: name },
    moneyCell(cac?.cost, scene),
    moneyCell(cac?.spend, scene),
    count(cac?.entered, { behind: cac?.behind }),
    share(roi?.roi),
    moneyCell(roi?.valueWon, scene),
    moneyCell(roi?.spend, scene),
    count(roi?.won, { behind: roi?.behind }),
    moneyCell(pipelineValue?.value, scene),
    count(pipelineValue?.leads, { behind: pipelineValue?.behind }),
  ];
  const titles = [
    words.cac,
    `${words.cac}: ${words.spend}`,
    `${words.cac}: ${words.entered}`,
    words.roi,
    words.valueWon,
    `${words.roi}: ${words.spend}`,
    words.won,
    words.pipelineValue,
    words.opportunities,
  ];
  return {
    caption: [words.cac, words.roi, words.pipelineValue].join(', '),
    columns: [{ title: words.group }, ...numeric(titles)],
    rows: [row(scene.words.total, total), ...groups.map(({ keys, figures }) => row(groupName(keys, scene), figures))],
  };
}

function seriesTable({ series, groups }: CostReport, scene: Scene, key: string): DataTable {
  const words = wordsOf(scene);
  const all = [
    { name: scene.words.total, series },
    ...groups.map((group) => ({ name: groupName(group.keys, scene), series: group.series })),
  ];
  const name = series[0]?.figures.stages.find(({ stage }) => stage.key === key)?.stage.name ?? key;
  return {
    caption: `${words.cost}, ${name}`,
    columns: [{ title: scene.words.period }, { title: words.group }, ...figureColumns(scene)],
    rows: all.flatMap(({ name, series }) =>
      series.flatMap(({ period, figures }) =>
        figures.stages
          .filter(({ stage }) => stage.key === key)
          .map((stage) => [
            { text: scene.formats.period(period), value: period.start },
            { text: name },
            ...cells(stage, scene),
          ]),
      ),
    ),
  };
}

function figureColumns(scene: Scene) {
  const words = wordsOf(scene);
  const money = (title: string) => `${title} (${scene.setting.workspace.currency})`;
  const titles = [money(words.spend), words.entered, ...withEnds(money(words.cost)), words.lag];
  return [...numeric(titles), ...[words.spendOf, words.entriesOf].map((title) => ({ title }))];
}

function cells(stage: CostStage, scene: Scene): Cell[] {
  const { spend, entered, behind, costPerEntry, interval, lagDays, spendWindow, entryWindow } = stage;
  const { formats } = scene;
  const dates = (period: typeof spendWindow): Cell =>
    period ? { text: formats.period(period), value: `${period.start}..${period.end}` } : NOTHING;
  return [
    moneyCell(spend, scene),
    cellsIn(scene).count(entered, { behind }),
    moneyCell(costPerEntry, scene),
    moneyCell(interval?.low, scene),
    moneyCell(interval?.high, scene),
    { text: daysText(lagDays, scene), value: lagDays },
    dates(spendWindow),
    dates(entryWindow),
  ];
}
