import { html, type TemplateResult } from 'lit';
import type { BehindOf } from '../reports/events.js';

export interface Cell {
  /** As people read it. */
  readonly text: string;
  /** For programs (CSV): a plain number, exact decimal, date or text; default the text. */
  readonly value?: string | number | null | undefined;
  /** Leads to what it counts. */
  readonly behind?: string | null | undefined;
  readonly of?: BehindOf | undefined;
  /** What it counts, where the names of its row and column do not say it. */
  readonly label?: string | undefined;
}

/** The numbers of a chart, for screen readers, for people who would rather read, and for CSV. */
export interface DataTable {
  readonly caption: string;
  readonly columns: readonly { readonly title: string; readonly numeric?: boolean }[];
  /** As many cells as columns. The first names the row. */
  readonly rows: readonly (readonly Cell[])[];
}

/** @param open called with a cell that leads to what it counts, and its name */
export function drawnTable(
  { caption, columns, rows }: DataTable,
  open: (cell: Cell, label: string) => void,
): TemplateResult {
  const aligned = (index: number) => (columns[index]?.numeric ? 'number' : '');
  const shown = (cell: Cell, label: string) =>
    cell.behind
      ? html`<button type="button" @click=${() => open(cell, cell.label ?? label)}>${cell.text}</button>`
      : cell.text;
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${caption}><table>
    <caption>${caption}</caption>
    <thead><tr>${columns.map(({ title }, index) => html`<th scope="col" class=${aligned(index)}>${title}</th>`)}</tr></thead>
    <tbody>${rows.map((cells) => {
      const name = cells[0]?.text ?? '';
      return html`<tr>${cells.map((cell, index) => {
        const label = `${name}, ${columns[index]?.title ?? ''}`;
        return index === 0
          ? html`<th scope="row">${shown(cell, label)}</th>`
          : html`<td class=${aligned(index)}>${shown(cell, label)}</td>`;
      })}</tr>`;
    })}</tbody>
  </table></div>`;
}
