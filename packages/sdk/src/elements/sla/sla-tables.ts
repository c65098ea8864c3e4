import type { SlaFigures, SlaReport } from '@leadstage/sdk';
import { BARS_WORDS } from '../bars/bars-words.js';
import { partCell } from '../bars/part-cell.js';
import type { Cell, DataTable } from '../frame/data-table.js';
import type { RateLike } from '../frame/rate-lines.js';
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
  const number = (value: number): Cell => ({ text: scene.formats.count(value), value });
  const clocks = CLOCKS.filter((clock) => rows.some(({ figures }) => isPromised(figures[clock])));
  const cells = (clock: Clock, figures: SlaFigures): Cell[] => {
    const { complianceRate, meanRatio, verdict } = figures[clock];
    return [
      ...statusParts(figures[clock], scene).map(partCell),
      ...rateCells(complianceRate, scene),
      { text: timesText(meanRatio, scene), value: meanRatio },
      { text: verdict ? words[verdict] : '–', value: verdict },
    ];
  };
  const titles = [
    ...[words.met, words.breached, words.overdue, words.pending],
    ...[words.compliance, `${words.compliance} ↓`, `${words.compliance} ↑`, words.meanRatio, words.verdict],
  ];
  const numbers = [BARS_WORDS[scene.language].handoffs, words.wasted, words.wastedCost, words.neverWorked];
  return {
    caption,
    columns: [
      { title: first },
      ...numbers.map((title) => ({ title, numeric: true })),
      ...clocks.flatMap((clock) => titles.map((title) => ({ title: `${words[clock]}: ${title}`, numeric: true }))),
    ],
    rows: rows.map(({ name, figures }) => [
      name,
      { ...number(figures.handoffs), behind: figures.behind, of: 'handoffs' },
      { ...number(figures.wasted), behind: figures.wastedBehind, of: 'handoffs' },
      costCell(figures, scene),
      { ...number(figures.neverWorked), behind: figures.neverWorkedBehind, of: 'handoffs' },
      ...clocks.flatMap((clock) => cells(clock, figures)),
    ]),
  };
}

export function outcomesTable({ total, period }: SlaReport, scene: Scene): DataTable {
  const words = SLA_WORDS[scene.language];
  const rates = [words.sqlRate, words.customerRate].flatMap((rate) => [rate, `${rate} ↓`, `${rate} ↑`]);
  const numbers = [BARS_WORDS[scene.language].handoffs, ...rates];
  return {
    caption: `${words.outcomes}, ${scene.formats.period(period)}`,
    columns: [{ title: words.firstResponse }, ...numbers.map((title) => ({ title, numeric: true }))],
    rows: total.outcomes.map((outcome) => [
      { text: bandName(outcome, scene) },
      {
        text: scene.formats.count(outcome.handoffs),
        value: outcome.handoffs,
        behind: outcome.behind,
        of: 'handoffs' as const,
      },
      ...rateCells(outcome.sqlRate, scene),
      ...rateCells(outcome.customerRate, scene),
    ]),
  };
}

function rateCells({ value, low = null, high = null }: RateLike, { formats }: Scene): Cell[] {
  return [value, low, high].map((share) => ({ text: formats.percent(share), value: share }));
}

function costCell({ wastedCost }: SlaFigures, { formats }: Scene): Cell {
  if (!wastedCost) return { text: '–', value: null };
  return { text: formats.money(wastedCost.amount, wastedCost.currency), value: wastedCost.amount };
}
