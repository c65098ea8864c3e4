/*
 * How long reports take, and beside each that plain SQL can answer, what most teams write: one query over the event log. All
 * in one run on one server, in turn, so that the ratios hold when the machine's speed drifts. The run fails where the two
 * do not give the same numbers.
 *
 *   LEADSTAGE_TEST_DATABASE_URL=postgres://postgres@127.0.0.1:5432/postgres npm run bench -- --leads 200000
 */
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { inWorkspace } from '@leadstage/prisma';
import type { Sql } from '../packages/api/src/query/sql.js';
import { openTestDatabase } from '../test/support/database.js';
import { makeWorkspace } from './data.js';
import { questions } from './questions.js';

const { values } = parseArgs({
  options: { leads: { type: 'string', default: '100000' }, rounds: { type: 'string', default: '15' } },
});
const leads = Number(values.leads);
const rounds = Number(values.rounds);

const database = await openTestDatabase();
try {
  const started = performance.now();
  const workspaceId = await makeWorkspace(database, leads);
  const seconds = (performance.now() - started) / 1000;
  const speed = Math.round(leads / seconds);
  console.log(`${database.kind}: ${leads} leads written in ${seconds.toFixed(1)} s, ${speed} leads/s`);
  if (database.kind === 'server') await database.pool.query('RESET ROLE; ANALYZE; SET ROLE leadstage_app');

  const ways = questions(database, workspaceId, Date.now());
  const peer = (statement: Sql) => inWorkspace(database, workspaceId, (transaction) => transaction.query(statement));
  const times = ways.map(() => ({ ours: [] as number[], theirs: [] as number[] }));
  for (let round = -1; round < rounds; round++) {
    for (const [index, { name, ask, sameAs }] of ways.entries()) {
      const [answer, ours] = await timed(ask);
      const [rows, theirs] = sameAs ? await timed(() => peer(sameAs.statement)) : [null, Number.NaN];
      if (round < 0) {
        const [mine, others] = [sameAs?.ours(answer), sameAs?.theirs(rows)];
        if (!isDeepStrictEqual(mine, others)) {
          throw new Error(`${name}: the two do not agree: ${JSON.stringify(mine)} and ${JSON.stringify(others)}`);
        }
        continue;
      }
      times[index]?.ours.push(ours);
      times[index]?.theirs.push(theirs);
    }
  }
  console.log('       ms   plain SQL   × faster');
  for (const [index, { name, sameAs }] of ways.entries()) {
    const [ours, theirs] = [median(times[index]?.ours ?? []), median(times[index]?.theirs ?? [])];
    const beside = sameAs
      ? `${theirs.toFixed(1).padStart(9)} ${(theirs / ours).toFixed(1).padStart(9)}`
      : ' '.repeat(19);
    console.log(`${ours.toFixed(1).padStart(9)} ${beside}   ${name}`);
  }
} finally {
  await database.close();
}

async function timed<Result>(work: () => Promise<Result>): Promise<[Result, number]> {
  const started = performance.now();
  const result = await work();
  return [result, performance.now() - started];
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
