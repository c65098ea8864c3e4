import { timeToReach } from '../../metrics/time-to-reach.js';
import { velocity } from '../velocity.js';
import { type Asking, type Family, type Measured, measuredOf, metricOf, saying, together } from './family.js';
import { isMeasurable, type Rung, type Step, stepsOf } from './rungs.js';

/** Median time from each standard stage to the next, and from the first to the last, of leads that arrived in the period. */
export const times: Family = async (asking) => {
  const parts: Measured[] = [];
  for (const step of waysOf(asking.rungs)) parts.push(await timesOf(step, asking));
  return together(parts);
};

function waysOf(rungs: readonly Rung[]): Step[] {
  const steps = stepsOf(rungs);
  const whole = { from: rungs[0] as Rung, to: rungs.at(-1) as Rung };
  return steps.some(({ from, to }) => from.key === whole.from.key && to.key === whole.to.key)
    ? steps
    : [...steps, whole];
}

async function timesOf(step: Step, { question: { period }, frame, desk }: Asking): Promise<Measured> {
  const [from, to] = [step.from.key, step.to.key];
  const body = isMeasurable(step)
    ? await velocity.answer({ period, from, to, basis: 'TO' }, frame, desk)
    : saying(frame, { median: null, count: null });
  const counted = { denominator: { kind: 'duration', from, to, basis: 'TO' } as const };
  return measuredOf<{ readonly median: number | null; readonly count: number | null }>(body, ({ median, count }) => [
    metricOf(timeToReach, to, `median from ${from}`, {
      ...{ value: median, denominator: count },
      ...(count === null ? {} : { counted }),
    }),
  ]);
}
