import type { DiagnosisBody, Finding, Thin } from '@leadstage/core';
import { csvOf, type Field, rateColumns, rateFields } from './to-csv.js';

const COLUMNS = [
  ...['row', 'metric', 'from_stage', 'to_stage', 'trouble', 'team', 'attribute', 'value', 'comparison', 'benchmark'],
  ...[...rateColumns('period'), ...rateColumns('baseline')],
  ...['difference', 'difference_low', 'difference_high', 'z', 'p', 'adjusted_p', 'leads_lost', 'main'],
  ...['since', 'since_from', 'since_to', 'reason', 'needed', 'reading'],
];

/**
 * A row for each finding, improvement and comparison that could not be made; `row` says which. An `attribute` that is
 * empty means all leads.
 */
export function diagnosisCsv({ findings, improvements, thin }: DiagnosisBody): string {
  return csvOf([
    COLUMNS,
    ...findings.map((each) => [...aboutFields('finding', each), ...findingFields(each)]),
    ...improvements.map((each) => [...aboutFields('improvement', each), ...findingFields(each)]),
    ...thin.map((each) => [...aboutFields('thin', each), ...thinFields(each)]),
  ]);
}

function aboutFields(
  row: string,
  { metric, step, trouble, team, attribute, value, against, ...rates }: Finding | Thin,
): Field[] {
  const benchmark = against.kind === 'BENCHMARK' ? against.benchmark.id : null;
  return [
    ...[row, metric, step.from.key, step.to.key, trouble, team, attribute, value, against.kind, benchmark],
    ...[...rateFields(rates.period), ...rateFields(rates.baseline)],
  ];
}

function findingFields({ difference, z, p, adjustedP, leadsLost, main, since, reading }: Finding): Field[] {
  return [
    ...[difference.value, difference.low, difference.high, z, p, adjustedP, leadsLost, main ? 'yes' : 'no'],
    ...[since?.at.start, since?.from.start, since?.to.start, null, null, reading],
  ];
}

function thinFields({ reason, needed, reading }: Thin): Field[] {
  return [...Array.from({ length: 11 }, () => null), reason, needed, reading];
}
