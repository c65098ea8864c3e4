import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNumber } from './parse-number.js';

const english = { decimal: '.', thousands: ',' };
const german = { decimal: ',', thousands: '.' };

describe('parseNumber', () => {
  it.each([
    ['1200.50', { decimal: '.' }, '1200.5'],
    ['0.0', { decimal: '.' }, '0'],
    ['-0', { decimal: '.' }, '0'],
    ['+7', { decimal: '.' }, '7'],
    ['.5', { decimal: '.' }, '0.5'],
    ['$1,200.50', english, '1200.5'],
    ['-$12', english, '-12'],
    ['1.234.567,89', german, '1234567.89'],
    ['12 \u20ac', german, '12'],
    ['1\u00a0200,5', { decimal: ',', thousands: ' ' }, '1200.5'],
    ['1.429999948', { decimal: '.', round: 2 }, '1.43'],
    ['-0.005', { decimal: '.', round: 2 }, '-0.01'],
    ['9.999', { decimal: '.', round: 2 }, '10'],
  ])('%s', (text, format, number) => {
    expect(parseNumber(text, format)).toEqual({ number });
  });

  it.each([
    ['1,200.50', { decimal: '.' }, /numbers.decimal: ","/],
    ['12,00.5', english, /is not a number/],
    ['1,2', { decimal: '.' }, /if "," is the decimal sign/],
    ['1e5', { decimal: '.' }, /exponents/],
    ['n/a', { decimal: '.' }, /is not a number with decimal "\."/],
    ['1.2.3', { decimal: '.' }, /is not a number/],
    ['1.429999948', { decimal: '.' }, /has 9 decimals.*round: 2/],
  ])('refuses %s', (text, format, reason) => {
    expect(parseNumber(text, format)).toEqual({ refused: expect.stringMatching(reason) });
  });

  it('reads back every amount however it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 0, max: 4 }), (units, places) => {
        const digits = String(Math.abs(units)).padStart(places + 1, '0');
        const whole = digits.slice(0, digits.length - places);
        const fraction = digits.slice(digits.length - places);
        const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, '.');
        const text = `${units < 0 ? '-' : ''}${grouped}${places === 0 ? '' : `,${fraction}`}`;
        const reading = parseNumber(text, german);
        expect('number' in reading && Number(reading.number)).toBe(
          (units < 0 ? -1 : 1) * Number(`${whole}.${fraction}`) || 0,
        );
      }),
    );
  });
});
