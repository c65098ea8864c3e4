import { html, nothing } from 'lit';
import type { CommonWords } from '../words/common-words.js';
import { explained } from './explain.js';

/** In place of a report: nothing to show, and why. */
export function emptyState(text: string) {
  return html`<div class="state" role="status">${text}</div>`;
}

export function loadingState({ loading }: CommonWords) {
  return html`<div class="skeleton"><span role="status" class="visually-hidden">${loading}</span></div>`;
}

/** @param tryAgain offered where it may help */
export function failedState(error: unknown, words: CommonWords, tryAgain: () => void) {
  const { title, detail, mayPass } = explained(error, words);
  const again = html`<button type="button" class="solid" @click=${tryAgain}>${words.tryAgain}</button>`;
  return html`<div class="state" role="alert">
    <strong>${title}</strong>${detail ? html`<span lang="en">${detail}</span>` : nothing} ${mayPass ? again : nothing}
  </div>`;
}
