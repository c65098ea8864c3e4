import type { LeadFilterInput } from '@leadstage/sdk';
import { Task, TaskStatus } from '@lit/task';
import { html, LitElement, nothing, type PropertyDeclarations, svg } from 'lit';
import { explained } from '../frame/explain.js';
import { theme } from '../frame/theme.js';
import { reportsAround } from '../reports/context.js';
import { QuestionEvent } from '../reports/events.js';
import { DEFAULT_PERIOD, type Question } from '../reports/question.js';
import type { Session } from '../reports/session.js';
import { attributeName } from '../words/attribute-words.js';
import { COMMON_WORDS } from '../words/common-words.js';
import { type Formats, formatsFor } from '../words/formats.js';
import { filled, type Language, languageOf } from '../words/language.js';
import { chosenValues, type Value, withChosen } from './chosen-values.js';
import { controlsStyles } from './controls-styles.js';
import { CONTROLS_WORDS, type ControlsWords } from './controls-words.js';
import { offeredValues } from './offered-values.js';
import { PanelController } from './panel-controller.js';
import { periodPanel } from './period-panel.js';
import { periodName } from './presets.js';
import { type Offered, valuesPanel } from './values-panel.js';

/** The name of the panel that is no attribute's. */
const PERIOD = '';
const NO_QUESTION: Question = { period: DEFAULT_PERIOD, filter: {} };
const icon = (path: string) => svg`<svg viewBox="0 0 12 12" aria-hidden="true"><path d=${path}></path></svg>`;
const CARET = icon('M2.5 4.5 6 8l3.5-3.5');
const CROSS = icon('m3 3 6 6m0-6-6 6');

interface View {
  readonly question: Question;
  readonly language: Language;
  readonly words: ControlsWords;
  readonly formats: Formats;
}

/**
 * Which period and which leads the reports of the page are about. It asks `<leadstage-reports>` around it for every change,
 * by a QuestionEvent.
 */
export class ControlsElement extends LitElement {
  static override styles = [theme, controlsStyles];
  static readonly mayBeEmpty = ['filterBy'];
  static override properties: PropertyDeclarations = {
    filterBy: { attribute: 'attributes' },
    sought: { state: true },
  };

  /** Attributes, such as `source,owner`; default source, leadType and region. Empty: none. */
  declare filterBy: string;
  declare private sought: string;

  readonly #reports = reportsAround(this);
  readonly #panel = new PanelController(this);
  readonly #values = new Task(this, {
    args: () => [
      this.#reports.value?.session ?? null,
      this.#panel.opened || null,
      this.#question.period,
      JSON.stringify(withChosen(this.#question.filter, this.#panel.opened ?? PERIOD, [])),
    ],
    task: async ([session, attribute, period, filter], { signal }) => {
      if (!session || !attribute) return null;
      const otherwise = JSON.parse(filter as string) as LeadFilterInput;
      const offered = await offeredValues(session as Session, attribute as string, period as string, otherwise, signal);
      return { attribute, offered };
    },
  });

  constructor() {
    super();
    this.filterBy = 'source,leadType,region';
    this.sought = '';
  }

