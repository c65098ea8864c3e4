import { cellsIn, numeric } from '../frame/cells.js';
import type { Cell, DataTable } from '../frame/data-table.js';
import type { Scene } from '../frame/scene.js';
import { countedBy, type MetricRow, metricCell, metricRows, wordsOf } from './metric-rows.js';
import type { StandardAnswer, StandardMetric, StandardPeriod } from './standard-answer.js';

/** Every metric of every period in a row of its own; of a pack also what it is and what has changed since. */
export function standardTables(answer: StandardAnswer, scene: Scene): DataTable[] {
  const { facts, changes } = answer.published?.tables(scene) ?? { facts: [], changes: [] };
  return [...facts, metricsTable(answer, scene), ...changes];
}

function metricsTable(answer: StandardAnswer, scene: Scene): DataTable {
  const words = wordsOf(scene);
  const { formats } = scene;
  const rows = metricRows(answer, scene);
  const { count, share } = cellsIn(scene);
  const cells = (row: MetricRow, metric: StandardMetric, { period }: StandardPeriod): Cell[] => {
    const name = `${words.families[row.family]}: ${row.label}`;
    const { numerator, denominator, behind, denominatorBehind } = metric;
    const of = countedBy(metric);
    const label = `${name}, ${formats.period(period)}`;
    const counted = (behind: string | null | undefined) => ({ behind, of, label });
    return [
      { text: name },
      { text: formats.period(period), value: `${period.start}..${period.end}` },
      // What has no numerator is a count itself.
      { ...metricCell(metric, scene), ...(numerator === null ? counted(behind) : {}) },
      { text: metric.amount?.currency ?? metric.unit },
      share(metric.low),
      share(metric.high),
      count(numerator, numerator === null ? {} : counted(behind)),
      count(denominator, counted(denominatorBehind)),
    ];
  };
  return {
    caption: `${words.title}, ${formats.period(answer.period)}`,
    columns: [
      { title: words.metric },
      { title: scene.words.period },
      ...numeric([words.value]),
      { title: words.unit },
      ...numeric(['95 % ↓', '95 % ↑', words.numerator, words.denominator]),
    ],
    rows: rows.flatMap((row) => [
      cells(row, row.total, answer.total),
      ...answer.series.flatMap((period, index) => {
        const metric = row.buckets[index];
        return metric ? [cells(row, metric, period)] : [];
      }),
    ]),
  };
}
