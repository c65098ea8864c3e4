import { describe, expect, it } from 'vitest';
import { describeDatabase } from '../support/database.js';
import { sendCrowd } from './support/crowd.js';
import { newPlace } from './support/place.js';

const AT_ONCE = 150;

/** How much memory a process has had is told by Linux alone. */
describe.runIf(process.platform === 'linux')(`a crowd, ${describeDatabase()}`, () => {
  it('is answered as far as there are places, and told to come back beyond, within a bounded memory', {
    timeout: 300_000,
  }, async () => {
    const place = await newPlace(process.env.LEADSTAGE_TEST_DATABASE_URL);
    try {
      const { reports, bodies } = await sendCrowd(place, { atOnce: AT_ONCE });
      // How many depends on how long the last byte of the last one takes, and on how fast they are answered.
      expect(reports.answered).toBeGreaterThan(0);
      expect(reports.answered + reports.toldToComeBack + reports.withoutDatabase).toBe(AT_ONCE);
      expect(bodies.answered).toBeGreaterThan(0);
      expect(bodies.answered + bodies.toldToComeBack + bodies.withoutDatabase + bodies.cut).toBe(AT_ONCE);
    } finally {
      await place.remove();
    }
  });
});
