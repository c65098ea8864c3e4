import { InvalidInputError, ServerError } from './errors.js';
import type { RequestOptions, Send, TypedDocument } from './transport.js';

export interface ListRequest<Filter, Order = never> {
  /** Which; default all. */
  readonly filter?: Filter | undefined;
  /** How they are sorted. Pages of one list need the same order. */
  readonly orderBy?: Order | undefined;
}

/** How a list is gone through by `for await`. */
export interface PageSize {
  /** How many to fetch at a time, 1–100, default 100. */
  readonly pageSize?: number | undefined;
}

/** Which page of a list. */
export interface PagePlace {
  /** 1–100. */
  readonly first: number;
  /** The `endCursor` of the page before; without it the first page. */
  readonly after?: string | null | undefined;
}

export interface PageEnd {
  readonly hasNextPage: boolean;
  /** Goes into `after` for the next page; null for an empty page. */
  readonly endCursor: string | null;
}

export interface PageOfMany extends PageEnd {
  /** On all pages together. */
  readonly totalCount: number;
}

/** What a question for a page answers. */
interface Connection {
  readonly totalCount?: number;
  readonly edges: readonly { readonly node: unknown }[];
  readonly pageInfo: PageEnd;
}

type Asked = Readonly<Record<string, unknown>>;

/** Both ways to read a list whose items an answer has at `connectionIn`: all of it, and a page, with items under `name`. */
export function listOver<Data>(
  send: Send,
  name: string,
  document: TypedDocument<Data, never>,
  connectionIn: (data: Data) => Connection,
) {
  const ask = async (asked: Asked, page: Asked, options?: RequestOptions) => {
    const variables = { ...asked, ...page } as unknown as never;
    return connectionIn(await send(document, variables, options));
  };

  async function* everyItem(asked: Asked, first: number, options?: RequestOptions): AsyncGenerator<unknown, void> {
    let after: string | null = null;
    for (;;) {
      // The total is counted over the whole list, and nobody looks at it here.
      const { edges, pageInfo }: Connection = await ask(asked, { first, after, withTotal: false }, options);
      for (const { node } of edges) yield node;
      const { hasNextPage, endCursor } = pageInfo;
      if (!hasNextPage) return;
      // Else this would ask for the same page for ever.
      if (endCursor === null || endCursor === after) {
        throw new ServerError('INVALID_RESPONSE', `The API promises more ${name} but does not say after which.`);
      }
      after = endCursor;
    }
  }

  return {
    all: ({ pageSize = MOST_PER_PAGE, ...asked }: PageSize = {}, options?: RequestOptions) =>
      everyItem(asked, checkedSize('pageSize', pageSize), options) as never,

    async page({ first, after = null, ...asked }: PagePlace, options?: RequestOptions) {
      const place = { first: checkedSize('first', first), after, withTotal: true };
      const { edges, totalCount, pageInfo } = await ask(asked, place, options);
      const counted = totalCount === undefined ? {} : { totalCount };
      return { [name]: edges.map(({ node }) => node), ...counted, ...pageInfo } as never;
    },
  };
}

const MOST_PER_PAGE = 100;

/** @throws InvalidInputError PAGE_SIZE_REQUIRED */
function checkedSize(name: string, size: number): number {
  if (Number.isInteger(size) && size >= 1 && size <= MOST_PER_PAGE) return size;
  const expected = `a whole number from 1 to ${MOST_PER_PAGE}`;
  throw new InvalidInputError('PAGE_SIZE_REQUIRED', `${name} is ${size}. Give ${expected}.`, {
    path: [name],
    expected,
  });
}
