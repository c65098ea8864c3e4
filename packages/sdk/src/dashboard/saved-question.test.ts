import { createClient } from '@leadstage/sdk';
import { describe, expect, it } from 'vitest';
import { askedAs } from './saved-question.js';

/** A client whose questions are kept instead of sent. */
function recorded() {
  const asked: object[] = [];
  const fetch = async (_url: unknown, init?: RequestInit) => {
    asked.push((JSON.parse(String(init?.body)) as { variables: { input: object } }).variables.input);
    return Response.json({ data: {} });
  };
  return { asked, client: createClient({ url: 'http://localhost/graphql', apiKey: 'k', retries: 0, fetch }) };
}

describe('a saved question', () => {
  const question = {
    period: { last: { count: 3, grain: 'MONTH' } },
    filter: { source: { in: ['web'] } },
    ladder: 'TODAY',
  };
  const own = { period: { start: '2026-01-01', end: '2026-02-01' }, filter: {} };

  it.each(['acceptance', 'cost', 'diagnosis', 'funnel', 'sla', 'standardMetrics', 'velocity'] as const)(
    'stands in place of what an element would ask of %s',
    async (report) => {
      const { asked, client } = recorded();
      await askedAs(client, question)[report]({ ...own, by: ['owner'] } as never);
      expect(asked).toEqual([{ ...question, by: ['owner'] }]);
    },
  );
});
