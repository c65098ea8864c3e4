import type { LeadFilterInput, MetricDefinition, Period, PeriodInput, RequestOptions } from '@leadstage/sdk';
import { Task, TaskStatus } from '@lit/task';
import { html, LitElement, nothing, type PropertyDeclarations } from 'lit';
import { chartStyles } from '../chart/chart-styles.js';
import { drawnPicture } from '../chart/drawn-picture.js';
import { MarksController } from '../chart/marks-controller.js';
import type { Picture } from '../chart/picture.js';
import { reportsAround } from '../reports/context.js';
import { BehindEvent } from '../reports/events.js';
import { parsePeriod, todayIn } from '../reports/question.js';
import type { Session, Setting } from '../reports/session.js';
import { COMMON_WORDS } from '../words/common-words.js';
import { formatsFor } from '../words/formats.js';
import { filled, languageOf } from '../words/language.js';
import { type Cell, type DataTable, drawnTable } from './data-table.js';
import { definitionsDialog } from './definitions.js';
import { frameStyles } from './frame-styles.js';
import { Saving } from './saving.js';
import type { Scene } from './scene.js';
import { emptyState, failedState, loadingState } from './states.js';
import { theme } from './theme.js';
import { toolbar } from './toolbar.js';

/** What a report is asked with. */
export interface Asking {
  readonly session: Session;
  readonly setting: Setting;
  readonly period: PeriodInput;
  readonly filter: LeadFilterInput;
  /** Goes to the client as it is: it ends the request when the answer is no longer wanted, and asks for `behind` where that is open. */
  readonly options: RequestOptions & { readonly behind: boolean };
}

/** As much of an answer as the frame reads. */
export interface Framed {
  readonly period: Period;
  readonly asOf: string;
}

const NARROWEST = 200;

/**
 * The frame of every report: asks it with the period and filter of `<leadstage-reports>` around it, shows that it loads, is
 * empty or failed, and gives it its tools (definitions, table, CSV, PNG). A report says what it asks and how it is drawn; its
 * own properties are null where they are not given.
 */
export abstract class ReportElement<Answer extends Framed> extends LitElement {
  static override styles = [theme, frameStyles, chartStyles];
  /** Properties that are as they are where they are empty; others are taken as not given. */
  static mayBeEmpty: readonly string[] = ['heading'];
  static override properties: PropertyDeclarations = {
    heading: {},
    period: {},
    filter: { type: Object },
    showsTable: { type: Boolean, attribute: 'table' },
    width: { state: true },
    defined: { state: true },
  };

  /** Instead of the report's own; empty: none. */
  declare heading: string | null;
  /** Instead of that of the page, such as `last-4-quarters`. */
  declare period: string | null;
  /** Instead of that of the page. */
  declare filter: LeadFilterInput | null;
  /** Whether it begins as a table. */
  declare showsTable: boolean;
  declare private width: number;
  declare private defined: readonly MetricDefinition[] | null;

