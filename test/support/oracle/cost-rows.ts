import type { CostFigures, ReportBody } from '@leadstage/core';
import { cellsOf, minor, type Shown } from './cells.js';
import type { Probed } from './probe.js';
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

/** What a cost report says beside its stages. */
interface Worth {
  readonly cac: {
    readonly lagDays: number | null;
    readonly spend: string | null;
    readonly entered: number;
    readonly cost: string | null;
  } | null;
}

export function cacRows(body: ReportBody<CostFigures>): Row[] {
  return cellsOf(body).flatMap(({ keys, bucket, figures }: Shown<unknown>) => {
    const { cac } = figures as Worth;
    if (!cac || (cac.entered === 0 && (cac.spend === null || minor(cac.spend) === '0'))) return [];
    const { lagDays, entered, spend, cost } = cac;
    return [{ kind: 'cac', keys, bucket, lagDays, entered, spend: money(spend), cost: money(cost) }];
  });
}

/** Of the measures `value` and `standing`. */
export function valueRows({ cells }: Probed): Row[] {
  return cells.flatMap(({ keys, bucket, figures }) =>
    ['won', 'pipeline'].flatMap((kind, index) => {
      const [leads, value] = figures[index] ?? [];
      return Number(leads) ? [{ kind, keys, bucket, leads: Number(leads), value: String(value) }] : [];
    }),
  );
}
