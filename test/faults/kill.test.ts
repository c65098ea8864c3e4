import { describe, expect, it } from 'vitest';
import { describeDatabase } from '../support/database.js';
import { killDuringIngest } from './support/kill.js';
import { newPlace } from './support/place.js';

/** More with `npm run soak`. */
const KILLS = 3;

describe(`a server that is killed while it takes in leads, ${describeDatabase()}`, () => {
  it('has every acknowledged write, each once, and answers a repeated key as before', {
    timeout: 300_000,
  }, async () => {
    const place = await newPlace(process.env.LEADSTAGE_TEST_DATABASE_URL);
    try {
      const figures = await killDuringIngest(place, { kills: KILLS });
      expect(figures.kills).toBe(KILLS);
      expect(figures.acknowledged).toBeGreaterThan(KILLS);
      expect(figures.cutOff).toBeGreaterThanOrEqual(KILLS);
      expect(figures.repeated).toBeGreaterThan(KILLS);
    } finally {
      await place.remove();
    }
  });
});
