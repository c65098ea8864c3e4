import type { AcceptanceBody, ReportBody, SlaClockFigures, SlaFigures } from '@leadstage/core';
import { cellsOf, minor } from './cells.js';
import type { Row } from './rows.js';

export function acceptanceRows(body: AcceptanceBody): Row[] {
  const cells = cellsOf(body).flatMap(({ keys, bucket, figures }) => {
    const { handedOver, accepted, rejected, recycled, disqualified, open, rejections } = figures;
    const reasons = rejections.map(({ reason, handoffs }) => JSON.stringify([reason, handoffs])).sort();
    const counts = { handedOver, accepted, rejected, recycled, disqualified, open };
    return handedOver ? [{ kind: 'handoffs', keys, bucket, ...counts, reasons }] : [];
  });
  const goals = body.goals.map(({ key, entered, attainment, pace }) => {
    return { kind: 'goal', goal: key, entered, attainment, pace };
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
    const { wasted, neverWorked, wastedCost } = figures;
    return [
      ...clocks('IN_FORCE', figures),
      ...(figures.replay ? clocks('REPLAY', figures.replay) : []),
      ...figures.outcomes.flatMap(({ handoffs, sqlRate, customerRate }, band) => {
        const [sql, customer] = [sqlRate.numerator, customerRate.numerator];
        return handoffs ? [{ kind: 'outcome', ...where, band, handoffs, sql, customer }] : [];
      }),
      ...(wasted
        ? [{ kind: 'wasted', ...where, wasted, neverWorked, cost: wastedCost === null ? null : minor(wastedCost) }]
        : []),
    ];
  });
}

function clockRow(where: object, { met, breached, overdue, pending, meanDuration, meanRatio }: SlaClockFigures): Row[] {
  const row = { kind: 'sla', ...where, met, breached, overdue, pending, mean: meanDuration, ratio: meanRatio };
  return met + breached + overdue + pending ? [row] : [];
}
