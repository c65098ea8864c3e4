import { html, nothing, type TemplateResult } from 'lit';
import { explained } from '../frame/explain.js';
import { loadingState } from '../frame/states.js';
import type { CommonWords } from '../words/common-words.js';
import type { Formats } from '../words/formats.js';
import { filled } from '../words/language.js';
import type { CsvOfList } from './csv-of-list.js';
import type { ListWords } from './list-words.js';
import type { PagedList } from './paged-list.js';

export interface ListColumn<Item> {
  readonly title: string;
  /** Left out where room is short: what it says is in `folded` of the first column too. */
  readonly isWide?: boolean;
  readonly shown: (item: Item) => unknown;
}

export interface ListScene {
  readonly words: CommonWords;
  readonly listWords: ListWords;
  readonly formats: Formats;
}

/** The rows of a list that are there. The first column names the row. */
export function listTable<Item>(caption: string, columns: readonly ListColumn<Item>[], items: readonly Item[]) {
  const wide = ({ isWide }: ListColumn<Item>) => (isWide ? 'wide' : '');
  return html`<div class="rows"><div class="scroll" tabindex="0" role="region" aria-label=${caption}><table>
    <caption class="visually-hidden">${caption}</caption>
    <thead><tr>${columns.map((column) => html`<th scope="col" class=${wide(column)}>${column.title}</th>`)}</tr></thead>
    <tbody>${items.map(
      (item) =>
        html`<tr>${columns.map((column, index) =>
          index === 0
            ? html`<th scope="row">${column.shown(item)}</th>`
            : html`<td class=${wide(column)}>${column.shown(item)}</td>`,
        )}</tr>`,
    )}</tbody>
  </table></div></div>`;
}

/** How much of a list is shown, a button for more, and how far its file has come. */
export function listFooter<Item>(list: PagedList<Item>, csv: CsvOfList<Item>, scene: ListScene): TemplateResult {
  const { words, listWords, formats } = scene;
  const { items, totalCount, hasNextPage, waits, error } = list;
  const counts = { shown: formats.count(items.length), total: formats.count(totalCount) };
  const failed = error ?? csv.error;
  return html`<div class="below">
    <span role="status">${totalCount === null ? nothing : filled(listWords.shownOf, counts)}</span>
    ${
      hasNextPage || error
        ? html`<button type="button" class="solid" aria-disabled=${waits} @click=${() => waits || void list.more()}
            >${error ? words.tryAgain : waits ? words.loading : words.more}</button>`
        : nothing
    }
    ${failed ? html`<span role="alert">${explained(failed, words).title}</span>` : nothing}
    ${csv.progress ? progressOf(csv, csv.progress, scene) : nothing}
  </div>`;
}

function progressOf<Item>(
  csv: CsvOfList<Item>,
  { done, of }: { readonly done: number; readonly of: number },
  { listWords, formats }: ListScene,
) {
  const text = filled(listWords.collecting, { done: formats.count(done), total: formats.count(of) });
  return html`<span role="status">${text}</span>
    <progress aria-label=${text} max=${Math.max(of, 1)} .value=${done}></progress>
    <button type="button" class="solid" @click=${() => csv.cancel()}>${listWords.cancel}</button>`;
}

/** What stands where rows will be: they come, or did not. Null once there are some. */
export function insteadOfRows<Item>(list: PagedList<Item>, words: CommonWords, failed: (error: unknown) => unknown) {
  if (list.items.length > 0) return null;
  if (list.waits) return loadingState(words);
  return list.error ? failed(list.error) : null;
}
