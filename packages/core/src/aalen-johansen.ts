import type { Tally } from './measure.js';
import { type Interval, Z_95 } from './statistics.js';

/** What the tally of a cohort says of its end: the shares add up to 1. */
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

/** What happened at one time since entry into the base stage. */
interface Moment {
  readonly reached: number;
  readonly out: number;
  /** Watched no longer from here on. At risk at this time still: what happens at one instant happens before it is lost to view. */
  readonly lost: number;
}

/** One time at which anybody reached the stage or was out, with what the variance needs of it. */
interface Jump {
  readonly atRisk: number;
  readonly reached: number;
  readonly events: number;
  /** The share of neither, before it. */
  readonly leftBefore: number;
  /** The incidence of reaching, after it. */
  readonly incidence: number;
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
 * @param tally rows `[time, reached, out, no longer watched]` ascending by time; one labelled null, if any, comes last and
 *   counts in its last place those watched to the end with neither
 * @returns null where nobody is at risk: the tally is empty, or everybody in it was lost to view at time 0
 */
export function aalenJohansen(tally: Tally): Incidence | null {
  const moments = momentsOf(tally);
  const total = moments.reduce((sum, { reached, out, lost }) => sum + reached + out + lost, 0);
  const lostAtOnce = tally.reduce((sum, [time, , , lost]) => sum + (time === 0 ? Number(lost) : 0), 0);
  if (total === lostAtOnce) return null;
  const jumps: Jump[] = [];
  // Each one at risk stands for the same share until somebody is lost to view, whose share passes to the others. So the
  // share is kept as a quotient, and without anybody lost the incidence is the plain proportion, to the last digit.
  let stretch = { atRisk: total, left: 1, reachedBefore: 0, outBefore: 0 };
  let [reached, out] = [0, 0];
  const shareOf = (count: number) => (stretch.left * count) / stretch.atRisk;
  for (const moment of moments) {
    const atRisk = stretch.atRisk - reached - out;
    const leftBefore = shareOf(atRisk);
    reached += moment.reached;
    out += moment.out;
    const events = moment.reached + moment.out;
    const incidence = stretch.reachedBefore + shareOf(reached);
    if (events > 0) jumps.push({ atRisk, reached: moment.reached, events, leftBefore, incidence });
    if (moment.lost === 0 || moment.lost === atRisk - events) continue;
    stretch = {
      atRisk: atRisk - events - moment.lost,
      left: shareOf(atRisk - events),
      reachedBefore: incidence,
      outBefore: stretch.outBefore + shareOf(out),
    };
    [reached, out] = [0, 0];
  }
  const left = shareOf(stretch.atRisk - reached - out);
  const gone = stretch.outBefore + shareOf(out);
  // Sums of shares may be a rounding apart from 1; certainty is none.
  const value = left === 0 && gone === 0 ? 1 : Math.min(1, stretch.reachedBefore + shareOf(reached));
  return { reached: value, out: gone, left, variance: varianceOf(jumps) };
}

/** Rows of one time as one. Those of the row labelled null are lost at the end, which changes nothing. */
function momentsOf(tally: Tally): Moment[] {
  const moments = new Map<number | string | null, Moment>();
  for (const [time = null, reached, out, lost] of tally) {
    const before = moments.get(time) ?? { reached: 0, out: 0, lost: 0 };
    moments.set(time, {
      reached: before.reached + Number(reached),
      out: before.out + Number(out),
      lost: before.lost + Number(lost),
    });
  }
  return [...moments.values()];
}

function varianceOf(jumps: readonly Jump[]): number {
  const last = jumps.at(-1)?.incidence ?? 0;
  const parts = jumps.map(({ atRisk: n, reached: d, events: e, leftBefore, incidence }) => {
    if (n === 1) return 0;
    const later = last - incidence;
    const ofAll = n > e ? (later ** 2 * e) / ((n - 1) * (n - e)) : 0;
    const own = (leftBefore ** 2 * d * (n - d)) / (n ** 2 * (n - 1));
    return ofAll + own - (2 * later * leftBefore * d) / (n * (n - 1));
  });
  return Math.max(
    0,
    parts.reduce((sum, part) => sum + part, 0),
  );
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
