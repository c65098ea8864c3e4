import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accruedMinor, addMoney, convertMoney, divideMoney, isCurrency, isDecimal, minorUnits } from './money.js';

/** An amount in cents with its text, so that expectations are whole numbers. */
const anyCents = fc.bigInt({ min: -(10n ** 17n) + 1n, max: 10n ** 17n - 1n });

describe('currencies', () => {
  test.each([
    ['EUR', 2],
    ['USD', 2],
    ['BRL', 2],
    ['JPY', 0],
    ['CLP', 0],
    ['KWD', 3],
    ['TND', 3],
    ['CLF', 4],
    // Where V8's Intl.NumberFormat departs from ISO 4217:
    ['HUF', 2],
    ['COP', 2],
    ['IDR', 2],
    ['PKR', 2],
    ['IQD', 3],
  ])('%s has %i decimals', (currency, decimals) => {
    expect(minorUnits(currency)).toBe(decimals);
  });

  test('every currency that Intl knows is one, drawing rights and sucre apart', () => {
    const missing = Intl.supportedValuesOf('currency').filter((code) => !isCurrency(code));
    expect(missing.filter((code) => !['XDR', 'XSU', 'XUA'].includes(code))).toEqual([]);
  });

  test.each(['eur', 'EURO', '', 'XXX', 'XAU', 'ZZZ', null, 978])('%j is not a currency', (code) => {
    expect(isCurrency(code)).toBe(false);
    expect(() => minorUnits(code as string)).toThrow(expect.objectContaining({ code: 'INVALID_CURRENCY' }));
  });
});

describe('isDecimal', () => {
  test.each([
    ['0', 0],
    ['-0', 2],
    ['12', 2],
    ['-12.5', 2],
    ['12.50', 2],
    ['999999999999999.99', 2],
    ['1.2345678901', 10],
  ])('%j with up to %i decimals', (text, decimals) => {
    expect(isDecimal(text, decimals)).toBe(true);
  });

  test.each([
    ['', 2],
    ['-', 2],
    ['+1', 2],
    ['.5', 2],
    ['5.', 2],
    ['1e3', 2],
    ['1E-2', 2],
    ['1,000', 2],
    ['1 000', 2],
    [' 1', 2],
    ['1\n', 2],
    ['--1', 2],
    ['0x10', 2],
    ['NaN', 2],
    ['Infinity', 2],
    ['1.234', 2],
    ['1.0', 0],
    ['1000000000000000', 2],
    ['\u0661', 2],
    [12, 2],
    [null, 2],
  ])('not %j with up to %i decimals', (text, decimals) => {
    expect(isDecimal(text, decimals)).toBe(false);
  });
});

describe('dividing, adding, converting', () => {
  test.each<[string, number, string, string | null]>([
    ['3600.00', 48, 'EUR', '75.00'],
    ['100.00', 3, 'EUR', '33.33'],
    ['200.00', 3, 'EUR', '66.67'],
    ['0.01', 2, 'EUR', '0.01'],
    ['-0.01', 2, 'EUR', '-0.01'],
    ['0.01', 3, 'EUR', '0.00'],
    ['-0.01', 3, 'EUR', '0.00'],
    ['5', 2, 'JPY', '3'],
    ['1.000', 16, 'KWD', '0.063'],
    ['999999999999999.99', 1, 'EUR', '999999999999999.99'],
    ['10.00', 0, 'EUR', null],
    ['0.00', 5, 'EUR', '0.00'],
  ])('%s over %i in %s is %s', (amount, by, currency, expected) => {
    expect(divideMoney(amount, by, currency)).toBe(expected);
  });

  test('a quotient just under a half, at the 24th decimal, is rounded once: down', () => {
    // 0.0049... with 22 nines: at big.js's 20 decimals it would become 0.005, and then 0.01.
    expect(divideMoney('0.00499999999999999999999999', 1, 'EUR')).toBe('0.00');
    expect(divideMoney('0.49999999999999999999999', 100, 'EUR')).toBe('0.00');
  });

  test('amounts are added exactly, where binary numbers would drift', () => {
    expect(addMoney(['0.10', '0.20'], 'EUR')).toBe('0.30');
    expect(addMoney(['999999999999999.99', '0.01'], 'EUR')).toBe('1000000000000000.00');
    expect(addMoney(['-1.005', '1.00'], 'EUR')).toBe('-0.01');
    expect(addMoney(['0.004', '0.004'], 'EUR')).toBe('0.01');
    expect(addMoney(['1', '2'], 'JPY')).toBe('3');
    expect(addMoney([], 'EUR')).toBe('0.00');
  });

  test.each([
    ['100.00', '0.8555', 'EUR', '85.55'],
    ['1.005', '1', 'EUR', '1.01'],
    ['-1.005', '1', 'EUR', '-1.01'],
    ['10.01', '157.35', 'JPY', '1575'],
    ['123456789012345.67', '1.0000000001', 'EUR', '123456789024691.35'],
  ])('%s at %s is %s %s', (amount, rate, currency, expected) => {
    expect(convertMoney(amount, rate, currency)).toBe(expected);
  });

  test('a quotient is the exact one, rounded half away from zero', () => {
    fc.assert(
      fc.property(anyCents, fc.integer({ min: 1, max: 10_000_000 }), (cents, by) => {
        expect(divideMoney(textOf(cents), by, 'EUR')).toBe(textOf(roundedQuotient(cents, BigInt(by))));
      }),
    );
  });

  test('a sum is the sum of the cents, in any order', () => {
    fc.assert(
      fc.property(fc.array(anyCents), (all) => {
        const texts = all.map(textOf);
        const sum = textOf(all.reduce((total, cents) => total + cents, 0n));
        expect(addMoney(texts, 'EUR')).toBe(sum);
        expect(addMoney(texts.reverse(), 'EUR')).toBe(sum);
      }),
    );
  });
});

