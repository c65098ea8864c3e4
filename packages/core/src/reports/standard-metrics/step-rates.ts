import type { CountedReached } from '../../cell-reference.js';
import { stepRate, stepRateOf } from '../../metrics/step-rate.js';
import { type FunnelFigures, funnel } from '../funnel.js';
import { type Family, measuredOf, rateMetric, saying } from './family.js';
import { isMeasurable, presentOf, type Rung, type Step, stepsOf } from './rungs.js';

/**
 * Of the leads that entered LEAD in the period, the share that got from each standard stage to the next. Own stages
 * between two standard ones are passed over, so that packs of different ladders can be set side by side.
 */
export const stepRates: Family = async ({ question, frame, desk, rungs }) => {
  const { period, conversionWindow } = question;
  const base = presentOf(rungs)[0];
  const body = base
    ? await funnel.answer({ period, mode: 'COHORT', base: base.key, conversionWindow }, frame, desk)
    : saying<FunnelFigures>(frame, { stages: [] });
  const reached = (stage: string): CountedReached => ({
    ...{ kind: 'reached', unit: 'LEAD', base: base?.key ?? stage, stage },
    ...{ within: conversionWindow ?? null, watchedFor: null, explicitOnly: false },
  });
  return measuredOf(body, (figures) =>
    stepsOf(rungs).map((step) => {
      const { from, to } = step;
      const counted = { numerator: reached(to.key), denominator: reached(from.key) };
      return rateMetric(stepRate, to.key, `from ${from.key}`, rateOver(step, figures), counted);
    }),
  );
};

function rateOver(step: Step, { stages }: FunnelFigures) {
  const reached = ({ stage }: Rung) => stages.find((each) => each.stage.id === stage?.id)?.reached ?? null;
  const [before, after] = [reached(step.from), reached(step.to)];
  return isMeasurable(step) && before !== null && after !== null ? stepRateOf(after, before) : null;
}
