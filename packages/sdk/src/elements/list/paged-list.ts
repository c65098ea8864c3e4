import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A page of a list, as the API answers it. */
export interface ListPage<Item> {
  readonly items: readonly Item[];
  /** On all pages together. */
  readonly totalCount: number;
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

export interface PageOf {
  readonly first: number;
  readonly after: string | null;
}

/** Asks for a page. */
export type ListSource<Item> = (page: PageOf, options: { readonly signal: AbortSignal }) => Promise<ListPage<Item>>;

export const PAGE = 20;
/** For files, where nobody waits to read. */
const LARGEST_PAGE = 100;

/** What of a list is there: a page, and more when asked. What is on its way when the list changes is forgotten. */
export class PagedList<Item> implements ReactiveController {
  items: readonly Item[] = [];
  /** Null before the first page. */
  totalCount: number | null = null;
  hasNextPage = false;
  waits = false;
  /** What the last page failed with. */
  error: unknown = null;
  #cursor: string | null = null;
  #source: ListSource<Item> | null = null;
  #asking = new AbortController();

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#asking.abort();
  }

  /** Begins another list; resolves when its first page is there or has failed. @param source null: none */
  async begin(source: ListSource<Item> | null): Promise<void> {
    this.#source = source;
    this.items = [];
    this.totalCount = null;
    this.hasNextPage = false;
    this.#cursor = null;
    await this.more();
  }

  /** The next page, or again the one that failed. */
  async more(): Promise<void> {
    this.#asking.abort();
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    const source = this.#source;
    this.error = null;
    this.waits = source !== null;
    this.host.requestUpdate();
    if (source === null) return;
    try {
      const page = await source({ first: PAGE, after: this.#cursor }, { signal });
      if (signal.aborted) return;
      this.items = [...this.items, ...page.items];
      this.totalCount = page.totalCount;
      this.hasNextPage = page.hasNextPage;
      this.#cursor = page.endCursor;
    } catch (error) {
      if (signal.aborted) return;
      this.error = error;
    }
    this.waits = false;
    this.host.requestUpdate();
  }

  /** All of it from its beginning, whatever is shown. @param tell called after each page with how many are there */
  async all(signal: AbortSignal, tell: (done: number, of: number) => void): Promise<readonly Item[]> {
    const all: Item[] = [];
    let after: string | null = null;
    for (;;) {
      if (this.#source === null) return all;
      const page: ListPage<Item> = await this.#source({ first: LARGEST_PAGE, after }, { signal });
      signal.throwIfAborted();
      all.push(...page.items);
      tell(all.length, page.totalCount);
      // A page that leads to itself would be asked for again for ever.
      if (!page.hasNextPage || page.endCursor === null || page.endCursor === after) return all;
      after = page.endCursor;
    }
  }
}
