import { describe, expect, it } from 'vitest';
import { formatsFor } from '../words/formats.js';
import { relativeTime, standingOf } from './due.js';

const now = Date.parse('2026-06-15T08:00:00Z');
const MINUTE = 60_000;
const after = (minutes: number) => new Date(now + minutes * MINUTE).toISOString();

describe('where a promise stands', () => {
  const pending = { status: 'PENDING', doneAt: null, dueAt: after(10) } as const;

  it('is what the API told, until the due instant has passed', () => {
    expect(standingOf(pending, now)).toBe('PENDING');
    expect(standingOf(pending, now + 10 * MINUTE)).toBe('PENDING');
    expect(standingOf(pending, now + 10 * MINUTE + 1)).toBe('OVERDUE');
    expect(standingOf({ ...pending, status: 'OVERDUE' }, now)).toBe('OVERDUE');
    expect(standingOf({ status: 'MET', doneAt: after(-5), dueAt: after(-1) }, now)).toBe('MET');
    expect(standingOf({ status: 'BREACHED', doneAt: after(-1), dueAt: after(-5) }, now)).toBe('BREACHED');
  });

  it('is said without a promise too', () => {
    expect(standingOf({ status: null, doneAt: null, dueAt: null }, now)).toBe('WAITING');
    expect(standingOf({ status: null, doneAt: after(-1), dueAt: null }, now)).toBe('DONE');
  });
});

describe('a relative time', () => {
  it.each([
    [0.5, 'this minute'],
    [-0.5, 'this minute'],
    [1, 'in 1 minute'],
    [119, 'in 119 minutes'],
    [120, 'in 2 hours'],
    [-179, '2 hours ago'],
    [47 * 60, 'in 47 hours'],
    [48 * 60, 'in 2 days'],
    [-9 * 1_440 - 600, '9 days ago'],
    [91 * 1_440, 'in 91 days'],
    [-92 * 1_440, '3 months ago'],
    [-1_093 * 1_440, '2 years ago'],
  ])('%d minutes away is %s', (minutes, text) => {
    expect(relativeTime(after(minutes), now, formatsFor('en'))).toBe(text);
  });

  it('speaks the language', () => {
    expect(relativeTime(after(-180), now, formatsFor('sv'))).toBe('för 3 timmar sedan');
    expect(relativeTime(after(180), now, formatsFor('sr-Latn'))).toBe('za 3 sata');
    expect(relativeTime(after(180), now, formatsFor('ja'))).toBe('3 時間後');
  });
});
