/** Spells of one length: so many have ended at it, so many were still open when they were last seen. */
export interface Spells {
  /** 0 or more; ascending in a list, each length once. */
  readonly time: number;
  readonly ended: number;
  readonly open: number;
}

/** A length at which spells end, and what is left after it. */
export interface SurvivalStep {
  readonly time: number;
  /** Spells that had lasted at least so long, those that end or were last seen at it among them. */
  readonly atRisk: number;
  readonly ended: number;
  /** S(t), the estimated share of spells that last longer; from here to the next step. */
  readonly survival: number;
}

/**
 * The product-limit estimate of Kaplan and Meier (1958): S(t) = Π (atRisk − ended) / atRisk over all lengths up to t, 1
 * before the first step. One that is still open counts as at risk as long as it has been seen, and never as ended; of
 * equal lengths the ended ones come first.
 */
export function survivalCurve(spells: readonly Spells[]): SurvivalStep[] {
  let atRisk = spells.reduce((sum, { ended, open }) => sum + ended + open, 0);
  let survival = 1;
  const steps: SurvivalStep[] = [];
  for (const { time, ended, open } of spells) {
    if (ended > 0) {
      survival *= (atRisk - ended) / atRisk;
      steps.push({ time, atRisk, ended, survival });
    }
    atRisk -= ended + open;
  }
  return steps;
}

/**
 * The smallest length t with S(t) ≤ 1 − percent / 100; null where the curve stays above. Where nothing is open it is the
 * smallest length within which that share has ended. Equality is told exactly, whatever was multiplied.
 * @param percent whole, 1 to 100
 */
export function survivalQuantile(curve: readonly SurvivalStep[], percent: number): number | null {
  const index = curve.findIndex((_, position) => isAtMost(curve, position, 100 - percent));
  return curve[index]?.time ?? null;
}

/** The area under the curve; null where it does not come down to 0: then the longest spell is open, and any mean a guess. */
export function survivalMean(curve: readonly SurvivalStep[]): number | null {
  if (curve.at(-1)?.survival !== 0) return null;
  return curve.reduce((area, { time }, index) => {
    const before = curve[index - 1];
    return area + (time - (before?.time ?? 0)) * (before?.survival ?? 1);
  }, 0);
}

/** Whether S at a step is at most so many hundredths. A product of n quotients in doubles is off by at most n · 2⁻⁵². */
function isAtMost(curve: readonly SurvivalStep[], position: number, hundredths: number): boolean {
  const survival = curve[position]?.survival ?? 1;
  const bound = hundredths / 100;
  const doubt = bound * (position + 2) * 2 * Number.EPSILON;
  if (Math.abs(survival - bound) > doubt) return survival < bound;
  const { left, of } = exactSurvival(curve.slice(0, position + 1));
  return left * 100n <= of * BigInt(hundredths);
}

/** S at the last step as a fraction. Between steps of which nothing was lost from sight, quotients cancel out. */
function exactSurvival(steps: readonly SurvivalStep[]): { readonly left: bigint; readonly of: bigint } {
  const left: bigint[] = [];
  const of: bigint[] = [];
  for (const [index, { atRisk, ended }] of steps.entries()) {
    if (index === 0 || BigInt(atRisk) !== left.at(-1)) {
      left.push(BigInt(atRisk - ended));
      of.push(BigInt(atRisk));
    } else {
      left[left.length - 1] = BigInt(atRisk - ended);
    }
  }
  return { left: product(left), of: product(of) };
}

/** Multiplied in halves: numbers of like size multiply fast. */
function product(factors: readonly bigint[]): bigint {
  if (factors.length <= 1) return factors[0] ?? 1n;
  const half = factors.length >> 1;
  return product(factors.slice(0, half)) * product(factors.slice(half));
}
