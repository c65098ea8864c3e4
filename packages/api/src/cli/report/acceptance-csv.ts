import type { AcceptanceBody, AcceptanceFigures } from '@leadstage/core';
import type { Answer } from '../../query/run-report.js';
import { type CsvLayout, rateColumns, rateFields, toCsv } from './to-csv.js';

/** A row per cell. Reasons are a JSON list of `[reason, handoffs]`; goals, which have no cells, are in table and JSON. */
export function acceptanceCsv(answer: Answer<AcceptanceBody>): string {
  return toCsv(answer, LAYOUT);
}

const LAYOUT: CsvLayout<AcceptanceFigures> = {
  columns: [
    ...['handed_over', 'accepted', 'rejected', 'recycled', 'disqualified', 'open'],
    ...rateColumns('acceptance'),
    ...rateColumns('acceptance_of_decided'),
    'rejections',
  ],
  rows: ({ handedOver, accepted, rejected, recycled, disqualified, open, ...more }) => [
    [
      ...[handedOver, accepted, rejected, recycled, disqualified, open],
      ...rateFields(more.acceptanceRate),
      ...rateFields(more.acceptanceRateOfDecided),
      JSON.stringify(more.rejections.map(({ reason, handoffs }) => [reason, handoffs])),
    ],
  ],
};
