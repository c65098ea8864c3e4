import { describe, expect, it } from 'vitest';
import { newCluster } from './support/cluster.js';
import { stopDatabaseUnderLoad } from './support/outage.js';
import { newPlace } from './support/place.js';

/** It makes a PostgreSQL server of its own: nobody else's is stopped. */
const needsServer = process.env.LEADSTAGE_TEST_DATABASE_URL ? '' : ' (skipped: needs LEADSTAGE_TEST_DATABASE_URL)';

describe.skipIf(needsServer !== '')(`PostgreSQL that goes away under load${needsServer}`, () => {
  it('is told to clients as such, and all goes on by itself when it is back', { timeout: 300_000 }, async () => {
    const cluster = await newCluster();
    const place = await newPlace(cluster.url);
    try {
      const figures = await stopDatabaseUnderLoad(cluster, place, { outages: 2 });
      expect(figures.answers['503 DATABASE_UNAVAILABLE']).toBeGreaterThan(0);
      expect(figures.sentAgain).toBeGreaterThan(0);
    } finally {
      await cluster.remove();
    }
  });
});
