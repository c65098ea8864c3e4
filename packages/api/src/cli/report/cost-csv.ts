import type { CostFigures } from '@leadstage/core';
import type { ReportAnswer } from '../../query/run-report.js';
import { toCsv } from './to-csv.js';

/** A row per stage; what a cell has once (CAC, ROI, pipeline) stands in each of its rows. */
export function costCsv(answer: ReportAnswer<CostFigures>): string {
  return toCsv(answer, {
    columns: [
      ...['stage', 'lag_days', 'spend_from', 'spend_to', 'currency', 'spend', 'unallocated', 'outside_filter'],
      ...['entered', 'cost_per_entry', 'cost_low', 'cost_high', 'lag_leads', 'entries_from', 'entries_to'],
      ...['days_before_first_cost', 'cac', 'cac_lag_days', 'cac_spend', 'customers'],
      ...['won', 'value_won', 'roi_spend', 'roi', 'pipeline_leads', 'pipeline_value'],
    ],
    rows: ({ stages, cac, roi, pipelineValue }) =>
      stages.map((each) => [
        ...[each.stage.key, each.lagDays, each.spendWindow?.start, each.spendWindow?.end, answer.currency],
        ...[each.spend, each.unallocated, each.outsideFilter, each.entered, each.costPerEntry],
        ...[each.interval?.low, each.interval?.high, each.lagLeads, each.entryWindow.start, each.entryWindow.end],
        ...[each.beforeFirstCost?.days, cac?.cost, cac?.lagDays, cac?.spend, cac?.entered],
        ...[roi?.won, roi?.valueWon, roi?.spend, roi?.roi, pipelineValue?.leads, pipelineValue?.value],
      ]),
  });
}
