import { expect, test } from 'vitest';
import { withoutPerson } from './erase-events.js';
import { anyMention, inJson, tellingMention, valuesOf } from './identity.js';

const renamed = new Map([
  ['crm-1', 'erased:7'],
  ['T1', 'erased:12'],
]);

test('an event keeps its form: ids are erased, personal fields null, and other texts stay unless they are the person', () => {
  const payload = {
    id: '4',
    type: 'lead.transitioned',
    data: {
      lead: { id: '7', externalId: 'crm-1' },
      transition: {
        externalId: 'T1',
        from: 'LEAD',
        to: null,
        actor: 'ann',
        reason: 'Eve is ill',
        changed: ['T1', ' EVE '],
      },
      owner: 'ann',
    },
  };
  expect(withoutPerson(payload, renamed, new Set(['eve']))).toEqual({
    id: '4',
    type: 'lead.transitioned',
    data: {
      lead: { id: '7', externalId: 'erased:7' },
      transition: {
        externalId: 'erased:12',
        from: 'LEAD',
        to: null,
        actor: null,
        reason: null,
        changed: ['T1', '(erased)'],
      },
      owner: 'ann',
    },
  });
});

test('in texts of others a person is told by what means nobody else', () => {
  const person = { names: ['Ann', 'Ann  O"Hara (CFO)'], emails: ['a+b@c.example'], externalIds: ['7', 'crm-4711'] };
  expect(tellingMention(person)).toBe(
    '(^|[^[:alnum:]])(Ann\\s+O"Hara\\s+\\(CFO\\)|a\\+b@c\\.example|crm-4711)([^[:alnum:]]|$)',
  );
  expect(tellingMention(inJson(person))).toContain('Ann\\s+O\\\\"Hara');
  expect(anyMention({ names: ['Ann'], emails: [], externalIds: ['7'] })).toBe(
    '(^|[^[:alnum:]])(Ann|7)([^[:alnum:]]|$)',
  );
  expect(tellingMention({ names: ['Ann'], emails: [], externalIds: ['7'] })).toBe('$.');
  expect(valuesOf({ names: [' Ann '], emails: ['A@b'], externalIds: ['7'] })).toEqual(['ann', 'a@b', '7']);
});