  protected override render() {
    const tag = this.#reports.value?.language ?? 'en';
    const language = languageOf(tag);
    const words = CONTROLS_WORDS[language];
    if (this.#reports.value === undefined) return html`<p role="status">${COMMON_WORDS[language].noReports}</p>`;
    const view: View = { question: this.#question, language, words, formats: formatsFor(tag) };
    const attributes = this.#attributes();
    return html`<div class="bar" role="group" aria-label=${words.title}>
        ${this.#control(PERIOD, view)} ${attributes.map((attribute) => this.#control(attribute, view))}
      </div>
      ${this.#chips(attributes, view)}`;
  }

  #control(name: string, { question, language, words, formats }: View) {
    const isPeriod = name === PERIOD;
    const title = isPeriod ? COMMON_WORDS[language].period : attributeName(name, language);
    const chosen = isPeriod ? [] : chosenValues(question.filter, name);
    const isOpen = this.#panel.opened === name;
    const toggle = () => {
      this.sought = '';
      this.#panel.toggle(name);
    };
    const label = isPeriod
      ? html`<span class="period"><span class="visually-hidden">${title}: </span>${periodName(question.period, words, formats)}</span>`
      : html`<span>${title}</span>${chosen.length > 0 ? html`<b>${formats.count(chosen.length)}</b>` : nothing}`;
    return html`<div class="control" @keydown=${this.#panel.press} @focusout=${this.#panel.leave}>
      <button type="button" class="trigger" aria-haspopup="dialog" aria-expanded=${isOpen} @click=${toggle}>${label}${CARET}</button>
      ${
        isOpen
          ? html`<div class="popover" role="dialog" aria-label=${title} tabindex="-1">${
              isPeriod
                ? periodPanel(question.period, words, formats, (period) => this.#choosePeriod(period))
                : this.#offered(name, title, chosen)
            }</div>`
          : nothing
      }
    </div>`;
  }

  #offered(attribute: string, title: string, chosen: readonly Value[]) {
    const tag = this.#reports.value?.language ?? 'en';
    const common = COMMON_WORDS[languageOf(tag)];
    if (this.#values.status === TaskStatus.ERROR) {
      const { title: what, detail } = explained(this.#values.error, common);
      return html`<p role="alert">${what} ${detail ? html`<span lang="en">${detail}</span>` : nothing}</p>`;
    }
    const answer = this.#values.value as { attribute: string; offered: readonly Offered[] } | null | undefined;
    if (answer?.attribute !== attribute) return html`<p role="status">${common.loading}</p>`;
    const words = { ...CONTROLS_WORDS[languageOf(tag)], none: common.none, empty: common.empty };
    const view = { title, offered: answer.offered, chosen, sought: this.sought, words, formats: formatsFor(tag) };
    return valuesPanel(
      view,
      (text) => {
        this.sought = text;
      },
      (values) => this.#ask({ filter: withChosen(this.#question.filter, attribute, values) }),
    );
  }

  #chips(attributes: readonly string[], { question: { filter }, language, words }: View) {
    const all = attributes.flatMap((attribute) =>
      chosenValues(filter, attribute).map((value) => ({ attribute, value })),
    );
    if (all.length === 0) return nothing;
    const remove = (index: number) => {
      const { attribute, value } = all[index] as (typeof all)[number];
      const rest = chosenValues(filter, attribute).filter((each) => each !== value);
      this.#ask({ filter: withChosen(filter, attribute, rest) });
      void this.#refocus(Math.min(index, all.length - 2));
    };
    const clear = () => {
      const none = attributes.reduce<LeadFilterInput>((rest, attribute) => withChosen(rest, attribute, []), filter);
      this.#ask({ filter: none });
      void this.#refocus(-1);
    };
    return html`<ul class="chips">
      ${all.map(({ attribute, value }, index) => {
        const name = `${attributeName(attribute, language)}: ${value ?? COMMON_WORDS[language].none}`;
        const label = filled(words.remove, { value: name });
        return html`<li><button type="button" aria-label=${label} title=${name} @click=${() => remove(index)}><span>${name}</span>${CROSS}</button></li>`;
      })}
      <li><button type="button" class="clear" @click=${clear}>${words.clear}</button></li>
    </ul>`;
  }

  /** To the chip that has taken the place of one that is gone, or the first button where there is none. */
  async #refocus(index: number): Promise<void> {
    // The page may answer the question in a microtask of its own.
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await this.updateComplete;
    const chips = this.renderRoot.querySelectorAll<HTMLElement>('.chips button:not(.clear)');
    (chips[index] ?? this.renderRoot.querySelector<HTMLElement>('.trigger'))?.focus();
  }

  #choosePeriod(period: string): void {
    this.#ask({ period });
    this.#panel.close(true);
  }

  #ask(change: Partial<Question>): void {
    this.dispatchEvent(new QuestionEvent({ ...this.#question, ...change }));
  }

  get #question(): Question {
    return this.#reports.value?.question ?? NO_QUESTION;
  }

  #attributes(): readonly string[] {
    return (this.filterBy ?? '').split(',').flatMap((each) => each.trim() || []);
  }
}
