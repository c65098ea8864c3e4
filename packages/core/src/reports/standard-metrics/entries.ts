import { entriesInto } from '../../cell-reference.js';
import { entered } from '../../metrics/entered.js';
import { type FunnelFigures, funnel } from '../funnel.js';
import { type Family, measuredOf, metricOf, saying } from './family.js';
import { presentOf } from './rungs.js';

/** How many leads came into each standard stage, whenever they began. */
export const entries: Family = async ({ question, frame, desk, rungs }) => {
  const lowest = presentOf(rungs).sort((a, b) => a.stage.position - b.stage.position)[0];
  const body = lowest
    ? await funnel.answer({ period: question.period, mode: 'THROUGHPUT', base: lowest.key }, frame, desk)
    : saying<FunnelFigures>(frame, { stages: [] });
  return measuredOf(body, ({ stages }) =>
    rungs.map(({ stage, key }) => {
      const value = stages.find((each) => each.stage.id === stage?.id)?.entered ?? null;
      return metricOf(entered, key, null, value === null ? {} : { value, counted: { numerator: entriesInto(key) } });
    }),
  );
};
