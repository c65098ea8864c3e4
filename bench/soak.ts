/*
 * Tries the server's patience: what the tests in test/faults/ do in short, in long, with figures. One line of JSON for
 * each part, and a last one that sums up; ends with 1 where something did not hold.
 *
 *   npm run soak -- --minutes 30 [--only kill,outage,two-servers,duplicates,crowd,fuzz,steady] [--seed 1]
 *
 * LEADSTAGE_TEST_DATABASE_URL names a PostgreSQL server on which databases may be made; without it one is started in a
 * temporary folder, as for the outages in any case. The counts are fixed; `steady` takes what is left of the time, at
 * least a minute.
 */
import { parseArgs } from 'node:util';
import { newCluster } from '../test/faults/support/cluster.js';
import { sendCrowd } from '../test/faults/support/crowd.js';
import { sendDuplicates } from '../test/faults/support/duplicates.js';
import { fuzz } from '../test/faults/support/fuzz.js';
import { killDuringIngest } from '../test/faults/support/kill.js';
import { stopDatabaseUnderLoad } from '../test/faults/support/outage.js';
import { newPlace, type Place } from '../test/faults/support/place.js';
import { holdLevel, runSteadily } from '../test/faults/support/steady.js';
import { runTwoServers } from '../test/faults/support/two-servers.js';

const KILLS = 25;
const OUTAGES = 6;
const BATCHES = 200;
const REQUESTS = 20_000;
const CROWD = 500;
const RATE = 20;
/** Megabytes by which memory may differ from half to half. */
const LEVEL = { heap: 10, rss: 40 };

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '20' },
    only: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
});
const only = values.only?.split(',');
const began = performance.now();
const minutes = () => (performance.now() - began) / 60_000;
const results: { part: string; held: boolean }[] = [];

const cluster = await newCluster();
process.once('SIGINT', () => void cluster.remove().finally(() => process.exit(130)));
const server = process.env.LEADSTAGE_TEST_DATABASE_URL ?? cluster.url;

async function part(name: string, url: string | undefined, work: (place: Place) => Promise<object>): Promise<void> {
  if (only && !only.includes(name)) return;
  const from = performance.now();
  const place = await newPlace(url);
  const line = { part: name, database: place.kind };
  try {
    const figures = await work(place);
    const seconds = Math.round((performance.now() - from) / 1_000);
    console.log(JSON.stringify({ ...line, held: true, took: seconds, ...figures }));
    results.push({ part: name, held: true });
  } catch (error) {
    console.log(JSON.stringify({ ...line, held: false, reason: (error as Error).message }));
    results.push({ part: name, held: false });
  } finally {
    await place.remove().catch(() => {});
  }
}

try {
  for (const url of [undefined, server]) {
    await part('kill', url, (place) => killDuringIngest(place, { kills: KILLS }));
    await part('duplicates', url, (place) => sendDuplicates(place, { atOnce: 50 }));
  }
  await part('two-servers', server, (place) => runTwoServers(place, { batches: BATCHES }));
  await part('outage', cluster.url, (place) => stopDatabaseUnderLoad(cluster, place, { outages: OUTAGES }));
  await part('crowd', server, (place) => sendCrowd(place, { atOnce: CROWD }));
  await part('fuzz', server, async (place) => {
    const figures = await fuzz(place, { requests: REQUESTS, seed: Number(values.seed) });
    holdLevel(figures.heap.slice(2), LEVEL.heap, 'the heap');
    holdLevel(figures.rss.slice(2), LEVEL.rss, 'the process');
    return figures;
  });
  await part('steady', server, async (place) => {
    const seconds = Math.round(60 * Math.max(1, Number(values.minutes) - minutes()));
    const figures = await runSteadily(place, { seconds, rate: RATE });
    holdLevel(figures.heap, LEVEL.heap, 'the heap');
    holdLevel(figures.rss, LEVEL.rss, 'the process');
    return figures;
  });
} finally {
  await cluster.remove();
}
const failed = results.filter(({ held }) => !held).map(({ part: name }) => name);
console.log(JSON.stringify({ summary: true, parts: results.length, failed, minutes: Number(minutes().toFixed(1)) }));
process.exitCode = failed.length > 0 ? 1 : 0;
