import { describe, expect, it } from 'vitest';
import type { Session } from '../reports/session.js';
import { questionOf, sourceOf, stateOf } from './which-handoffs.js';

const wanted = { state: 'open', owner: null, filter: {}, period: { start: '2026-01-01', end: '2026-04-01' } } as const;
const page = { handoffs: [], totalCount: 0, hasNextPage: false, endCursor: null };
const { signal } = new AbortController();

/** A client that keeps what it is asked. */
function sessionOf(embed: object | null) {
  const asked: unknown[] = [];
  const report = (name: string) => async (input: unknown, options: unknown) => {
    asked.push([name, input, options]);
    return { total: { behind: `behind ${name}` } };
  };
  const client = {
    viewer: async () => ({ embed }),
    acceptance: report('acceptance'),
    sla: report('sla'),
    handoffsPage: async (request: unknown) => {
      asked.push(request);
      return page;
    },
  };
  return { session: { client } as unknown as Session, asked };
}

async function filterAskedWith(embed: object | null, state: 'open' | 'decided' = 'open') {
  const { session, asked } = sessionOf(embed);
  const source = await sourceOf(session, { ...wanted, state }, signal);
  await source({ first: 20, after: null }, { signal });
  return (asked.at(-1) as { filter: object }).filter;
}

describe('which handoffs are asked for', () => {
  it('is what waits, the most urgent first, whenever it was handed over', () => {
    expect(questionOf(wanted)).toEqual({
      filter: { owner: null, attributes: {}, open: true },
      orderBy: { field: 'DUE', direction: 'ASC' },
    });
    expect(questionOf({ ...wanted, state: 'overdue' }).filter).toMatchObject({ open: true, overdue: true });
  });

  it('is what was decided in the period, the latest first', () => {
    expect(questionOf({ ...wanted, state: 'decided', owner: 'Ann' })).toEqual({
      filter: { owner: 'Ann', attributes: {}, open: false, openedIn: wanted.period },
      orderBy: { field: 'OPENED', direction: 'DESC' },
    });
    expect(questionOf({ ...wanted, state: 'rejected' }).filter).toMatchObject({ outcome: ['REJECTED'] });
  });

  it('is open for a state that is none', () => {
    expect([stateOf('late'), stateOf(null), stateOf('decided')]).toEqual(['open', 'open', 'decided']);
  });
});

describe('whom is asked', () => {
  it('is the list itself with a key', async () => {
    expect(await filterAskedWith(null)).not.toHaveProperty('behind');
  });

  it('is the list behind a report that an embed token opens', async () => {
    expect(await filterAskedWith({ leads: true, reports: ['SLA', 'ACCEPTANCE'] })).toMatchObject({
      behind: 'behind acceptance',
      open: true,
    });
    expect(await filterAskedWith({ leads: true, reports: ['SLA'] }, 'decided')).toMatchObject({
      behind: 'behind sla',
      openedIn: null,
    });
  });

  it('is nobody where the token lists nothing, or names no report of handoffs', async () => {
    for (const embed of [
      { leads: false, reports: ['SLA'] },
      { leads: true, reports: ['FUNNEL'] },
    ]) {
      await expect(filterAskedWith(embed)).rejects.toMatchObject({ name: 'PermissionError' });
    }
  });
});
