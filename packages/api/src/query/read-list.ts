import { InvalidInput, type LeadFilter } from '@leadstage/core';
import { type Database, inWorkspace, type Transaction } from '@leadstage/prisma';
import { countOf, type Listing, type Page, type PageRequest, pageOf } from './keyset.js';
import { loadWorkspace, lockedTo, type WorkspaceState } from './workspace-state.js';

/** Says what a list reads, given the workspace as it is at the moment of reading. */
export type ListingOf = (state: WorkspaceState) => Listing;

/**
 * One page of a list, on one snapshot.
 * @param lock what whoever reads may not look past; null: nothing
 * @throws InvalidInput UNKNOWN_WORKSPACE, what `pageOf` throws, and what the listing throws
 */
export function readPage<Row extends object>(
  database: Database,
  workspaceId: string,
  listingOf: ListingOf,
  request: PageRequest,
  lock: LeadFilter | null = null,
): Promise<Page<Row>> {
  return onSnapshot(database, workspaceId, (transaction, state) =>
    pageOf<Row>(transaction, listingOf(lockedTo(state, lock)), request),
  );
}

/** How many rows a list has. */
export function countList(
  database: Database,
  workspaceId: string,
  listingOf: ListingOf,
  lock: LeadFilter | null = null,
): Promise<number> {
  return onSnapshot(database, workspaceId, (transaction, state) =>
    countOf(transaction, listingOf(lockedTo(state, lock))),
  );
}

/** Runs `work` with the workspace as it is now, all statements on one snapshot that nothing is written to. */
export function onSnapshot<Result>(
  database: Database,
  workspaceId: string,
  work: (transaction: Transaction, state: WorkspaceState) => Promise<Result>,
): Promise<Result> {
  return inWorkspace(
    database,
    workspaceId,
    async (transaction) => {
      const state = await loadWorkspace(transaction, workspaceId);
      if (!state) throw new InvalidInput('UNKNOWN_WORKSPACE', [], 'The workspace no longer exists.');
      return work(transaction, state);
    },
    { snapshot: true },
  );
}
