import { costPerEntry } from '../../metrics/cost-per-entry.js';
import { lag } from '../../metrics/lag.js';
import { spend } from '../../metrics/spend.js';
import { type CostFigures, type CostMethod, type CostStage, cost } from '../cost.js';
import type { StandardMetric } from '../standard-metrics.js';
import { type Asking, type Family, type Measured, measuredOf, metricOf, saying, together } from './family.js';
import { presentOf, type Rung } from './rungs.js';

/**
 * Marketing cost of one lead at each standard stage, over the spend of the period (SIMPLE) and over that of the period
 * moved back by the observed lag (SHIFTED). The spend stands beside it: where nobody entered there is spend and no cost.
 */
export const costs: Family = async (asking) =>
  together([await costsBy('SIMPLE', simple, asking), await costsBy('SHIFTED', shifted, asking)]);

type Rows = (rung: Rung, figures: CostStage | undefined, isFirst: boolean) => readonly StandardMetric[];

async function costsBy(method: CostMethod, rows: Rows, { question, frame, desk, rungs }: Asking): Promise<Measured> {
  const stages = presentOf(rungs).map(({ key }) => key);
  const body =
    stages.length > 0
      ? await cost.answer({ period: question.period, method, stages }, frame, desk)
      : saying<CostFigures>(frame, { stages: [] });
  const first = presentOf(rungs)[0] ?? rungs[0];
  return measuredOf(body, (figures) =>
    rungs.flatMap((rung) =>
      rows(
        rung,
        figures.stages.find(({ stage }) => stage.id === rung.stage?.id),
        rung === first,
      ),
    ),
  );
}

const simple: Rows = ({ key }, figures, isFirst) => [
  // The same for every stage: it is told once.
  ...(isFirst ? [metricOf(spend, null, 'SIMPLE', { amount: figures?.spend ?? null })] : []),
  ...(isFirst && figures?.outsideFilter != null
    ? [metricOf(spend, null, 'OUTSIDE_FILTER', { amount: figures.outsideFilter })]
    : []),
  costOf('SIMPLE', key, figures),
];

const shifted: Rows = ({ key }, figures) => [
  metricOf(lag, key, 'SHIFTED', { value: figures?.lagDays ?? null }),
  metricOf(spend, key, 'SHIFTED', { amount: figures?.spend ?? null }),
  costOf('SHIFTED', key, figures),
];

function costOf(method: CostMethod, key: string, figures: CostStage | undefined): StandardMetric {
  return metricOf(costPerEntry, key, method, {
    amount: figures?.costPerEntry ?? null,
    denominator: figures?.entered ?? null,
  });
}
