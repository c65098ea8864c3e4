import { describe, expect, it } from 'vitest';
import { newPlace } from './support/place.js';
import { runTwoServers } from './support/two-servers.js';

const server = process.env.LEADSTAGE_TEST_DATABASE_URL;
/** The embedded database belongs to one server; a second is refused. */
const needsServer = server ? '' : ' (skipped: needs LEADSTAGE_TEST_DATABASE_URL)';

describe.skipIf(needsServer !== '')(`two servers on one database${needsServer}`, () => {
  it('share its writes, keys, tasks and answers', { timeout: 300_000 }, async () => {
    const place = await newPlace(server);
    try {
      const figures = await runTwoServers(place, { batches: 30 });
      expect(figures).toMatchObject({ batches: 30, twins: 10, delivered: 300, leads: 150 });
      expect(figures.sameAnswers).toBeGreaterThan(0);
    } finally {
      await place.remove();
    }
  });
});
