import type { SlaFigures, SlaReport } from '@leadstage/sdk';
import { partCell } from '../bars/part-cell.js';
import { cellsIn, NOTHING, numeric, withEnds } from '../frame/cells.js';
import type { Cell, DataTable } from '../frame/data-table.js';
import type { Scene } from '../frame/scene.js';
import { bandName, CLOCKS, type Clock, isPromised, statusParts, timesText } from './sla-figures.js';
import { SLA_WORDS } from './sla-words.js';

/** A line of what was promised: its name, and its figures. */
export interface SlaRow {
  readonly name: Cell;
  readonly figures: SlaFigures;
}

/** Each clock that something was promised on, with what was lost, for all, groups or buckets. */
export function clocksTable(first: string, caption: string, rows: readonly SlaRow[], scene: Scene): DataTable {
  const words = SLA_WORDS[scene.language];
  const { count, rate } = cellsIn(scene);
  const clocks = CLOCKS.filter((clock) => rows.some(({ figures }) => isPromised(figures[clock])));
  const cells = (clock: Clock, figures: SlaFigures): Cell[] => {
    const { complianceRate, meanRatio, verdict } = figures[clock];
    return [
      ...statusParts(figures[clock], scene).map(partCell),
      ...rate(complianceRate),
      { text: timesText(meanRatio, scene), value: meanRatio },
      { text: verdict ? words[verdict] : '–', value: verdict },
    ];
  };
  const titles = [
    ...[words.met, words.breached, words.overdue, words.pending],
    ...[...withEnds(words.compliance), words.meanRatio, words.verdict],
  ];
  const numbers = [scene.words.handoffs, words.wasted, words.wastedCost, words.neverWorked];
  return {
    caption,
    columns: [
      { title: first },
      ...numeric(numbers),
      ...clocks.flatMap((clock) => numeric(titles.map((title) => `${words[clock]}: ${title}`))),
    ],
    rows: rows.map(({ name, figures }) => [
      name,
      count(figures.handoffs, { behind: figures.behind, of: 'handoffs' }),
      count(figures.wasted, { behind: figures.wastedBehind, of: 'handoffs' }),
      costCell(figures, scene),
      count(figures.neverWorked, { behind: figures.neverWorkedBehind, of: 'handoffs' }),
      ...clocks.flatMap((clock) => cells(clock, figures)),
    ]),
  };
}

export function outcomesTable({ total, period }: SlaReport, scene: Scene): DataTable {
  const words = SLA_WORDS[scene.language];
  const { count, rate } = cellsIn(scene);
  const numbers = [scene.words.handoffs, ...[words.sqlRate, words.customerRate].flatMap(withEnds)];
  return {
    caption: `${words.outcomes}, ${scene.formats.period(period)}`,
    columns: [{ title: words.firstResponse }, ...numeric(numbers)],
    rows: total.outcomes.map((outcome) => [
      { text: bandName(outcome, scene) },
      count(outcome.handoffs, { behind: outcome.behind, of: 'handoffs' }),
      ...rate(outcome.sqlRate, { behind: outcome.sqlBehind, of: 'handoffs' }),
      ...rate(outcome.customerRate, { behind: outcome.customerBehind, of: 'handoffs' }),
    ]),
  };
}

function costCell({ wastedCost }: SlaFigures, { formats }: Scene): Cell {
  if (!wastedCost) return NOTHING;
  return { text: formats.money(wastedCost.amount, wastedCost.currency), value: wastedCost.amount };
}
