import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseMapping } from './mapping.js';
import { importText } from './testing.js';

const page = readFileSync(new URL('../../../../docs/import.md', import.meta.url), 'utf8');
const blocks = [...page.matchAll(/```(\w+)\n([\s\S]*?)```/g)].map(([, language, code]) => ({ language, code: code! }));

describe('docs/import.md', () => {
  it('has a worked example that does what the page says', async () => {
    const csv = blocks.find(({ language }) => language === 'csv')!.code;
    const yaml = blocks.find(({ language }) => language === 'yaml')!.code;
    const { units, summary } = await importText(csv, yaml);
    expect(summary).toMatchObject({ rows: 2, created: 2, rejected: 0 });
    const [won, lost] = units;
    expect(won?.lead?.source).toBe('paid search');
    expect(won?.transitions?.map(({ to, occurredAt }) => [to, new Date(occurredAt).toISOString()])).toEqual([
      ['LEAD', '2024-03-05T08:30:00.000Z'],
      ['MQL', '2024-03-06T23:00:00.000Z'],
      ['CUSTOMER', '2024-04-01T22:00:00.000Z'],
    ]);
    expect(lost?.lead?.source).toBeNull();
    expect(lost?.transitions?.map(({ to, reason }) => [to, reason])).toEqual([
      ['LEAD', undefined],
      [null, 'No budget'],
    ]);
  });

  it('shows only mappings that are valid', () => {
    const sections = blocks.filter(({ language, code }) => language === 'yaml' && !code.startsWith('source:'));
    expect(sections.length).toBeGreaterThan(4);
    for (const { code } of sections) {
      const needsLead = /^stages:/m.test(code) && !/^lead:/m.test(code) ? 'lead: { id: Id }\n' : '';
      const needsVersion = /^version:/m.test(code) ? '' : 'version: 1\n';
      expect(() => parseMapping(needsVersion + needsLead + code), code).not.toThrow();
    }
  });
});
