import type { AcceptanceBody, ReportBody, SlaClockFigures, SlaFigures } from '@leadstage/core';
import { cellsOf, minor } from './cells.js';
import { rateRow } from './funnel-rows.js';
import type { Row } from './rows.js';

export function acceptanceRows(body: AcceptanceBody): Row[] {
  const cells = cellsOf(body).flatMap(({ keys, bucket, figures }): Row[] => {
    const { handedOver, accepted, rejected, recycled, disqualified, open, rejections } = figures;
    const reasons = rejections.map(({ reason, handoffs }) => JSON.stringify([reason, handoffs])).sort();
    const counts = { handedOver, accepted, rejected, recycled, disqualified, open };
    if (!handedOver) return [];
    return [
      { kind: 'handoffs', keys, bucket, ...counts, reasons },
      ...rateRow({ keys, bucket, of: 'acceptanceRate' }, figures.acceptanceRate),
      ...rateRow({ keys, bucket, of: 'acceptanceRateOfDecided' }, figures.acceptanceRateOfDecided),
    ];
  });
  const goals = body.goals.map(({ key, entered, target, attainment, pace }) => {
    return { kind: 'goal', goal: key, entered, target, attainment, pace };
  });
  return [...cells, ...goals];
}

export function slaRows(body: ReportBody<SlaFigures>): Row[] {
  return cellsOf(body).flatMap(({ keys, bucket, figures }): Row[] => {
    const where = { keys, bucket };
    const clocks = (judged: string, of: Pick<SlaFigures, 'firstResponse' | 'decision'>) => [
      ...clockRow({ ...where, judged, clock: 'RESPONSE' }, of.firstResponse),
      ...clockRow({ ...where, judged, clock: 'DECISION' }, of.decision),
    ];
    const { handoffs: all, replay, wastedCost } = figures;
    const waste = (
      judged: string,
      { wasted, neverWorked }: Pick<SlaFigures, 'wasted' | 'neverWorked'>,
      cost: string | null,
    ) => (wasted ? [{ kind: 'wasted', ...where, judged, wasted, neverWorked, cost: cost && minor(cost) }] : []);
    return [
      ...clocks('IN_FORCE', figures),
      ...(all ? [{ kind: 'handoffs', ...where, handoffs: all }] : []),
      ...(replay ? [...clocks('REPLAY', replay), ...waste('REPLAY', replay, null)] : []),
      ...figures.outcomes.flatMap(({ handoffs, sqlRate, customerRate }, band) => {
        const rates = [sqlRate, customerRate].map(({ numerator, denominator }) => [numerator, denominator]);
        return handoffs ? [{ kind: 'outcome', ...where, band, handoffs, rates }] : [];
      }),
      ...waste('IN_FORCE', figures, wastedCost),
    ];
  });
}

function clockRow(where: object, figures: SlaClockFigures): Row[] {
  const { met, breached, overdue, pending, meanDuration, meanRatio, verdict, complianceRate } = figures;
  const row = { kind: 'sla', ...where, met, breached, overdue, pending, verdict, mean: meanDuration, ratio: meanRatio };
  if (met + breached + overdue + pending === 0) return [];
  return [row, ...rateRow({ ...where, of: 'complianceRate' }, complianceRate)];
}
