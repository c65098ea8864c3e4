import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { fetchLater } from '../fetch-later.js';
import type { DataTable } from '../frame/data-table.js';
import type { PagedList } from './paged-list.js';

/** A CSV file of a whole list, page after page, with how far it has come and a way to end it. */
export class CsvOfList<Item> implements ReactiveController {
  /** Null while none is made. */
  progress: { readonly done: number; readonly of: number } | null = null;
  error: unknown = null;
  #making = new AbortController();

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly list: PagedList<Item>,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.cancel();
  }

  /** Makes one, unless one is being made. @param name of the file, without its ending */
  async make(name: string, table: (items: readonly Item[]) => DataTable): Promise<void> {
    if (this.progress !== null) return;
    this.#making = new AbortController();
    const { signal } = this.#making;
    this.error = null;
    this.#tell({ done: 0, of: this.list.totalCount ?? 0 });
    try {
      const items = await this.list.all(signal, (done, of) => this.#tell({ done, of }));
      const { saveCsv } = await fetchLater();
      signal.throwIfAborted();
      saveCsv(name, [table(items)]);
    } catch (error) {
      if (signal.aborted) return;
      this.error = error;
    }
    this.#tell(null);
  }

  cancel(): void {
    this.#making.abort();
    this.#tell(null);
  }

  #tell(progress: typeof this.progress): void {
    this.progress = progress;
    this.host.requestUpdate();
  }
}