describe('accrual', () => {
  const spent = (amount: string, from: number, to: number, ofDays: number) =>
    accruedMinor(amount, to, ofDays, 2) - accruedMinor(amount, from, ofDays, 2);

  test('example E: 10 000.00 over the 90 days from 1 January to 1 April 2026', () => {
    const months = [spent('10000.00', 0, 31, 90), spent('10000.00', 31, 59, 90), spent('10000.00', 59, 90, 90)];
    expect(months).toEqual([344_444n, 311_112n, 344_444n]);
    expect(months.reduce((a, b) => a + b)).toBe(1_000_000n);
    const days = Array.from({ length: 90 }, (_, day) => spent('10000.00', day, day + 1, 90));
    expect(days.reduce((a, b) => a + b)).toBe(1_000_000n);
  });

  test('example E: two entries of 10.00 over three days are 6.66 on the first, as each is rounded on its own', () => {
    expect(2n * spent('10.00', 0, 1, 3)).toBe(666n);
    expect(spent('20.00', 0, 1, 3)).toBe(667n);
  });

  test('halves go away from zero, on both sides of it', () => {
    expect(accruedMinor('0.01', 1, 2, 2)).toBe(1n);
    expect(accruedMinor('-0.01', 1, 2, 2)).toBe(-1n);
    expect(accruedMinor('5', 1, 2, 0)).toBe(3n);
    expect(accruedMinor('-0.01', 1, 3, 2)).toBe(0n);
  });

  test('the parts of any partition add up to the whole, and each total is the exact one rounded', () => {
    const anySplit = fc
      .integer({ min: 1, max: 5_000 })
      .chain((ofDays) => fc.tuple(fc.constant(ofDays), fc.array(fc.integer({ min: 0, max: ofDays }))));
    fc.assert(
      fc.property(anyCents, anySplit, (cents, [ofDays, cuts]) => {
        const ends = [0, ...cuts.sort((a, b) => a - b), ofDays];
        const parts = ends.slice(1).map((end, index) => spent(textOf(cents), ends[index] ?? 0, end, ofDays));
        expect(parts.reduce((a, b) => a + b)).toBe(cents);
        for (const days of cuts) {
          const expected = roundedQuotient(cents * BigInt(days), BigInt(ofDays));
          expect(accruedMinor(textOf(cents), days, ofDays, 2)).toBe(expected);
        }
      }),
    );
  });

  test.each([
    [-1, 3],
    [4, 3],
    [0, 0],
    [0.5, 3],
    [1, Number.NaN],
  ])('%d of %d days is refused', (days, ofDays) => {
    expect(() => accruedMinor('10.00', days, ofDays, 2)).toThrow(RangeError);
  });
});

function textOf(cents: bigint): string {
  const digits = (cents < 0n ? -cents : cents).toString().padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function roundedQuotient(dividend: bigint, divisor: bigint): bigint {
  const size = dividend < 0n ? -dividend : dividend;
  const rounded = (2n * size + divisor) / (2n * divisor);
  return dividend < 0n ? -rounded : rounded;
}
