import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ObservedServer, startObservedServer } from '../../../../test/support/observed-server.js';

let server: ObservedServer;
beforeAll(async () => {
  server = await startObservedServer();
});
afterAll(() => server.close());

test('as many statements as a request may wait for are no leak to be warned of', async () => {
  const warnings: string[] = [];
  const note = ({ message }: Error) => void warnings.push(message);
  process.on('warning', note);
  const funnel = 'funnel(input: { period: { last: { count: 1, grain: MONTH } } }) { total { stages { reached } } }';
  const query = `{ ${Array.from({ length: 20 }, (_, index) => `f${index}: ${funnel}`).join(' ')} }`;
  const { errors } = await server.ask({ query });
  await new Promise((resolve) => setImmediate(resolve));
  process.off('warning', note);
  expect(errors ?? []).toEqual([]);
  expect(warnings).toEqual([]);
});
