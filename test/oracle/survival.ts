import { type Fraction, fraction, isAtMost, minus, ONE, plus, times, ZERO } from './fractions.js';

/** At one time: how many reached what is waited for, went another way, or were no longer watched. */
export interface Leaving {
  readonly time: number;
  readonly reached: number;
  readonly out: number;
  readonly censored: number;
}

/** Times in order, each once. */
export function leavings(times: readonly Leaving[]): Leaving[] {
  const distinct = [...new Set(times.map(({ time }) => time))].sort((a, b) => a - b);
  return distinct.map((time) => {
    const now = times.filter((each) => each.time === time);
    const sum = (name: 'reached' | 'out' | 'censored') => now.reduce((total, each) => total + each[name], 0);
    return { time, reached: sum('reached'), out: sum('out'), censored: sum('censored') };
  });
}

/** Everybody who is still waiting at a time, whoever leaves at it among them. */
function atRisk(inOrder: readonly Leaving[], time: number): number {
  return inOrder
    .filter((each) => each.time >= time)
    .reduce((total, { reached, out, censored }) => total + reached + out + censored, 0);
}

/**
 * Aalen–Johansen: the share that has reached by a time, where going another way is an end as well. The sum over times
 * of (waiting until then) × (reached then ÷ at risk then).
 */
export function incidenceAt(all: readonly Leaving[], until: number): Fraction {
  const inOrder = leavings(all);
  let waiting = ONE;
  let incidence = ZERO;
  for (const { time, reached, out } of inOrder) {
    if (time > until) break;
    const risk = atRisk(inOrder, time);
    incidence = plus(incidence, times(waiting, fraction(reached, risk)));
    waiting = times(waiting, fraction(risk - reached - out, risk));
  }
  return incidence;
}

/** Kaplan–Meier: the area under the curve of who is still waiting; null where it never comes down to nobody. */
export function restricted(all: readonly Leaving[]): Fraction | null {
  const inOrder = leavings(all);
  let [waiting, area, before] = [ONE, ZERO, 0];
  for (const { time, reached } of inOrder) {
    if (reached === 0) continue;
    const risk = atRisk(inOrder, time);
    area = plus(area, times(waiting, fraction(time - before)));
    waiting = times(waiting, fraction(risk - reached, risk));
    before = time;
  }
  return waiting.numerator === 0n ? area : null;
}

/** Kaplan–Meier: the smallest time at which at most 1 − `share` are still waiting; null where that is never so. */
export function quantile(all: readonly Leaving[], share: Fraction): number | null {
  const inOrder = leavings(all);
  let waiting = ONE;
  for (const { time, reached } of inOrder) {
    const risk = atRisk(inOrder, time);
    waiting = times(waiting, fraction(risk - reached, risk));
    if (isAtMost(waiting, minus(ONE, share))) return time;
  }
  return null;
}
