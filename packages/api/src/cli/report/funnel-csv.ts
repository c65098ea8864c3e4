import type { FunnelFigures, FunnelQuestion, FunnelStage } from '@leadstage/core';
import type { ReportAnswer } from '../../query/run-report.js';
import { type CsvLayout, type Field, rateColumns, rateFields, toCsv } from './to-csv.js';

/** Maturity has columns where a window makes it known, and leads without account where accounts are counted. */
export function funnelCsv(answer: ReportAnswer<FunnelFigures>, question: FunnelQuestion): string {
  return toCsv(answer, layoutOf(question.mode === 'THROUGHPUT' ? THROUGHPUT : cohort(question), question));
}

interface StageLayout {
  readonly columns: readonly string[];
  readonly fields: (stage: FunnelStage) => readonly Field[];
}

function layoutOf({ columns, fields }: StageLayout, { unit }: FunnelQuestion): CsvLayout<FunnelFigures> {
  const byAccount = unit === 'ACCOUNT';
  return {
    columns: ['stage', ...columns, ...(byAccount ? ['unassigned'] : [])],
    rows: ({ stages }) =>
      stages.map((each) => [each.stage.key, ...fields(each), ...(byAccount ? [each.unassigned] : [])]),
  };
}

function cohort({ conversionWindow }: FunnelQuestion): StageLayout {
  if (conversionWindow === undefined) return COHORT;
  return {
    columns: [...COHORT.columns, ...rateColumns('mature'), 'projected', 'projected_low', 'projected_high'],
    fields: (each) => [
      ...COHORT.fields(each),
      ...rateFields(each.matureShare),
      ...[each.projected?.value, each.projected?.low, each.projected?.high],
    ],
  };
}

const COHORT: StageLayout = {
  columns: ['reached', ...rateColumns('step'), ...rateColumns('overall')],
  fields: (each) => [each.reached, ...rateFields(each.stepRate), ...rateFields(each.overallRate)],
};

const THROUGHPUT: StageLayout = {
  columns: ['entered', 'period_ratio'],
  fields: (each) => [each.entered, each.periodRatio?.value],
};
