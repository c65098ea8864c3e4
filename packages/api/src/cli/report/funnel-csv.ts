import type { FunnelFigures, FunnelQuestion } from '@leadstage/core';
import type { ReportAnswer } from '../../query/run-report.js';
import { type CsvLayout, rateColumns, rateFields, toCsv } from './to-csv.js';

export function funnelCsv(answer: ReportAnswer<FunnelFigures>, { mode }: FunnelQuestion): string {
  return mode === 'THROUGHPUT' ? toCsv(answer, THROUGHPUT) : toCsv(answer, COHORT);
}

const COHORT: CsvLayout<FunnelFigures> = {
  columns: ['stage', 'reached', ...rateColumns('step'), ...rateColumns('overall')],
  rows: ({ stages }) =>
    stages.map((each) => [each.stage.key, each.reached, ...rateFields(each.stepRate), ...rateFields(each.overallRate)]),
};

const THROUGHPUT: CsvLayout<FunnelFigures> = {
  columns: ['stage', 'entered', 'period_ratio'],
  rows: ({ stages }) => stages.map((each) => [each.stage.key, each.entered, each.periodRatio?.value]),
};