  protected readonly reports = reportsAround(this);
  protected readonly marks = new MarksController(this);
  readonly #task = new Task(this, {
    args: () => [
      this.reports.value?.session ?? null,
      this.#periodText(),
      JSON.stringify(this.#filter()),
      ...this.asked(),
    ],
    task: ([session], { signal }) => this.#ask(session as Session | null, signal),
  });
  readonly #saving = new Saving(this);
  #observer: ResizeObserver | null = null;

  constructor() {
    super();
    const { elementProperties } = this.constructor as typeof LitElement;
    for (const [name, { state }] of elementProperties) if (!state) Reflect.set(this, name, null);
    this.showsTable = false;
    this.width = 600;
    this.defined = null;
  }

  /** Of what it shows, as `metricDefinitions` names them. */
  protected abstract metrics(): readonly string[];
  protected abstract ownTitle(scene: Pick<Scene, 'language'>): string;
  /** Values of the properties that change the question; it is asked again when one does. Default all of its own. */
  protected asked(): readonly unknown[] {
    const { properties } = this.constructor as typeof LitElement;
    return Object.entries(properties).flatMap(([name, { state }]) => (state ? [] : Reflect.get(this, name)));
  }
  protected abstract ask(asking: Asking): Promise<Answer>;
  protected abstract isEmpty(answer: Answer): boolean;
  protected abstract picture(answer: Answer, scene: Scene): Picture;
  protected abstract tables(answer: Answer, scene: Scene): readonly DataTable[];
  /** What to know in reading it, besides that the period is not over. */
  protected notes(_answer: Answer, _scene: Scene): readonly string[] {
    return [];
  }

  /** Whether `picture` draws one SVG, which can be saved as PNG, and not something to read. */
  protected isDrawn(): boolean {
    return true;
  }

  /** Opens what a number counts, where it leads there. @param label the number's name, for people */
  protected showBehind({ behind, of = 'leads' }: Pick<Cell, 'behind' | 'of'>, label: string): void {
    if (behind) this.dispatchEvent(new BehindEvent(behind, of, label));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer = new ResizeObserver(([entry]) => {
      const width = Math.round(entry?.contentRect.width ?? 0);
      if (width > 0) this.width = width;
    });
    this.#observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer?.disconnect();
  }

  /** Asks again. Resolves when the answer is there or has failed. */
  async reload(): Promise<void> {
    await this.#task.run();
  }

  protected override render() {
    const language = languageOf(this.reports.value?.language ?? 'en');
    const words = COMMON_WORDS[language];
    const answer = this.#task.value as { readonly answer: Answer; readonly setting: Setting } | undefined;
    const waits = this.#task.status === TaskStatus.PENDING || this.#task.status === TaskStatus.INITIAL;
    const failed = this.#task.status === TaskStatus.ERROR;
    const title = this.heading ?? this.ownTitle({ language });
    const scene = answer && !failed ? this.#scene(answer.setting) : null;
    return html`<figure aria-label=${title || this.ownTitle({ language })} aria-busy=${waits}>
      <header>
        ${title ? html`<h3>${title}</h3>` : nothing}
        ${scene && answer ? html`<span class="period">${scene.formats.period(answer.answer.period)}</span>` : nothing}
        ${scene && answer ? this.#tools(answer.answer, scene) : nothing}
      </header>
      ${this.reports.value === undefined ? emptyState(words.noReports) : nothing}
      ${failed ? failedState(this.#task.error, words, () => void this.reload()) : nothing}
      ${scene && answer ? html`<div class=${waits ? 'waiting' : ''}>${this.#content(answer.answer, scene)}</div>` : nothing}
      ${waits && this.reports.value && !scene ? loadingState(words) : nothing}
      ${definitionsDialog(this.defined, words)}
    </figure>`;
  }

  #content(answer: Answer, scene: Scene) {
    if (this.isEmpty(answer)) return html`${emptyState(scene.words.empty)}${this.#notes(answer, scene)}`;
    const picture = this.picture(answer, scene);
    this.marks.marks = picture.marks;
    const shown = this.showsTable
      ? this.tables(answer, scene).map((table) => drawnTable(table, (cell, label) => this.showBehind(cell, label)))
      : drawnPicture(picture, this.marks);
    return html`${this.#saving.failedState(answer, scene.words)}${shown}${this.#notes(answer, scene)}`;
  }

  #notes(answer: Answer, scene: Scene) {
    const { asOf, period } = answer;
    const { timeZone } = scene.setting.workspace;
    const isOver = todayIn(timeZone, Date.parse(asOf)) >= period.end;
    const time = scene.formats.instant(asOf, timeZone);
    const notes = [...(isOver ? [] : [filled(scene.words.notOver, { time })]), ...this.notes(answer, scene)];
    return notes.map((note) => html`<p class="note">${note}</p>`);
  }

  #tools(answer: Answer, scene: Scene) {
    const filled = !this.isEmpty(answer);
    const tools = {
      define: this.metrics().length > 0 ? () => void this.#define() : null,
      turn: filled ? () => this.#turn() : null,
      saveCsv: filled ? () => this.#saveCsv(answer, scene) : null,
      savePng: filled && this.isDrawn() && !this.showsTable ? () => this.#savePng(answer) : null,
    };
    return toolbar(tools, this.showsTable, scene.words);
  }

  #turn(): void {
    this.showsTable = !this.showsTable;
  }

  #scene(setting: Setting): Scene {
    const tag = this.reports.value?.language ?? 'en';
    const language = languageOf(tag);
    const width = Math.max(NARROWEST, this.width - FRAME);
    return { setting, language, words: COMMON_WORDS[language], formats: formatsFor(tag), width };
  }

  async #define(): Promise<void> {
    this.renderRoot.querySelector('dialog')?.showModal();
    const names = this.metrics();
    const all = await this.reports.value?.session?.definitions().catch(() => []);
    this.defined = names.flatMap((name) => all?.filter((definition) => definition.name === name) ?? []);
  }

  #saveCsv(answer: Answer, scene: Scene): void {
    const name = this.#fileName(answer);
    void this.#saving.save(answer, ({ saveCsv }) => saveCsv(name, this.tables(answer, scene)));
  }

  #savePng(answer: Answer): void {
    const name = this.#fileName(answer);
    void this.#saving.save(answer, async ({ savePng }) => {
      const drawing = this.renderRoot.querySelector<SVGSVGElement>('.chart > svg');
      const legend = this.renderRoot.querySelector('.legend');
      if (drawing) await savePng(name, drawing, legend, getComputedStyle(this).backgroundColor);
    });
  }

  #fileName({ period }: Answer): string {
    return `${this.localName}-${period.start}-${period.end}`;
  }

  async #ask(session: Session | null, signal: AbortSignal) {
    // Resolves when there is one: the arguments change then, and this question is not wanted any more.
    if (session === null) return new Promise<never>(() => {});
    const setting = await session.setting();
    signal.throwIfAborted();
    const period = parsePeriod(this.#periodText(), todayIn(setting.workspace.timeZone));
    if (period === null) throw new RangeError(`"${this.#periodText()}" is not a period.`);
    const options = { signal, behind: setting.mayList };
    return { setting, answer: await this.ask({ session, setting, period, filter: this.#filter(), options }) };
  }

  #periodText(): string {
    return this.period ?? this.reports.value?.question.period ?? '';
  }

  #filter(): LeadFilterInput {
    return this.filter ?? this.reports.value?.question.filter ?? {};
  }
}

/** Its padding and border on both sides, pixels. */
const FRAME = 34;
