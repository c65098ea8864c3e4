import type { LeadstageClient } from '@leadstage/sdk';
import { Task } from '@lit/task';
import { html, LitElement, nothing, type PropertyDeclarations } from 'lit';
import { failedState, loadingState } from '../elements/frame/states.js';
import { COMMON_WORDS } from '../elements/words/common-words.js';
import { formatsFor } from '../elements/words/formats.js';
import { filled, languageOf } from '../elements/words/language.js';
import { DASHBOARD_WORDS } from './dashboard-words.js';

/** Questions that were kept, each a link to its answer. */
export class SavedReportsElement extends LitElement {
  static override properties: PropertyDeclarations = {
    client: { attribute: false },
    language: {},
    timeZone: { attribute: false },
    addressOf: { attribute: false },
  };

  declare client: LeadstageClient | null;
  declare language: string;
  declare timeZone: string;
  /** Where a report is shown, by its id. */
  declare addressOf: (id: string) => string;

  readonly #task = new Task(this, {
    args: () => [this.client] as const,
    task: async ([client], { signal }) => (client ? client.savedReports({ signal }) : []),
  });

  constructor() {
    super();
    this.client = null;
    this.language = 'en';
    this.timeZone = 'UTC';
    this.addressOf = () => '';
  }

  protected override createRenderRoot() {
    return this;
  }

  protected override render() {
    const language = languageOf(this.language);
    const words = DASHBOARD_WORDS[language];
    const formats = formatsFor(this.language);
    return this.#task.render({
      pending: () => loadingState(COMMON_WORDS[language]),
      error: (error) => failedState(error, COMMON_WORDS[language], () => void this.#task.run()),
      complete: (reports) =>
        reports.length === 0
          ? html`<p class="empty">${words.savedEmpty}</p>`
          : html`<ul class="saved">${reports.map(
              ({ id, name, report, updatedAt }) => html`<li><a data-place href=${this.addressOf(id)}>
                <span class="kind">${words.kinds[report]}</span><strong>${name}</strong>
                <span class="when">${filled(words.savedOn, { date: formats.instant(updatedAt, this.timeZone) })}</span>
              </a></li>`,
            )}</ul>`,
      initial: () => nothing,
    });
  }
}
