import { type Instant, InvalidInput } from '@leadstage/core';
import type { Database } from '@leadstage/prisma';
import { LONGEST_TTL } from '../access/embed-token.js';
import { addSigningKey, retireSigningKeys } from '../access/signing-key.js';
import type { Once } from './idempotency.js';
import { recordIn } from './recording.js';

/**
 * Embed tokens are signed with a new key from now on; those signed before are taken for a while.
 * @param overlap milliseconds, 0 to a day, which no token outlives; 0: every token ends now
 * @returns until when they are taken
 * @throws InvalidInput INVALID_OVERLAP
 */
export async function rotateSigningKey(
  database: Database,
  workspaceId: string,
  overlap: number,
  once?: Once,
): Promise<Instant> {
  if (!(overlap >= 0 && overlap <= LONGEST_TTL)) {
    const expected = 'a duration from PT0S to PT24H';
    const message = `No token is valid for longer than a day; give ${expected}.`;
    throw new InvalidInput('INVALID_OVERLAP', ['overlap'], message, expected);
  }
  return recordIn(
    database,
    workspaceId,
    async ({ transaction }) => {
      const retiredAt = Date.now() + overlap;
      await retireSigningKeys(transaction, workspaceId, retiredAt);
      await addSigningKey(transaction, workspaceId);
      return retiredAt;
    },
    once,
  );
}
