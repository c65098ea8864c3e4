import { randomInt } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { describeDatabase } from '../support/database.js';
import { fuzz } from './support/fuzz.js';
import { newPlace } from './support/place.js';

/** Tens of thousands with `npm run soak`. The seed of a run that failed makes it fail again. */
const REQUESTS = 2_000;
const SEED = Number(process.env.LEADSTAGE_FUZZ_SEED ?? randomInt(1 << 30));

describe(`a stranger's requests, ${describeDatabase()}`, () => {
  it(`never break the server, and each error has a code (LEADSTAGE_FUZZ_SEED=${SEED})`, {
    timeout: 600_000,
  }, async () => {
    const place = await newPlace(process.env.LEADSTAGE_TEST_DATABASE_URL);
    try {
      const figures = await fuzz(place, { requests: REQUESTS, seed: SEED });
      expect(figures.answered, 'random documents do get through to data').toBeGreaterThan(REQUESTS / 20);
      for (const code of ['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_REQUEST', 'UNAUTHENTICATED']) {
        expect(figures.codes[code], code).toBeGreaterThan(0);
      }
      // What is kept of documents fills up at first; `npm run soak` holds the bound over more.
      expect(figures.heap[9]! - figures.heap[4]!, 'megabytes').toBeLessThan(64);
    } finally {
      await place.remove();
    }
  });
});
