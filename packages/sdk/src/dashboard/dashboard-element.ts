import type { LeadstageClient } from '@leadstage/sdk';
import { html, LitElement, type PropertyDeclarations } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { QuestionEvent } from '../elements/reports/events.js';
import { type Language, languageOf } from '../elements/words/language.js';
import { DASHBOARD_WORDS, type DashboardWords } from './dashboard-words.js';
import { EarlyController } from './early-controller.js';
import { overview } from './overview.js';
import { pageHeader } from './page-header.js';
import { addressOf, PlaceController } from './place-controller.js';
import { choose, type Preferences, readPreferences, type Theme } from './preferences.js';
import { OPEN_AT_FIRST, type SectionName } from './sections.js';
import { SessionController } from './session-controller.js';
import { switches } from './switches.js';

/** Narrower than that, sections fold. The same as in dashboard.css. */
const PHONE = '(max-width: 47.99rem)';

/** The page at `/`: for nobody, the way in; for somebody, the reports that the address names. */
export class DashboardElement extends LitElement {
  static override properties: PropertyDeclarations = { preferences: { state: true }, opened: { state: true } };

  declare private preferences: Preferences;
  /** Sections that are open on a phone. */
  declare private opened: ReadonlySet<SectionName>;
  readonly #session = new SessionController(this);
  readonly #place = new PlaceController(this, () => void this.#arrive());
  readonly #early = new EarlyController(this, () => this.#place.place.question.period);
  readonly #phone = matchMedia(PHONE);
  readonly #redraw = () => this.requestUpdate();

  constructor() {
    super();
    this.preferences = readPreferences();
    this.opened = new Set(OPEN_AT_FIRST);
  }

  /** The page's own style sheet draws it. */
  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#phone.addEventListener('change', this.#redraw);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#phone.removeEventListener('change', this.#redraw);
  }

  protected override render() {
    const { language, theme } = this.preferences;
    const { client, viewer, notice } = this.#session;
    document.documentElement.lang = language;
    document.documentElement.dataset.theme = theme;
    document.title = viewer ? `${viewer.workspace.name} · Leadstage` : 'Leadstage';
    const tools = switches(this.preferences, (name, value) => this.#choose(name, value));
    if (client === null) {
      return html`<header class="corner">${tools}</header>
        <leadstage-sign-in language=${language} .notice=${notice} .enter=${this.#session.signIn}></leadstage-sign-in>`;
    }
    const words = DASHBOARD_WORDS[languageOf(language)];
    const home = addressOf({ ...this.#place.place, saved: null });
    return html`<a class="skip" href="#main" @click=${this.#skip}>${words.skip}</a>
      ${pageHeader(words, tools, home, () => this.#session.signOut())}
      <main id="main" tabindex="-1">${keyed(client, this.#content(client, words))}</main>`;
  }

  override firstUpdated(): void {
    this.addEventListener('click', this.#place.follow);
  }

  #content(client: LeadstageClient, words: DashboardWords) {
    const { language } = this.preferences;
    const { place } = this.#place;
    const workspace = this.#session.viewer?.workspace ?? null;
    const back = addressOf({ ...place, saved: null });
    if (place.saved !== null) {
      return html`<leadstage-saved-report .client=${client} report=${place.saved} language=${language}
        .timeZone=${workspace?.timeZone ?? 'UTC'} back=${back}></leadstage-saved-report>`;
    }
    const last = this.#early.last();
    return overview({
      words,
      language,
      client: this.#early.over(client),
      workspace,
      question: place.question,
      askOtherwise: (event) => this.#askOtherwise(event),
      folds: this.#phone.matches,
      opened: this.opened,
      turn: (name) => this.#turn(name),
      lastPeriod: last && addressOf({ ...place, question: { ...place.question, period: last } }),
      addressOf: (saved) => addressOf({ ...place, saved }),
    });
  }

  /** The address first; the reports follow it. */
  #askOtherwise(event: QuestionEvent): void {
    event.preventDefault();
    this.#place.go({ ...this.#place.place, question: event.question });
  }

  #turn(name: SectionName): void {
    const opened = new Set(this.opened);
    if (!opened.delete(name)) opened.add(name);
    this.opened = opened;
  }

  #choose(name: keyof Preferences, value: Language | Theme): void {
    this.preferences = choose(this.preferences, name, value);
  }

  /** A fragment would be another address. */
  #skip(event: Event): void {
    event.preventDefault();
    document.getElementById('main')?.focus();
  }

  /** Whoever does not see the page learns that it is another. */
  async #arrive(): Promise<void> {
    await this.updateComplete;
    scrollTo(0, 0);
    document.getElementById('main')?.focus({ preventScroll: true });
  }
}
