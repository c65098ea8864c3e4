import { LeadsDocument, type LeadsQuery } from './_generated/operations.js';
import { InvalidInputError, ServerError } from './errors.js';
import type { RequestOptions, Send } from './transport.js';
import type { Lead, LeadsPage } from './types.js';

export const MOST_PER_PAGE = 100;

export interface PageRequest {
  /** 1–100. */
  readonly first: number;
  /** The `endCursor` of the page before; without it the first page. */
  readonly after?: string | null | undefined;
}

export async function leadsPage(
  send: Send,
  { first, after }: PageRequest,
  options?: RequestOptions,
): Promise<LeadsPage> {
  const { leads } = await send(
    LeadsDocument,
    { first: checkedSize('first', first), after: after ?? null, withTotal: true },
    options,
  );
  return {
    leads: leads.edges.map(({ node }) => node),
    totalCount: leads.totalCount as number,
    hasNextPage: leads.pageInfo.hasNextPage,
    endCursor: leads.pageInfo.endCursor,
  };
}

/** Every lead, a page at a time; the next page is asked for when the last one is used up. */
export async function* allLeads(send: Send, pageSize: number, options?: RequestOptions): AsyncGenerator<Lead, void> {
  let after: string | null = null;
  for (;;) {
    const answer: LeadsQuery = await send(LeadsDocument, { first: pageSize, after, withTotal: false }, options);
    const { edges, pageInfo } = answer.leads;
    for (const { node } of edges) yield node;
    const { hasNextPage, endCursor } = pageInfo;
    if (!hasNextPage) return;
    // Else this would ask for the same page for ever.
    if (endCursor === null || endCursor === after) {
      throw new ServerError('INVALID_RESPONSE', 'The API promises more leads but does not say after which.');
    }
    after = endCursor;
  }
}

/** @throws InvalidInputError PAGE_SIZE_REQUIRED */
export function checkedSize(name: string, size: number): number {
  if (Number.isInteger(size) && size >= 1 && size <= MOST_PER_PAGE) return size;
  const expected = `a whole number from 1 to ${MOST_PER_PAGE}`;
  throw new InvalidInputError('PAGE_SIZE_REQUIRED', `${name} is ${size}. Give ${expected}.`, {
    path: [name],
    expected,
  });
}
