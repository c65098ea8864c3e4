import { entriesInto } from '../../cell-reference.js';
import { costPerEntry } from '../../metrics/cost-per-entry.js';
import { lag } from '../../metrics/lag.js';
import { spend } from '../../metrics/spend.js';
import type { ReportBody } from '../../report.js';
import { type CostFigures, type CostMethod, type CostStage, cost } from '../cost.js';
import type { TracedMetric } from '../standard-metrics.js';
import { customerMetrics, type OfCustomers } from './customers.js';
import { type Asking, type Family, measuredOf, metricOf, saying, together } from './family.js';
import { presentOf, type Rung } from './rungs.js';

/**
 * Marketing cost of one lead at each standard stage, over the spend of the period (SIMPLE) and over that of the period
 * moved back by the observed lag (SHIFTED). The spend stands beside it: where nobody entered there is spend and no cost.
 */
export const costs: Family = async (asking) => {
  const { rungs } = asking;
  const first = presentOf(rungs)[0] ?? rungs[0];
  const customer = rungs.find(({ standard }) => standard === 'CUSTOMER')?.key ?? 'CUSTOMER';
  const at = (rung: Rung, { stages }: Shown) => stages.find(({ stage }) => stage.id === rung.stage?.id);
  const bySimple = await ask('SIMPLE', asking);
  const byShifted = await ask('SHIFTED', asking);
  return together([
    measuredOf(bySimple, (figures) => rungs.flatMap((rung) => simple(rung, at(rung, figures), rung === first))),
    measuredOf(byShifted, (figures) => [
      ...rungs.flatMap((rung) => shifted(rung, at(rung, figures))),
      ...customerMetrics(figures, customer),
    ]),
  ]);
};

type Shown = Pick<CostFigures, 'stages'> & OfCustomers;

async function ask(
  method: CostMethod,
  { question: { period }, frame, desk, rungs }: Asking,
): Promise<Pick<ReportBody<Shown>, 'total' | 'series'>> {
  const stages = presentOf(rungs).map(({ key }) => key);
  return stages.length === 0
    ? saying<Shown>(frame, { stages: [] })
    : cost.answer({ period, method, stages }, frame, desk);
}

function simple({ key }: Rung, figures: CostStage | undefined, isFirst: boolean): TracedMetric[] {
  return [
    // The same for every stage: it is told once.
    ...(isFirst ? [metricOf(spend, null, 'SIMPLE', { amount: figures?.spend ?? null })] : []),
    ...(isFirst && figures?.outsideFilter != null
      ? [metricOf(spend, null, 'OUTSIDE_FILTER', { amount: figures.outsideFilter })]
      : []),
    costOf('SIMPLE', key, figures),
  ];
}

function shifted({ key }: Rung, figures: CostStage | undefined): TracedMetric[] {
  return [
    metricOf(lag, key, 'SHIFTED', { value: figures?.lagDays ?? null }),
    metricOf(spend, key, 'SHIFTED', { amount: figures?.spend ?? null }),
    costOf('SHIFTED', key, figures),
  ];
}

function costOf(method: CostMethod, key: string, figures: CostStage | undefined): TracedMetric {
  return metricOf(costPerEntry, key, method, {
    amount: figures?.costPerEntry ?? null,
    denominator: figures?.entered ?? null,
    ...(figures ? { counted: { denominator: entriesInto(key) } } : {}),
  });
}
