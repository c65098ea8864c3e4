import { type Interval, Z_95 } from './statistics.js';

/** What became of a cohort, as measure `incidence` counts it. */
export interface Course {
  /** A letter each: `R r O o L N`. */
  readonly letters: string;
  /** How many were watched to the end with neither. */
  readonly watched: number;
}

/** What a course says of its end: the shares add up to 1. */
export interface Incidence {
  /** Cumulative incidence of reaching the stage. */
  readonly reached: number;
  /** Cumulative incidence of the competing outcome. */
  readonly out: number;
  /** Neither. */
  readonly left: number;
  /** Variance of `reached`. */
  readonly variance: number;
}

/**
 * What happened, by time since entry into the base stage, in columns: cohorts have a hundred thousand times, and objects for
 * each take twenty times as long.
 */
interface Moments {
  readonly reached: Uint32Array;
  readonly out: Uint32Array;
  /** Watched no longer from here on. At risk at this time still: what happens at one instant happens before it is lost to view. */
  readonly lost: Uint32Array;
}

/** What the variance needs of each moment. */
interface Shares {
  readonly atRisk: Float64Array;
  /** The share of neither, before it. */
  readonly leftBefore: Float64Array;
  /** The incidence of reaching, after it. */
  readonly incidence: Float64Array;
}

/**
 * The Aalen–Johansen estimator of the cumulative incidence of reaching, with being out as the competing outcome (Aalen &
 * Johansen 1978; for one transition out of one state: Σ S(t−) d(t) / n(t)). Its variance is Aalen's (1978), in the form of
 * Pintilie (2006), eq. 4.5, and of SAS's PROC LIFETEST ERROR=AALEN, with n − 1 in the denominators:
 *
 *     Σ [F(W) − F(t)]² e / ((n−1)(n−e)) + Σ S(t−)² d (n−d) / (n² (n−1)) − 2 Σ [F(W) − F(t)] S(t−) d / (n (n−1))
 *
 * over times t with e events, d of them entries, among n at risk. The third term is the textbook's wherever all events
 * of an instant are of one kind; where kinds share an instant, as when an import knows only dates, it takes the covariance
 * of one draw, for the textbook's, which is made for events one by one, can make a variance negative there. The last one
 * at risk (n = 1) adds nothing.
 * Only the order counts: whoever is lost to view between two times is lost right after the first.
 * @returns null where nobody is at risk: the cohort is empty, or everybody in it was lost to view at time 0
 */
export function aalenJohansen({ letters, watched }: Course): Incidence | null {
  if (watched === 0 && /^N*$/.test(letters)) return null;
  const moments = momentsOf(letters);
  const { length } = moments.reached;
  const columns = () => new Float64Array(length);
  const shares: Shares = { atRisk: columns(), leftBefore: columns(), incidence: columns() };
  // Each one at risk stands for the same share until somebody is lost to view, whose share passes to the others. So the
  // share is kept as a quotient, and without anybody lost the incidence is the plain proportion, to the last digit.
  let stretch = { atRisk: letters.length + watched, left: 1, reachedBefore: 0, outBefore: 0 };
  let [reached, out] = [0, 0];
  const shareOf = (count: number) => (stretch.left * count) / stretch.atRisk;
  for (let moment = 0; moment < length; moment += 1) {
    const atRisk = stretch.atRisk - reached - out;
    shares.atRisk[moment] = atRisk;
    shares.leftBefore[moment] = shareOf(atRisk);
    const [reachedHere, outHere, lost] = at(moments, moment);
    reached += reachedHere;
    out += outHere;
    const left = atRisk - reachedHere - outHere;
    const incidence = stretch.reachedBefore + shareOf(reached);
    shares.incidence[moment] = incidence;
    if (lost === 0 || lost === left) continue;
    const outBefore = stretch.outBefore + shareOf(out);
    stretch = { atRisk: left - lost, left: shareOf(left), reachedBefore: incidence, outBefore };
    [reached, out] = [0, 0];
  }
  const left = shareOf(stretch.atRisk - reached - out);
  const gone = stretch.outBefore + shareOf(out);
  // Sums of shares may be a rounding apart from 1; certainty is none.
  const value = left === 0 && gone === 0 ? 1 : Math.min(1, stretch.reachedBefore + shareOf(reached));
  return { reached: value, out: gone, left, variance: varianceOf(moments, shares) };
}

function at({ reached, out, lost }: Moments, moment: number): [number, number, number] {
  return [reached[moment] as number, out[moment] as number, lost[moment] as number];
}

/** Those that are lost are so at the end of the moment before them; whoever is before any is in one without events. */
function momentsOf(letters: string): Moments {
  const column = () => new Uint32Array(letters.length + 1);
  const [reached, out, lost] = [column(), column(), column()];
  let moment = 0;
  for (let index = 0; index < letters.length; index += 1) {
    const letter = letters[index];
    if (letter === 'R' || letter === 'O') moment += 1;
    const counted = letter === 'R' || letter === 'r' ? reached : letter === 'O' || letter === 'o' ? out : lost;
    counted[moment] = (counted[moment] as number) + 1;
  }
  const used = (counts: Uint32Array) => counts.subarray(0, moment + 1);
  return { reached: used(reached), out: used(out), lost: used(lost) };
}

function varianceOf(moments: Moments, { atRisk, leftBefore, incidence }: Shares): number {
  const last = incidence.at(-1) ?? 0;
  let variance = 0;
  for (let moment = 0; moment < incidence.length; moment += 1) {
    const [d, out] = at(moments, moment);
    const [n, e] = [atRisk[moment] as number, d + out];
    if (e === 0 || n === 1) continue;
    const later = last - (incidence[moment] as number);
    const left = leftBefore[moment] as number;
    const ofAll = n > e ? (later ** 2 * e) / ((n - 1) * (n - e)) : 0;
    const own = (left ** 2 * d * (n - d)) / (n ** 2 * (n - 1));
    variance += ofAll + own - (2 * later * left * d) / (n * (n - 1));
  }
  return Math.max(0, variance);
}

/**
 * The 95 % interval of an incidence on the scale ln(−ln F): F to the power exp(±1.96 σ / (F ln F)) (Pintilie 2006; SAS's
 * CONFTYPE=LOGLOG). Always within 0 to 1. Null at 0 and at 1, where that scale has no place and the variance is 0.
 */
export function logLogInterval(value: number, variance: number): Interval | null {
  if (!(value > 0 && value < 1)) return null;
  const width = (Z_95 * Math.sqrt(variance)) / (value * -Math.log(value));
  return { low: value ** Math.exp(width), high: value ** Math.exp(-width) };
}
