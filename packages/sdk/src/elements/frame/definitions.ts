import type { MetricDefinition } from '@leadstage/sdk';
import { html, nothing } from 'lit';
import type { CommonWords } from '../words/common-words.js';

/** A dialog that tells what metrics mean, as the API has it, in English. @param definitions null: not there yet */
export function definitionsDialog(definitions: readonly MetricDefinition[] | null, words: CommonWords) {
  return html`<dialog aria-label=${words.definitions} @click=${closeOutside}>
    <div class="top">
      <h3>${words.definitions}</h3>
      <form method="dialog"><button class="solid">${words.close}</button></form>
    </div>
    ${definitions === null ? html`<p role="status">${words.loading}</p>` : definitions.map((each) => entry(each, words))}
  </dialog>`;
}

function entry({ title, description, formula, notes }: MetricDefinition, words: CommonWords) {
  return html`<section lang="en">
    <h4>${title}</h4>
    <p>${description}</p>
    <p>${words.formula}: <code>${formula}</code></p>
    ${notes.length === 0 ? nothing : html`<ul>${notes.map((note) => html`<li>${note}</li>`)}</ul>`}
  </section>`;
}

function closeOutside(event: MouseEvent): void {
  if (event.target instanceof HTMLDialogElement) event.target.close();
}
