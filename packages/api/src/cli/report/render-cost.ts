import type { CostFigures, CostQuestion, CostStage } from '@leadstage/core';
import type { ReportAnswer } from '../../query/run-report.js';
import { count, money, NOTHING } from './format-number.js';
import { bucketColumn, groupColumns, groupName, groupSeries } from './group-columns.js';
import {
  allocationOf,
  beforeFirstCostLine,
  intervalText,
  methodOf,
  valueLines,
  valueTable,
} from './render-cost-value.js';
import { footer, header, periodText, section, sections, type View, wrapped } from './render-frame.js';
import { type Column, column, drawTable, sideBySide } from './table.js';
import { visibleText } from './visible-text.js';

type Answer = ReportAnswer<CostFigures>;

/** What a lead at each stage has cost, as text for a terminal: the total per stage, then groups, then the series. */
export function renderCost(answer: Answer, question: CostQuestion, view: View): string {
  const { total, groups, series, by, currency } = answer;
  const measured = sharesWindow(total) ? 'entered and cost per entry' : 'spend, entered and cost per entry';
  const drawSeries = (caption: string, points: Answer['series']) => section(caption, seriesTable(points, view), view);
  return sections(
    header(
      'Cost',
      [methodOf(question), ...allocationOf(question), scopesOf(question), `amounts in ${currency}`],
      answer,
      question,
      view,
    ),
    totalTable(total, view),
    outsideFilter(total, currency, view),
    beforeFirstCostLine(total, view),
    valueLines(total, view),
    by.length > 0 ? section(`By ${by.map(visibleText).join(', ')}: ${measured}`, groupTable(answer, view), view) : '',
    by.length > 0 ? valueTable(answer, view) : '',
    series.length > 0 ? drawSeries(`Series: ${measured}; bars: spend`, series) : '',
    ...groupSeries(groups, (group) => drawSeries(groupName(by, group), group.series)),
    footer(answer, view),
  );
}

function totalTable({ stages }: CostFigures, view: View): string {
  const cells = (title: string, of: (stage: CostStage) => string, align: Column['align'] = 'right') =>
    column(title, align, stages.map(of));
  return drawTable(
    {
      keys: [cells('Stage', ({ stage }) => visibleText(stage.key), 'left')],
      columns: [
        cells('Spend', ({ spend }) => money(spend)),
        cells('Spend window', ({ spendWindow }) => (spendWindow ? periodText(spendWindow) : NOTHING), 'left'),
        cells('Lag', lagOf),
        cells('Entered', ({ entered }) => count(entered)),
        cells('Cost per entry', ({ costPerEntry }) => money(costPerEntry)),
        ...(stages.some(({ interval }) => interval) ? [cells('95 %', ({ interval }) => intervalText(interval))] : []),
      ],
    },
    view,
  );
}

/** `30 d`, or on how many leads it was measured. */
function lagOf({ lagDays, lagLeads }: CostStage): string {
  if (lagLeads !== null) return `${count(lagLeads)} leads`;
  return lagDays === null ? NOTHING : `${count(lagDays)} d`;
}

/** Groups, and below them what was spent without saying for which. */
function groupTable({ groups, by, total }: Answer, view: View): string {
  const unallocated = {
    stages: total.stages.map((each) => ({ ...each, spend: each.unallocated, entered: null, costPerEntry: null })),
  };
  const keys = groupColumns(by, groups).map((key, index) => ({
    ...key,
    forms: key.forms.map((cells) => [...(cells ?? []), index === 0 ? '(unallocated)' : '']),
  }));
  const rows = [...groups.map((group) => group.figures), unallocated];
  return drawTable({ keys, columns: stageColumns(rows, sharesWindow(total)) }, view);
}

function seriesTable(series: Answer['series'], view: View): string {
  const figures = series.map((point) => point.figures);
  const sharing = figures.every(sharesWindow);
  const bars = figures.map(({ stages }) => (stages[0]?.spend == null ? null : Number(stages[0].spend)));
  return drawTable({ keys: [bucketColumn(series)], columns: stageColumns(figures, sharing), bars }, view);
}

interface Row {
  readonly stages: readonly (Pick<CostStage, 'stage' | 'spend' | 'costPerEntry'> & {
    readonly entered: number | null;
  })[];
}

/** A column per stage; the spend stands before them where all stages share it, else with each. */
function stageColumns(rows: readonly Row[], sharing: boolean): Column[] {
  const stages = rows[0]?.stages ?? [];
  const cellsOf = (index: number, of: (cell: Row['stages'][number]) => string) =>
    rows.map(({ stages }) => of(stages[index] as Row['stages'][number]));
  const spend = (index: number) => cellsOf(index, (cell) => money(cell.spend));
  return [
    ...(sharing ? [column('Spend', 'right', spend(0))] : []),
    ...stages.map(({ stage }, index) => {
      const entered = cellsOf(index, (cell) => count(cell.entered));
      const perEntry = cellsOf(index, (cell) => money(cell.costPerEntry));
      return column(
        visibleText(stage.key),
        'right',
        sideBySide([...(sharing ? [] : [spend(index)]), entered, perEntry]),
      );
    }),
  ];
}

/** By the observed lags of KERNEL, each stage has a window of its own. */
function sharesWindow({ stages }: CostFigures): boolean {
  const lags = new Set(stages.map(({ lagDays }) => lagDays));
  return stages.length <= 1 || (lags.size === 1 && stages.every(({ lagLeads }) => lagLeads === null));
}

/** Said only where there is any: it is in no total. */
function outsideFilter({ stages }: CostFigures, currency: string, { width }: View): string {
  const outside = stages.filter((each) => each.outsideFilter !== null && Number(each.outsideFilter) !== 0);
  if (outside.length === 0) return '';
  const isOne = outside.length === stages.length && new Set(outside.map((each) => each.outsideFilter)).size === 1;
  const amounts = outside.map((each) => `${visibleText(each.stage.key)} ${money(each.outsideFilter)}`);
  const title = `Spend outside the filter, in no total, ${currency}`;
  return wrapped(isOne ? [`${title} ${money(outside[0]?.outsideFilter ?? null)}`] : [title, ...amounts], width).join(
    '\n',
  );
}

function scopesOf({ costScopes = ['MARKETING'] }: CostQuestion): string {
  return `${costScopes.map((scope) => scope.toLowerCase()).join(' and ')} costs`;
}
