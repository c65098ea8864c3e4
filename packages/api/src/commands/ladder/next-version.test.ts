import { describe, expect, it } from 'vitest';
import { nextVersion, type StageContent, versionsOf } from './next-version.js';
import { LADDER, version } from './testing.js';

const MARCH = Date.UTC(2026, 2, 1);
const MAY = Date.UTC(2026, 4, 1);
const NOW = Date.UTC(2026, 10, 21);
const next = (key: string, content: StageContent, from = NOW, definitions = LADDER) =>
  nextVersion(definitions, key, content, from, NOW);

describe('a new stage', () => {
  it('takes the next slot, and is mapped to no standard stage unless told', () => {
    const { definition, isNew } = next('SAL', { name: 'Sales accepted', team: 'SALES', after: 'MQL' });
    expect(isNew).toBe(true);
    expect(definition).toMatchObject({
      id: 7,
      key: 'SAL',
      version: 1,
      position: 35,
      standard: null,
      effectiveFrom: NOW,
    });
  });

  it.each<[string, string, StageContent, string]>([
    ['a bad key', 'Sal!', { name: 'x', team: 'SALES', position: 1 }, 'INVALID_KEY'],
    ['a lower-case key', 'sal', { name: 'x', team: 'SALES', position: 1 }, 'INVALID_KEY'],
    ['too long a key', 'A'.repeat(41), { name: 'x', team: 'SALES', position: 1 }, 'INVALID_KEY'],
    ['no name', 'SAL', { team: 'SALES', position: 1 }, 'MISSING_NAME'],
    ['no team', 'SAL', { name: 'x', position: 1 }, 'MISSING_TEAM'],
    ['no place', 'SAL', { name: 'x', team: 'SALES' }, 'MISSING_POSITION'],
  ])('is refused with %s', (_, key, content, code) => {
    expect(() => next(key, content)).toThrow(expect.objectContaining({ code }));
  });

  it('is the sixteenth at most, retired ones counted', () => {
    const own = Array.from({ length: 10 }, (_, index) =>
      version(`OWN_${index}`, { id: index + 7, retired: index > 3 }),
    );
    const full = [...LADDER, ...own];
    const content = { name: 'x', team: 'SALES', position: 1 } as const;
    expect(next('LAST', content, NOW, full.slice(0, -1)).definition.id).toBe(16);
    expect(() => next('ONE_MORE', content, NOW, full)).toThrow(expect.objectContaining({ code: 'TOO_MANY_STAGES' }));
    expect(next('OWN_9', { position: 99 }, NOW, full).definition).toMatchObject({ id: 16, version: 2, retired: false });
  });
});

describe('a version', () => {
  it('keeps what is left out, and clears what is null', () => {
    const { definition } = next('mql', { name: 'Ready', objective: null });
    expect(definition).toEqual({
      ...LADDER[2],
      version: 2,
      name: 'Ready',
      objective: null,
      effectiveFrom: NOW,
      recordedAt: NOW,
    });
  });

  it('is none where nothing differs', () => {
    const same = next('MQL', { name: LADDER[2]!.name, after: 'LEAD', actions: [...LADDER[2]!.actions] });
    expect(same).toEqual({ definition: LADDER[2], isNew: false });
  });

  it('goes by what is in force on its day', () => {
    const later = version('MQL', { version: 2, name: 'From May', effectiveFrom: MAY });
    const definitions = [...LADDER, later];
    expect(next('MQL', { notes: 'n' }, MARCH, definitions).definition).toMatchObject({
      version: 3,
      name: LADDER[2]!.name,
    });
    expect(next('MQL', { notes: 'n' }, MAY, definitions).definition).toMatchObject({ version: 3, name: 'From May' });
    expect(next('MQL', { name: 'From May' }, NOW, definitions)).toEqual({ definition: later, isNew: false });
  });

  it('before the first goes by the first', () => {
    const sal = version('SAL', { id: 7, effectiveFrom: MAY, position: 35 });
    const { definition, isNew } = next('SAL', {}, MARCH, [...LADDER, sal]);
    expect([isNew, definition]).toEqual([true, { ...sal, version: 2, effectiveFrom: MARCH, recordedAt: NOW }]);
  });

  it('brings a retired stage back', () => {
    const retired = version('QSO', { version: 2, effectiveFrom: MAY, retired: true });
    expect(next('QSO', {}, NOW, [...LADDER, retired]).definition).toMatchObject({ version: 3, retired: false });
  });
});

it('a key means the stage called so; SQO is QSO, but a standard name is not whatever is mapped to it', () => {
  expect(versionsOf(LADDER, ' sqo ').map(({ key }) => key)).toEqual(['QSO']);
  const ready = version('READY', { id: 7, standard: 'MQL' });
  expect(versionsOf([ready], 'MQL')).toEqual([]);
  expect(versionsOf([ready], 'READY')).toEqual([ready]);
});
