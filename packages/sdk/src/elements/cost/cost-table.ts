import type { CostFigures, CostReport } from '@leadstage/sdk';
import type { Cell, DataTable } from '../frame/data-table.js';
import type { Scene } from '../frame/scene.js';
import { type CostStage, daysText, groupName, moneyCell, wordsOf } from './cost-figures.js';

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
  const { formats } = scene;
  const row = (name: string, { cac, roi, pipelineValue }: CostFigures): Cell[] => [
    { text: name },
    moneyCell(cac?.cost, scene),
    moneyCell(cac?.spend, scene),
    cac ? { text: formats.count(cac.entered), value: cac.entered, behind: cac.behind } : NOTHING,
    { text: formats.percent(roi?.roi ?? null), value: roi?.roi ?? null },
    moneyCell(roi?.valueWon, scene),
    moneyCell(roi?.spend, scene),
    roi ? { text: formats.count(roi.won), value: roi.won, behind: roi.behind } : NOTHING,
    moneyCell(pipelineValue?.value, scene),
    pipelineValue
      ? { text: formats.count(pipelineValue.leads), value: pipelineValue.leads, behind: pipelineValue.behind }
      : NOTHING,
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
    columns: [{ title: words.group }, ...titles.map((title) => ({ title, numeric: true }))],
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

const NOTHING: Cell = { text: '–', value: null };

function figureColumns(scene: Scene) {
  const words = wordsOf(scene);
  const money = (title: string) => `${title} (${scene.setting.workspace.currency})`;
  const cost = money(words.cost);
  const titles = [money(words.spend), words.entered, cost, `${cost} ↓`, `${cost} ↑`, words.lag];
  const dates = [words.spendOf, words.entriesOf];
  return [...titles.map((title) => ({ title, numeric: true })), ...dates.map((title) => ({ title, numeric: false }))];
}

function cells(stage: CostStage, scene: Scene): Cell[] {
  const { spend, entered, behind, costPerEntry, interval, lagDays, spendWindow, entryWindow } = stage;
  const { formats } = scene;
  const dates = (period: typeof spendWindow): Cell =>
    period ? { text: formats.period(period), value: `${period.start}..${period.end}` } : NOTHING;
  return [
    moneyCell(spend, scene),
    { text: formats.count(entered), value: entered, behind },
    moneyCell(costPerEntry, scene),
    moneyCell(interval?.low, scene),
    moneyCell(interval?.high, scene),
    { text: daysText(lagDays, scene), value: lagDays },
    dates(spendWindow),
    dates(entryWindow),
  ];
}
