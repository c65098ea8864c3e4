import { html, nothing, type TemplateResult } from 'lit';

export interface PageSection {
  readonly name: string;
  readonly title: string;
  /** On a phone; elsewhere all are. */
  readonly isOpen: boolean;
  /** Whether its heading opens and closes it. */
  readonly folds: boolean;
  readonly content: () => TemplateResult;
}

/** A part of the page under a heading. What is closed is not there, so that nothing is asked for it. */
export function pageSection({ name, title, isOpen, folds, content }: PageSection, turn: () => void) {
  const shows = isOpen || !folds;
  const heading = folds
    ? html`<button type="button" aria-expanded=${isOpen} aria-controls="part-${name}" @click=${turn}>${title}</button>`
    : title;
  return html`<section aria-labelledby="title-${name}">
    <h2 id="title-${name}">${heading}</h2>
    <div class="grid" id="part-${name}" ?hidden=${!shows}>${shows ? content() : nothing}</div>
  </section>`;
}
