import type { SlaClockFigures, SlaFigures } from '@leadstage/core';
import type { ReportAnswer } from '../../query/run-report.js';
import { type Field, rateColumns, rateFields, toCsv } from './to-csv.js';

/**
 * A row per clock, those of a replay after those of the policy in force. What is about the first response alone
 * (wasted, its cost, outcomes by band) stands in its rows.
 */
export function slaCsv(answer: ReportAnswer<SlaFigures>): string {
  const bands = answer.total.outcomes.map(({ band, within }) =>
    within === null ? band.toLowerCase() : `within_${within}`,
  );
  return toCsv(answer, {
    columns: [
      ...['clock', 'handoffs', 'met', 'breached', 'overdue', 'pending', ...rateColumns('compliance')],
      ...['mean_seconds', 'mean_ratio', 'verdict', 'wasted', 'never_worked', 'currency', 'wasted_cost'],
      ...bands.flatMap((band) => [`${band}_handoffs`, `${band}_sql`, `${band}_customer`]),
    ],
    rows: ({ handoffs, firstResponse, decision, wasted, neverWorked, wastedCost, outcomes, replay }) => [
      [
        ...clockFields('first_response', handoffs, firstResponse),
        ...[wasted, neverWorked, answer.currency, wastedCost],
        ...outcomes.flatMap((each) => [each.handoffs, each.sqlRate.numerator, each.customerRate.numerator]),
      ],
      [...clockFields('decision', handoffs, decision), ...nothing(4 + 3 * outcomes.length)],
      ...(replay
        ? [
            [
              ...clockFields('replay_first_response', handoffs, replay.firstResponse),
              ...[replay.wasted, replay.neverWorked, ...nothing(2 + 3 * outcomes.length)],
            ],
            [...clockFields('replay_decision', handoffs, replay.decision), ...nothing(4 + 3 * outcomes.length)],
          ]
        : []),
    ],
  });
}

function clockFields(name: string, handoffs: number, figures: SlaClockFigures): Field[] {
  const { met, breached, overdue, pending, complianceRate, meanDuration, meanRatio, verdict } = figures;
  return [
    ...[name, handoffs, met, breached, overdue, pending, ...rateFields(complianceRate)],
    ...[meanDuration, meanRatio, verdict],
  ];
}

function nothing(fields: number): null[] {
  return Array.from({ length: fields }, () => null);
}
