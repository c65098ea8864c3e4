import { describe, expect, it } from 'vitest';
import { formatsFor } from '../elements/words/formats.js';
import { askedTexts } from './asked-text.js';
import { notShown } from './not-shown.js';

describe('what a saved question asks and no element shows', () => {
  it.each([
    ['FUNNEL', { by: ['source'], grain: 'MONTH' }, 'the course of stages after the first over time'],
    ['ACCEPTANCE', { grain: 'MONTH' }, 'the course over time'],
    ['VELOCITY', { by: ['leadType', 'plan'], grain: 'MONTH' }, 'the course of each group over time'],
    ['SLA', { by: ['owner'], grain: 'WEEK', replay: [{}] }, 'each group over time · the replay of other targets'],
    ['COST', { method: 'ROLLING' }, 'the course of the other stages over time'],
  ] as const)('is said, of %s %j', (report, question, missing) => {
    expect(notShown(report, question, 'en')).toContain(missing);
  });

  it.each([
    ['FUNNEL', { by: ['source'] }],
    ['FUNNEL', { grain: 'MONTH', by: [] }],
    ['SLA', { by: ['owner'], replay: [] }],
    ['VELOCITY', { by: ['leadType', 'plan'] }],
    ['COST', { by: ['source'], stages: ['SQL'], grain: 'MONTH' }],
    ['DIAGNOSIS', { by: ['owner'] }],
    ['STANDARD_METRICS', { grain: 'DAY' }],
  ] as const)('is nothing, of %s %j', (report, question) => {
    expect(notShown(report, question, 'en')).toBeNull();
  });
});

describe('what a saved question says for itself', () => {
  it('is whom it asks about, and as of when', () => {
    const filter = { source: { in: ['web', null] }, attributes: [{ name: 'plan', notIn: ['free'] }] };
    const asked = { filter, asOf: '2026-01-03T09:00:00Z' };
    expect(askedTexts(asked, 'en', formatsFor('en'), 'UTC')).toEqual([
      'Source: web, (none)',
      'plan ≠ free',
      expect.stringMatching(/^As of: Jan 3, 2026, 9:00\sAM$/),
    ]);
    expect(askedTexts({}, 'en', formatsFor('en'), 'UTC')).toEqual([]);
  });
});
