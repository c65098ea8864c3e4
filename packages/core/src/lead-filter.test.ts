import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bothFilters, isWithin } from './lead-filter.js';
import type { AttributeCondition, LeadFilter } from './question.js';

const VALUES = [null, 'web', 'fair', 'mail'];
type Lead = Readonly<Record<string, string | null>>;

/** By the meaning of a filter, as docs tell it. */
function lets(filter: LeadFilter, lead: Lead): boolean {
  return Object.entries(filter).every(([name, condition]) => {
    const value = lead[name] ?? null;
    if (condition.in && !condition.in.includes(value)) return false;
    return !condition.notIn?.includes(value);
  });
}

const LEADS: readonly Lead[] = VALUES.flatMap((source) => VALUES.map((region) => ({ source, region })));
const list = fc.array(fc.constantFrom(...VALUES), { maxLength: 4 });
const condition: fc.Arbitrary<AttributeCondition> = fc.oneof(
  fc.record({ in: list }),
  fc.record({ notIn: list }),
  fc.record({ in: list, notIn: list }),
);
const filters: fc.Arbitrary<LeadFilter> = fc.record({ source: condition, region: condition }, { requiredKeys: [] });

describe('bothFilters', () => {
  it('lets through who passes both', () => {
    fc.assert(
      fc.property(filters, filters, (filter, other) => {
        const both = bothFilters(filter, other);
        for (const lead of LEADS) expect(lets(both, lead)).toBe(lets(filter, lead) && lets(other, lead));
      }),
    );
  });

  it('by the same again changes nothing', () => {
    fc.assert(
      fc.property(filters, filters, (filter, other) => {
        const both = bothFilters(filter, other);
        expect(bothFilters(both, other)).toEqual(both);
      }),
    );
  });

  it('intersects what is let in and unites what is kept out, the missing value like any other', () => {
    expect({ ...bothFilters({ source: { in: ['web', 'fair', null] } }, { source: { in: ['fair', null] } }) }).toEqual({
      source: { in: ['fair', null] },
    });
    expect({ ...bothFilters({ source: { notIn: ['web'] } }, { source: { notIn: [null] } }) }).toEqual({
      source: { notIn: ['web', null] },
    });
    expect({ ...bothFilters({ source: { in: ['web', 'fair'] } }, { source: { notIn: ['web'] } }) }).toEqual({
      source: { in: ['fair'] },
    });
    expect({ ...bothFilters({ source: { in: ['web'] } }, { region: { in: ['north'] } }) }).toEqual({
      source: { in: ['web'] },
      region: { in: ['north'] },
    });
  });

  it('keeps a condition on an attribute with an odd name', () => {
    const odd: LeadFilter = JSON.parse('{ "__proto__": { "in": ["x"] }, "constructor": { "in": ["y"] } }');
    expect(Object.entries(bothFilters({}, odd))).toEqual(Object.entries(odd));
    expect(Object.entries(bothFilters(odd, {}))).toEqual(Object.entries(odd));
  });
});

describe('isWithin', () => {
  it('says yes only where nobody passes the one who does not pass the other', () => {
    fc.assert(
      fc.property(filters, filters, (filter, other) => {
        const beyond = LEADS.some((lead) => lets(filter, lead) && !lets(other, lead));
        if (isWithin(filter, other)) expect(beyond).toBe(false);
        expect(isWithin(bothFilters(filter, other), other)).toBe(true);
      }),
    );
  });

  it('of examples', () => {
    const web = { source: { in: ['web'] } };
    expect(isWithin(web, {})).toBe(true);
    expect(isWithin({}, web)).toBe(false);
    expect(isWithin(web, { source: { in: ['web', 'fair'] } })).toBe(true);
    expect(isWithin(web, { source: { notIn: ['fair'] } })).toBe(true);
    expect(isWithin({ source: { notIn: ['fair'] } }, web)).toBe(false);
    expect(isWithin({ source: { in: ['web', 'fair'] } }, web)).toBe(false);
    expect(isWithin({ source: { in: ['web', 'fair'], notIn: ['fair'] } }, web)).toBe(true);
    expect(isWithin(web, { constructor: { in: ['x'] } })).toBe(false);
  });
});
