import { describe, expect, it } from 'vitest';
import { describeDatabase } from '../support/database.js';
import { sendDuplicates } from './support/duplicates.js';
import { newPlace } from './support/place.js';

describe(`the same call many times at once, ${describeDatabase()}`, () => {
  it('has one effect and one answer', { timeout: 300_000 }, async () => {
    const place = await newPlace(process.env.LEADSTAGE_TEST_DATABASE_URL);
    try {
      const figures = await sendDuplicates(place, { atOnce: 50 });
      expect(figures.answers).toBe(figures.mutations * 50);
    } finally {
      await place.remove();
    }
  });
});
