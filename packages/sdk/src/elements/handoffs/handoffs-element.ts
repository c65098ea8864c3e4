import type { Handoff, LeadFilterInput } from '@leadstage/sdk';
import { Task, TaskStatus } from '@lit/task';
import { html, LitElement, nothing, type PropertyDeclarations } from 'lit';
import { frameStyles } from '../frame/frame-styles.js';
import { emptyState, failedState, loadingState } from '../frame/states.js';
import { theme } from '../frame/theme.js';
import { toolbar } from '../frame/toolbar.js';
import { CsvOfList } from '../list/csv-of-list.js';
import { listStyles } from '../list/list-styles.js';
import { listFooter, listTable } from '../list/list-view.js';
import { PagedList } from '../list/paged-list.js';
import { reportsAround } from '../reports/context.js';
import { parsePeriod, todayIn } from '../reports/question.js';
import type { Session, Setting } from '../reports/session.js';
import { COMMON_WORDS } from '../words/common-words.js';
import { filled, languageOf } from '../words/language.js';
import { ClockController } from './clock-controller.js';
import { type HandoffScene, handoffColumns, handoffScene, handoffTable } from './handoff-columns.js';
import { HANDOFF_WORDS } from './handoff-words.js';
import { handoffsStyles } from './handoffs-styles.js';
import { type HandoffState, STATES, sourceOf, stateOf } from './which-handoffs.js';

/** Who has what, due when, and how it ended: what waits and is most urgent first, or what was decided, the latest first. */
export class HandoffsElement extends LitElement {
  static override styles = [theme, frameStyles, listStyles, handoffsStyles];
  static readonly mayBeEmpty = ['heading'];
  static override properties: PropertyDeclarations = {
    heading: {},
    owner: {},
    state: {},
    period: {},
    filter: { type: Object },
  };

  /** Instead of its own; empty: none. */
  declare heading: string | null;
  /** Only those of one person. */
  declare owner: string | null;
  /** `open`, `overdue`, `decided`, or by outcome: `accepted`, `rejected`, `recycled`, `disqualified`; default open. */
  declare state: HandoffState | null;
  /** Instead of that of the page; in it those were handed over that are shown as decided. */
  declare period: string | null;
  /** Instead of that of the page. */
  declare filter: LeadFilterInput | null;

  readonly #reports = reportsAround(this);
  readonly #list = new PagedList<Handoff>(this);
  readonly #csv = new CsvOfList(this, this.#list);
  readonly #task = new Task(this, {
    args: () => {
      const { session = null } = this.#reports.value ?? {};
      return [session, this.#periodText(), JSON.stringify(this.#filter()), this.state, this.owner] as const;
    },
    task: ([session], { signal }) => this.#ask(session, signal),
  });

  constructor() {
    super();
    this.heading = null;
    this.owner = null;
    this.state = null;
    this.period = null;
    this.filter = null;
    new ClockController(this);
  }

  /** Asks again, from the beginning. Resolves when the first page is there or has failed. */
  async reload(): Promise<void> {
    await this.#task.run();
  }

  protected override render() {
    const language = languageOf(this.#reports.value?.language ?? 'en');
    const words = COMMON_WORDS[language];
    const own = HANDOFF_WORDS[language];
    const title = this.heading ?? own.title;
    const { status, value: setting, error } = this.#task;
    const failed = status === TaskStatus.ERROR ? error : this.#list.items.length === 0 ? this.#list.error : null;
    const waits = status === TaskStatus.PENDING || status === TaskStatus.INITIAL;
    const scene = setting && !failed ? this.#scene(setting) : null;
    const isInside = this.#reports.value !== undefined;
    return html`<figure aria-label=${title || own.title} aria-busy=${waits}>
      <header>
        ${title ? html`<h3>${title}</h3>` : nothing} ${isInside ? this.#choices(own) : nothing}
        ${scene ? this.#tools(scene) : nothing}
      </header>
      ${isInside ? nothing : emptyState(words.noReports)}
      ${failed ? failedState(failed, words, () => void this.reload()) : nothing}
      ${scene ? html`<div class=${waits ? 'waiting' : ''}>${this.#content(scene)}</div>` : nothing}
      ${waits && isInside && !scene ? loadingState(words) : nothing}
    </figure>`;
  }

  #choices(own: (typeof HANDOFF_WORDS)['en']) {
    const chosen = stateOf(this.state);
    const choose = (event: Event) => {
      this.state = stateOf((event.target as HTMLSelectElement).value);
    };
    return html`<select aria-label=${own.show} .value=${chosen} @change=${choose}>
        ${STATES.map((state) => html`<option value=${state} ?selected=${state === chosen}>${own[state]}</option>`)}
      </select>
      ${
        this.owner === null
          ? nothing
          : html`<button type="button" class="solid chip" title=${own.everybody} @click=${() => this.#choose(null)}>
              ${filled(own.onlyOwner, { owner: this.owner })} <span aria-hidden="true">×</span>
              <span class="visually-hidden">, ${own.everybody}</span></button>`
      }`;
  }

  #choose(owner: string | null): void {
    this.owner = owner;
  }

  #tools(scene: HandoffScene) {
    const save = () =>
      void this.#csv.make('leadstage-handoffs', (items) => handoffTable(scene.handoffWords.title, items, scene));
    const saveCsv = this.#list.items.length > 0 ? save : null;
    return toolbar({ define: null, turn: null, saveCsv, savePng: null }, false, scene.words);
  }

  #content(scene: HandoffScene) {
    const own = scene.handoffWords;
    const { items } = this.#list;
    if (items.length === 0) {
      const state = stateOf(this.state);
      const empty = { open: own.nothingOpen, overdue: own.nothingOverdue } as Partial<Record<HandoffState, string>>;
      return emptyState(empty[state] ?? scene.words.empty);
    }
    const named = (owner: string) =>
      owner === this.owner
        ? owner
        : html`<button type="button" title=${filled(own.onlyOwner, { owner })} @click=${() => this.#choose(owner)}
            >${owner}</button>`;
    const caption = `${own.title}, ${own[stateOf(this.state)]}`;
    return html`${listTable(caption, handoffColumns(scene, named), items)}${listFooter(this.#list, this.#csv, scene)}`;
  }

  #scene({ workspace }: Setting): HandoffScene {
    return handoffScene(workspace, this.#reports.value?.language);
  }

  async #ask(session: Session | null, signal: AbortSignal): Promise<Setting> {
    // Resolves when there is one: the arguments change then, and this question is not wanted any more.
    if (session === null) return new Promise<never>(() => {});
    this.#csv.cancel();
    const setting = await session.setting();
    const period = parsePeriod(this.#periodText(), todayIn(setting.workspace.timeZone));
    if (period === null) throw new RangeError(`"${this.#periodText()}" is not a period.`);
    const wanted = { state: stateOf(this.state), owner: this.owner, filter: this.#filter(), period };
    const source = await sourceOf(session, wanted, signal);
    signal.throwIfAborted();
    await this.#list.begin(source);
    return setting;
  }

  #periodText(): string {
    return this.period ?? this.#reports.value?.question.period ?? '';
  }

  #filter(): LeadFilterInput {
    return this.filter ?? this.#reports.value?.question.filter ?? {};
  }
}
