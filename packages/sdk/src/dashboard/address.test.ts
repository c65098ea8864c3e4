import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIRST_PERIOD, type Place, placeOf, searchFor } from './address.js';

describe('the address of the dashboard', () => {
  it('says period and filter in words', () => {
    const place: Place = {
      question: {
        period: 'last-quarter',
        filter: { source: { in: ['web', 'ads'] }, owner: { in: [null] }, attributes: [{ name: 'plan', in: ['a&b'] }] },
      },
      saved: null,
    };
    const search = '?period=last-quarter&source=web&source=ads&owner=&attribute.plan=a%26b';
    expect(searchFor(place)).toBe(search);
    expect(placeOf(search)).toEqual(place);
  });

  it('is bare for what is shown at first', () => {
    expect(placeOf('')).toEqual({ question: { period: FIRST_PERIOD, filter: {} }, saved: null });
    expect(searchFor(placeOf(''))).toBe('');
  });

  it('passes over what it does not know', () => {
    expect(placeOf('?period=whenever&utm_source=mail&key=lsk_1&saved=7')).toEqual({ ...placeOf(''), saved: '7' });
    expect(searchFor(placeOf('?key=lsk_1&period=1..2'))).toBe('');
  });

  it('reads what it writes', () => {
    const values = fc.array(fc.option(fc.string({ minLength: 1, unit: 'grapheme' })), { minLength: 1, maxLength: 3 });
    const condition = fc.record({ in: values });
    const own = fc.uniqueArray(fc.record({ name: fc.string({ minLength: 1 }), in: values }), {
      selector: ({ name }) => name,
      minLength: 1,
      maxLength: 2,
    });
    const filter = fc.record({ source: condition, account: condition, attributes: own }, { requiredKeys: [] });
    const period = fc.constantFrom('this-quarter', 'last-90-days', '2026', '2026-05-01..2026-05-03');
    const saved = fc.option(fc.string({ minLength: 1 }));
    fc.assert(
      fc.property(period, filter, saved, (period, filter, saved) => {
        const place = { question: { period, filter }, saved };
        expect(placeOf(searchFor(place))).toEqual(place);
      }),
    );
  });
});
