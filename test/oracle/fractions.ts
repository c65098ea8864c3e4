/** An exact number. */
export interface Fraction {
  readonly numerator: bigint;
  /** Above 0. */
  readonly denominator: bigint;
}

export const ZERO: Fraction = { numerator: 0n, denominator: 1n };
export const ONE: Fraction = { numerator: 1n, denominator: 1n };

/** In lowest terms; the denominator may be below 0. */
export function fraction(numerator: bigint | number, denominator: bigint | number = 1n): Fraction {
  const [top, bottom] = [BigInt(numerator), BigInt(denominator)];
  const shared = divisor(top, bottom) * (bottom < 0n ? -1n : 1n);
  return { numerator: top / shared, denominator: bottom / shared };
}

function divisor(a: bigint, b: bigint): bigint {
  if (b === 0n) return a < 0n ? -a : a;
  return divisor(b, a % b);
}

export function plus(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, { ...b, numerator: -b.numerator });
}

export function times(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.numerator, a.denominator * b.denominator);
}

export function isAtMost(a: Fraction, b: Fraction): boolean {
  return a.numerator * b.denominator <= b.numerator * a.denominator;
}

/** To 15 decimals. */
export function toNumber({ numerator, denominator }: Fraction): number {
  const whole = numerator / denominator;
  return Number(whole) + Number(((numerator - whole * denominator) * 10n ** 18n) / denominator) / 1e18;
}

/** To the nearest whole number, halves away from zero. */
export function halfAway({ numerator, denominator }: Fraction): bigint {
  if (numerator < 0n) return -halfAway({ numerator: -numerator, denominator });
  return (2n * numerator + denominator) / (2n * denominator);
}

/** To the nearest multiple of `step`, halves up: 33 by 30 is 30, 45 is 60, −15 is 0. */
export function nearestMultiple({ numerator, denominator }: Fraction, step: bigint): bigint {
  const unit = denominator * step;
  const [top, bottom] = [2n * numerator + unit, 2n * unit];
  const quotient = top / bottom;
  return (quotient * bottom > top ? quotient - 1n : quotient) * step;
}
