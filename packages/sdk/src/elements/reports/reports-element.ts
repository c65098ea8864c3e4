import { createClient, type GetToken, type LeadFilterInput, type LeadstageClient } from '@leadstage/sdk';
import { ContextProvider } from '@lit/context';
import { css, html, LitElement, nothing, type PropertyDeclarations } from 'lit';
import { fetchLater } from '../fetch-later.js';
import { frameStyles } from '../frame/frame-styles.js';
import { failedState } from '../frame/states.js';
import { theme } from '../frame/theme.js';
import { COMMON_WORDS } from '../words/common-words.js';
import { languageOf } from '../words/language.js';
import { isLearnt, learn } from '../words/words.js';
import { reportsContext } from './context.js';
import type { BehindEvent, QuestionEvent } from './events.js';
import { DEFAULT_PERIOD, type Question } from './question.js';
import { type Session, sessionOver } from './session.js';
import { tokenFrom } from './token-from.js';

/**
 * Gives the reports inside it whom to ask and what: a connection, a period, a filter, a language.
 *
 * The connection is `client`, or `url` and one of `token`, `tokenUrl`, `getToken`.
 */
export class ReportsElement extends LitElement {
  static override styles = [
    theme,
    frameStyles,
    css`
      :host {
        container-type: normal;
        background: none;
        color: inherit;
        font: inherit;
      }
    `,
  ];
  static override properties: PropertyDeclarations = {
    url: {},
    token: {},
    tokenUrl: { attribute: 'token-url' },
    getToken: { attribute: false },
    client: { attribute: false },
    period: {},
    filter: { type: Object },
    lang: { reflect: true },
    unlisted: { state: true },
  };

  /** Of the API, which ends in `/graphql`. */
  declare url: string | null;
  /** An embed token, or an API key that may be seen by whoever sees the page. */
  declare token: string | null;
  /** An address of the page's own server that answers a POST with `{ "token", "expiresAt" }`. */
  declare tokenUrl: string | null;
  /** Asked for a token when there is none, and again before it ends. */
  declare getToken: GetToken | null;
  /** Instead of all of these. */
  declare client: LeadstageClient | null;
  /** As `last-12-months`, `this-quarter`, `2026-05` or `2026-01-01..2026-04-01`; default the last 12 months. */
  declare period: string;
  /** Which leads, such as `{"source":{"in":["web"]}}`. */
  declare filter: LeadFilterInput;

  /** A number whose list could not be fetched, and why. */
  declare private unlisted: { readonly event: BehindEvent; readonly error: unknown } | null;

  #session: Session | null = null;
  readonly #provider = new ContextProvider(this, { context: reportsContext, initialValue: this.#state() });

  constructor() {
    super();
    this.url = null;
    this.token = null;
    this.tokenUrl = null;
    this.getToken = null;
    this.client = null;
    this.period = DEFAULT_PERIOD;
    this.filter = {};
    this.unlisted = null;
    this.addEventListener('leadstage-question', (event) => this.#askOtherwise(event));
    this.addEventListener('leadstage-behind', (event) => this.#show(event));
  }

  protected override willUpdate(changed: ReadonlyMap<PropertyKey, unknown>): void {
    const connection = ['url', 'token', 'tokenUrl', 'getToken', 'client'];
    if (connection.some((name) => changed.has(name))) {
      const client = this.client ?? this.#connected();
      this.#session = client && sessionOver(client);
    }
    this.#provider.setValue(this.#state());
  }

  protected override render() {
    return html`<slot></slot><leadstage-behind></leadstage-behind>${this.#unlistedDialog()}`;
  }

  #connected(): LeadstageClient | null {
    const { url, token, getToken, tokenUrl } = this;
    // Frameworks may also say undefined.
    if (url == null) return null;
    if (token != null) return createClient({ url, token });
    if (getToken != null) return createClient({ url, getToken });
    return tokenUrl == null ? null : createClient({ url, getToken: tokenFrom(tokenUrl) });
  }

  #state() {
    const question: Question = { period: this.period ?? DEFAULT_PERIOD, filter: this.filter ?? {} };
    const tag = this.#language();
    const language = languageOf(tag);
    // Asked before it can be told in the page's language, it would be told in two.
    if (!isLearnt(language)) void learn(language).finally(() => this.requestUpdate());
    return { session: isLearnt(language) ? this.#session : null, question, language: tag };
  }

  /** Its own `lang`, or that of whatever it stands in. */
  #language(): string {
    return this.lang || (this.closest('[lang]') as HTMLElement | null)?.lang || navigator.language || 'en';
  }

  /** After everybody else has had their say: whoever cancels it has dealt with it. */
  #askOtherwise(event: QuestionEvent): void {
    queueMicrotask(() => {
      if (event.defaultPrevented) return;
      this.period = event.question.period;
      this.filter = event.question.filter;
    });
  }

  #show(event: BehindEvent): void {
    queueMicrotask(() => {
      if (!event.defaultPrevented) void this.#list(event);
    });
  }

  /** Few who look at numbers look behind them, so what lists them is fetched by the first who does. */
  async #list(event: BehindEvent): Promise<void> {
    try {
      await fetchLater();
    } catch (error) {
      this.unlisted = { event, error };
      await this.updateComplete;
      this.renderRoot.querySelector('dialog')?.showModal();
      return;
    }
    await this.renderRoot.querySelector('leadstage-behind')?.show(event);
  }

  #unlistedDialog() {
    if (this.unlisted === null) return nothing;
    const words = COMMON_WORDS[languageOf(this.#language())];
    const { event, error } = this.unlisted;
    const closed = ({ target }: Event) => {
      // Trying again may have opened it again before this is told.
      if (!(target as HTMLDialogElement).open) this.unlisted = null;
    };
    const again = () => {
      this.renderRoot.querySelector('dialog')?.close();
      void this.#list(event);
    };
    return html`<dialog aria-label=${event.label} @close=${closed}>
      <div class="top">
        <h3>${event.label}</h3>
        <form method="dialog"><button class="solid">${words.close}</button></form>
      </div>
      ${failedState(error, words, again)}
    </dialog>`;
  }
}
