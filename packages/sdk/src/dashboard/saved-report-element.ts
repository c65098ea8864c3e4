import type { LeadstageClient, SavedReport } from '@leadstage/sdk';
import { Task } from '@lit/task';
import { html, LitElement, nothing, type PropertyDeclarations } from 'lit';
import { failedState, loadingState } from '../elements/frame/states.js';
import { COMMON_WORDS } from '../elements/words/common-words.js';
import { formatsFor } from '../elements/words/formats.js';
import { filled, languageOf } from '../elements/words/language.js';
import { learn } from '../elements/words/words.js';
import { askedTexts, type SavedQuestion } from './asked-text.js';
import { DASHBOARD_WORDS } from './dashboard-words.js';
import { notShown } from './not-shown.js';
import { savedPicture } from './saved-picture.js';
import { askedAs } from './saved-question.js';

/** A saved report, answered now: its question as it was kept, with nothing of the page's own period and filter. */
export class SavedReportElement extends LitElement {
  static override properties: PropertyDeclarations = {
    client: { attribute: false },
    report: {},
    language: {},
    timeZone: { attribute: false },
    back: {},
  };

  declare client: LeadstageClient | null;
  /** Its id. */
  declare report: string;
  declare language: string;
  declare timeZone: string;
  /** Where the dashboard is. */
  declare back: string;

  #asking: LeadstageClient | null = null;
  readonly #task = new Task(this, {
    args: () => [this.client, this.report, languageOf(this.language)] as const,
    task: async ([client, id, language], { signal }) => {
      const asked = client ? client.savedReport({ id }, { signal }) : null;
      const [saved] = await Promise.all([asked, learn(language)]);
      this.#asking = client && saved && askedAs(client, questionOf(saved));
      return saved;
    },
  });

  constructor() {
    super();
    this.client = null;
    this.report = '';
    this.language = 'en';
    this.timeZone = 'UTC';
    this.back = '/';
  }

  protected override createRenderRoot() {
    return this;
  }

  protected override render() {
    const language = languageOf(this.language);
    const words = DASHBOARD_WORDS[language];
    return html`<p class="back"><a data-place href=${this.back}>${words.back}</a></p>
      ${this.#task.render({
        pending: () => loadingState(COMMON_WORDS[language]),
        error: (error) => failedState(error, COMMON_WORDS[language], () => void this.#task.run()),
        complete: (saved) => (saved ? this.#shown(saved) : html`<h1>${words.savedGone}</h1>`),
      })}`;
  }

  #shown(saved: SavedReport) {
    const language = languageOf(this.language);
    const words = DASHBOARD_WORDS[language];
    const formats = formatsFor(this.language);
    const { name, report, updatedAt } = saved;
    const question = questionOf(saved);
    const asked = askedTexts(question, language, formats, this.timeZone);
    const missing = notShown(report, question, language);
    const date = formats.instant(updatedAt, this.timeZone);
    return html`<h1>${name}</h1>
      <p class="hint">${words.kinds[report]} · ${filled(words.savedOn, { date })}</p>
      ${asked.length > 0 ? html`<p class="hint">${asked.join(' · ')}</p>` : nothing}
      <h2 class="visually-hidden">${words.kinds[report]}</h2>
      <leadstage-reports .client=${this.#asking} lang=${this.language}>
        ${savedPicture(report, question)}
      </leadstage-reports>
      ${missing === null ? nothing : html`<p class="hint missing">${missing}</p>`}
      <details class="asked"><summary>${words.asked}</summary>
        <pre tabindex="0" role="region" aria-label=${words.asked}><code>${JSON.stringify(saved.question, null, 2)}</code></pre>
      </details>`;
  }
}

/** As the API checked it when it was saved. */
function questionOf({ question }: SavedReport): SavedQuestion {
  return typeof question === 'object' && question !== null ? question : {};
}
