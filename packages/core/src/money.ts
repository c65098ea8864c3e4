import Big from 'big.js';
import { minorUnits } from './currency.js';

export { isCurrency, minorUnits } from './currency.js';

/** Money is a decimal text, `1234.50`; it never passes through a binary number. Results have the minor unit's decimals. */
type Decimal = string;

/**
 * Whether the text is a plain decimal: an optional minus, 1 to 15 digits, and where there is a point, 1 to
 * `maxDecimals` digits after it. No plus, no exponent, no grouping, no bare point: `1e3`, `.5` and `5.` are refused.
 */
export function isDecimal(text: unknown, maxDecimals: number): text is Decimal {
  if (typeof text !== 'string') return false;
  const decimals = /^-?\d{1,15}(?:\.(\d+))?$/.exec(text);
  return decimals !== null && (decimals[1]?.length ?? 0) <= maxDecimals;
}

/** The amount over a count, rounded once, halves away from zero: `divideMoney('100.00', 3, 'EUR')` is `33.33`. Null over 0. */
export function divideMoney(amount: Decimal, by: number, currency: string): Decimal | null {
  if (by === 0) return null;
  const decimals = minorUnits(currency);
  return printed(exactTo(decimals, amount).div(by), decimals);
}

/** The sum, `0.00` of none. Finer amounts are added as they are and the sum is rounded once. */
export function addMoney(amounts: readonly Decimal[], currency: string): Decimal {
  const sum = amounts.reduce((total, amount) => total.plus(amount), new Big(0));
  return printed(sum, minorUnits(currency));
}

/**
 * The amount at an exchange rate (units of `currency` for one unit of the amount's), rounded once, halves away from
 * zero: `convertMoney('100.00', '0.8555', 'EUR')` is `85.55`.
 */
export function convertMoney(amount: Decimal, rate: Decimal, currency: string): Decimal {
  return printed(new Big(amount).times(rate), minorUnits(currency));
}

/**
 * What has accrued of an amount after `days` of its `ofDays` days, in minor units, halves away from zero:
 * 10 000.00 after 31 of 90 days is 344 444. A span's share is the difference of two such totals, so that the parts
 * of any partition add up to the whole. Throws `RangeError` unless the days are whole, 0 to `ofDays`, of at least 1.
 */
export function accruedMinor(amount: Decimal, days: number, ofDays: number, minorUnits: number): bigint {
  if (!Number.isInteger(days) || !Number.isInteger(ofDays) || ofDays < 1 || days < 0 || days > ofDays) {
    throw new RangeError(`an amount cannot have accrued for ${days} of ${ofDays} days`);
  }
  const minor = exactTo(0, amount).times(`1e${minorUnits}`).times(days).div(ofDays);
  return BigInt(minor.toFixed(0));
}

/** Minor units as an amount: `moneyOfMinor('344444', 'EUR')` is `3444.44`. */
export function moneyOfMinor(minor: string, currency: string): Decimal {
  const decimals = minorUnits(currency);
  return printed(new Big(minor).times(`1e-${decimals}`), decimals);
}

/** A decimal whose division rounds exactly once, at `decimals`; big.js would first round to 20 places. */
function exactTo(decimals: number, amount: Decimal): Big {
  const Rounding = Big();
  Rounding.DP = decimals;
  Rounding.RM = Big.roundHalfUp;
  return new Rounding(amount);
}

/** Big's half up is away from zero. Zero has no sign: -0.004 is `0.00`. */
function printed(value: Big, decimals: number): Decimal {
  const text = value.toFixed(decimals, Big.roundHalfUp);
  return /^-[0.]+$/.test(text) ? text.slice(1) : text;
}
