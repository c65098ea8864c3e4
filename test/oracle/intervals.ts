import { type Fraction, fraction, minus, ONE, plus, times, toNumber, ZERO } from './fractions.js';
import { type Leaving, leavings } from './survival.js';

/** Both ends of a 95 % interval. */
export interface Ends {
  readonly low: number;
  readonly high: number;
}

/** P(Z > z) of the standard normal for z ≥ 0, by Simpson's rule over its density from z on, to 12 digits. */
export function upperTail(z: number): number {
  const [steps, width] = [20_000, Math.min(9, 40 / z)];
  const h = width / steps;
  // φ(z + t) / φ(z): what is small is multiplied in last, so that far tails keep their digits.
  const at = (step: number) => Math.exp(-z * step * h - (step * h) ** 2 / 2);
  let sum = at(0) + at(steps);
  for (let step = 1; step < steps; step += 1) sum += (step % 2 ? 4 : 2) * at(step);
  return ((Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * sum * h) / 3;
}

/** Where a growing function is first not below 0, to the last digit. */
function root(low: number, high: number, rising: (x: number) => number): number {
  if (!(low <= high)) throw new RangeError(`there is nothing between ${low} and ${high}`);
  let [below, above] = [low, high];
  for (;;) {
    const middle = (below + above) / 2;
    if (middle <= below || middle >= above) return above;
    if (rising(middle) < 0) below = middle;
    else above = middle;
  }
}

/** The deviation beyond which 2.5 % lie on either side. */
export const Z: number = root(1, 3, (z) => 0.025 - upperTail(z));

const wilsonKnown = new Map<string, Ends>();

/**
 * Wilson's score interval: the probabilities at which the share observed lies just z standard errors away, found by
 * bisection. 0 of some is never less than 0, all of some never more than 1. Null without trials, and of more than all: a
 * stage that came into the ladder later has fewer entries than the next, and that is no proportion.
 */
export function wilsonEnds(successes: number, trials: number): Ends | null {
  if (trials === 0 || successes > trials) return null;
  const name = `${successes}/${trials}`;
  const share = successes / trials;
  const excess = (p: number) => trials * (share - p) ** 2 - Z * Z * p * (1 - p);
  const ends = wilsonKnown.get(name) ?? {
    low: successes === 0 ? 0 : root(0, share, (p) => -excess(p)),
    high: successes === trials ? 1 : root(share, 1, excess),
  };
  wilsonKnown.set(name, ends);
  return ends;
}

/**
 * Newcombe's hybrid of two Wilson intervals (1998, method 10) for the difference of two shares; null where one has no
 * trials.
 */
export function newcombeEnds(first: Counts, second: Counts): Ends | null {
  const [a, b] = [wilsonEnds(first.numerator, first.denominator), wilsonEnds(second.numerator, second.denominator)];
  if (!a || !b) return null;
  const [p, q] = [first.numerator / first.denominator, second.numerator / second.denominator];
  return {
    low: p - q - Math.sqrt((p - a.low) ** 2 + (b.high - q) ** 2),
    high: p - q + Math.sqrt((a.high - p) ** 2 + (q - b.low) ** 2),
  };
}

export interface Counts {
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * The variance of the Aalen–Johansen incidence at a time, exactly, by the delta method. At each time the shares of those at
 * risk that reach and that are out are a draw from a multinomial, with n − 1 for n; times are independent. With a the
 * share that reaches, b the share that is out and q what is left of one, F falls by L/q with b, where L is what is still
 * to come, and grows by S − L/q with a. One alone adds nothing.
 */
export function incidenceVariance(all: readonly Leaving[], until: number): Fraction {
  const inOrder = leavings(all).filter(({ time }) => time <= until);
  const moments: { n: number; a: Fraction; b: Fraction; waiting: Fraction; gained: Fraction }[] = [];
  let waiting = ONE;
  let risk = all.reduce((sum, each) => sum + each.reached + each.out + each.censored, 0);
  for (const { reached, out, censored } of inOrder) {
    const [a, b] = [fraction(reached, risk), fraction(out, risk)];
    moments.push({ n: risk, a, b, waiting, gained: times(waiting, a) });
    waiting = times(waiting, minus(minus(ONE, a), b));
    risk -= reached + out + censored;
  }
  let toCome = ZERO;
  let variance = ZERO;
  for (const { n, a, b, waiting: before, gained } of moments.reverse()) {
    const q = minus(minus(ONE, a), b);
    const lost = q.numerator === 0n ? ZERO : times(toCome, fraction(q.denominator, q.numerator));
    const [byA, byB] = [minus(before, lost), minus(ZERO, lost)];
    const spread = plus(
      plus(times(times(byA, byA), times(a, minus(ONE, a))), times(times(byB, byB), times(b, minus(ONE, b)))),
      times(fraction(-2), times(times(byA, byB), times(a, b))),
    );
    if (n > 1) variance = plus(variance, times(spread, fraction(1, n - 1)));
    toCome = plus(toCome, gained);
  }
  return variance;
}

/** The interval of an incidence on the scale ln(−ln F); null at 0 and at 1. */
export function logLogEnds(incidence: Fraction, variance: Fraction): Ends | null {
  if (incidence.numerator <= 0n || incidence.numerator >= incidence.denominator) return null;
  const value = toNumber(incidence);
  const scale = Math.log(-Math.log(value));
  const width = (Z * Math.sqrt(toNumber(variance))) / Math.abs(value * Math.log(value));
  // The scale turns round: what is greater there is smaller here.
  return { low: Math.exp(-Math.exp(scale + width)), high: Math.exp(-Math.exp(scale - width)) };
}
