import type { CostFigures, Period, ReportBody } from '@leadstage/core';
import { cellsOf, minor } from './cells.js';
import type { Row } from './rows.js';

const money = (amount: string | null) => (amount === null ? null : minor(amount));

/** The stages' spend and cost; of KERNEL, which has no lag of its own, without the lag. */
export function costRows(body: ReportBody<CostFigures>, hasLag: boolean): Row[] {
  return cellsOf(body).flatMap(({ keys, bucket, figures }) =>
    figures.stages.flatMap(({ stage, spend, entered, lagDays, costPerEntry, unallocated, outsideFilter }): Row[] => {
      const loose = (kind: string, amount: string | null) =>
        amount !== null && minor(amount) !== '0'
          ? [{ kind, stage: stage.key, bucket, entered: 0, spend: minor(amount) }]
          : [];
      const lag = hasLag ? { lagDays } : {};
      const row = { kind: 'cost', keys, bucket, stage: stage.key, ...lag, entered, spend: money(spend) };
      return [
        ...(entered > 0 || (spend !== null && minor(spend) !== '0') ? [{ ...row, cost: money(costPerEntry) }] : []),
        ...loose('unallocated', unallocated),
        ...loose('outsideFilter', outsideFilter),
      ];
    }),
  );
}

/** The spend alone, of a report on one stage. */
export function spendRows(body: ReportBody<CostFigures>): Row[] {
  return costRows(body, false).flatMap(({ kind, keys, bucket, spend }) =>
    spend === null || spend === '0' ? [] : [{ kind: kind === 'cost' ? 'spend' : kind, keys, bucket, spend }],
  );
}

/** Which entries and which spend stand in the period and its buckets; the same for all groups. */
export function windowRows({ total, series }: ReportBody<CostFigures>): Row[] {
  const dates = (period: Period | null) => period && [period.start, period.end];
  return [{ figures: total }, ...series].flatMap(({ figures }, index) =>
    figures.stages.map(({ stage, entryWindow, spendWindow, beforeFirstCost, lagLeads }) => {
      const where = { kind: 'window', stage: stage.key, bucket: index === 0 ? null : index - 1, lagLeads };
      const { days: before = null, share = null } = beforeFirstCost ?? {};
      return { ...where, entries: dates(entryWindow), spend: dates(spendWindow), before, share };
    }),
  );
}

/** What a cost report says beside its stages. */
export function worthRows(body: ReportBody<CostFigures>): Row[] {
  return cellsOf(body).flatMap(({ keys, bucket, figures: { cac, roi, pipelineValue } }): Row[] => {
    const where = { keys, bucket };
    const isNothing = (count: number, spend: string | null) => count === 0 && (spend === null || minor(spend) === '0');
    return [
      ...(cac && !isNothing(cac.entered, cac.spend)
        ? [
            {
              kind: 'cac',
              ...where,
              lagDays: cac.lagDays,
              entered: cac.entered,
              spend: money(cac.spend),
              cost: money(cac.cost),
            },
          ]
        : []),
      ...(roi && !isNothing(roi.won, roi.spend)
        ? [{ kind: 'roi', ...where, won: roi.won, value: money(roi.valueWon), spend: money(roi.spend), roi: roi.roi }]
        : []),
      ...(pipelineValue?.leads
        ? [{ kind: 'pipeline', ...where, leads: pipelineValue.leads, value: money(pipelineValue.value) }]
        : []),
    ];
  });
}
