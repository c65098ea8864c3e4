import type { CostFigures } from '@leadstage/core';
import type { ReportAnswer } from '../../query/run-report.js';
import { toCsv } from './to-csv.js';

export function costCsv(answer: ReportAnswer<CostFigures>): string {
  return toCsv(answer, {
    columns: [
      ...['stage', 'lag_days', 'spend_from', 'spend_to', 'currency', 'spend', 'unallocated', 'outside_filter'],
      ...['entered', 'cost_per_entry'],
    ],
    rows: ({ stages }) =>
      stages.map((each) => [
        ...[each.stage.key, each.lagDays, each.spendWindow?.start, each.spendWindow?.end, answer.currency],
        ...[each.spend, each.unallocated, each.outsideFilter, each.entered, each.costPerEntry],
      ]),
  });
}
