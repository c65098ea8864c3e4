import type { LeadFilter } from '@leadstage/core';
import { GraphQLError } from 'graphql';
import { lockOf } from '../access/access.js';
import type { Context } from '../context.js';

/**
 * What whoever asks for a list may not look past; null: nothing.
 * @param behind the number that the list is behind; an embed token lists nothing else
 * @throws GraphQLError FORBIDDEN
 */
export function lockOfList({ access }: Context, behind: string | undefined): LeadFilter | null {
  if (access?.embed && behind === undefined) {
    const message = 'An embed token lists only what is behind a number: ask with `filter: { behind: … }`.';
    throw new GraphQLError(message, { extensions: { code: 'FORBIDDEN' } });
  }
  return lockOf(access);
}
