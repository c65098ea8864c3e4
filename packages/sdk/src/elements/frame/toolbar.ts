import { html, nothing } from 'lit';
import type { CommonWords } from '../words/common-words.js';
import { ICONS } from './icons.js';

/** What the buttons of a report do; one that is null is not there. */
export interface Tools {
  readonly define: (() => void) | null;
  readonly turn: (() => void) | null;
  readonly saveCsv: (() => void) | null;
  readonly savePng: (() => void) | null;
}

/** @param showsTable whether `turn` leads back to the chart */
export function toolbar({ define, turn, saveCsv, savePng }: Tools, showsTable: boolean, words: CommonWords) {
  const tool = (label: string, icon: unknown, act: (() => void) | null) =>
    act ? html`<button type="button" title=${label} aria-label=${label} @click=${act}>${icon}</button>` : nothing;
  return html`<div class="tools">
    ${tool(words.definitions, ICONS.info, define)}
    ${showsTable ? tool(words.showChart, ICONS.chart, turn) : tool(words.showTable, ICONS.table, turn)}
    ${tool(words.csv, ICONS.csv, saveCsv)} ${tool(words.png, ICONS.png, savePng)}
  </div>`;
}
