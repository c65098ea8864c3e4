import type { DiagnosisReport } from '@leadstage/sdk';
import { html, nothing, type PropertyDeclarations } from 'lit';
import { type Mark, type Picture, putInto } from '../chart/picture.js';
import { listed } from '../frame/listed.js';
import { type Asking, ReportElement } from '../frame/report-element.js';
import type { Scene } from '../frame/scene.js';
import { filled } from '../words/language.js';
import { type Cards, calm, comparisonRows, findingCard, toggle } from './diagnosis-cards.js';
import { type Compared, groupOf, nameOf } from './diagnosis-figures.js';
import { diagnosisStyles } from './diagnosis-styles.js';
import { diagnosisTables } from './diagnosis-tables.js';
import type { Finding } from './diagnosis-terms.js';
import { DIAGNOSIS_WORDS } from './diagnosis-words.js';
import { reasonOf } from './reason.js';

/** From this width on a chart stands beside its text, pixels. */
const WIDE = 720;
/** So many other findings of a step are shown at once. */
const AT_ONCE = 3;

/** Which step is in trouble, since when, why, whose it is, and how sure that is. */
export class DiagnosisElement extends ReportElement<DiagnosisReport> {
  static override styles = [...ReportElement.styles, diagnosisStyles];
  static override mayBeEmpty = ['heading', 'by'];
  static override properties: PropertyDeclarations = {
    by: {},
    baselinePeriods: { type: Number, attribute: 'baseline-periods' },
    conversionWindow: { attribute: 'conversion-window' },
    turned: { state: true },
  };

  /** Attributes to look at, each on its own, at most three, such as `source,owner`; default source and lead type. Empty: none. */
  declare by: string | null;
  /** How many periods before it are compared with, 1–24; default 3. */
  declare baselinePeriods: number | null;
  /** ISO 8601, such as `P90D`; default 30 days. */
  declare conversionWindow: string | null;
  /** Which parts are not as they were at first, open or closed. */
  declare private turned: ReadonlySet<string>;

  constructor() {
    super();
    this.turned = new Set();
  }

  protected override metrics(): readonly string[] {
    return ['stepRate', 'difference', 'adjustedP', 'leadsLost', 'since', 'mixEffect', 'rateEffect'];
  }

  protected override ownTitle({ language }: Pick<Scene, 'language'>): string {
    return DIAGNOSIS_WORDS[language].title;
  }

  protected override ask({ session, period, filter, options }: Asking): Promise<DiagnosisReport> {
    const { baselinePeriods, conversionWindow } = this;
    return session.client.diagnosis(
      { period, filter, by: listed(this.by), baselinePeriods, conversionWindow },
      options,
    );
  }

  protected override isEmpty({ steps }: DiagnosisReport): boolean {
    return steps.every(({ period }) => period.denominator === 0);
  }

  protected override isDrawn(): boolean {
    return false;
  }

  protected override tables(answer: DiagnosisReport, scene: Scene) {
    return diagnosisTables(answer, scene);
  }

  protected override notes({ watchedUntil, conversionWindow, benchmarksLeftOut }: DiagnosisReport, scene: Scene) {
    const words = DIAGNOSIS_WORDS[scene.language];
    const { formats, setting } = scene;
    const time = formats.instant(watchedUntil, setting.workspace.timeZone);
    return [
      filled(words.watched, { window: formats.duration(conversionWindow), time }),
      ...benchmarksLeftOut.map(({ benchmark, reason }) => `${words.benchmark} (${benchmark.source}): ${reason}`),
    ];
  }

  protected override picture(answer: DiagnosisReport, scene: Scene): Picture {
    const { findings, improvements, steps, thin, quiet } = answer;
    const words = DIAGNOSIS_WORDS[scene.language];
    const marks: Mark[] = [];
    const put = putInto(marks);
    const cards: Cards = { scene, put, isWide: scene.width >= WIDE };
    const whole = (each: Compared) => `${nameOf(each, scene)}, ${sliceOf(each, scene)}`;
    const drawing = html`<div class=${cards.isWide ? 'wide' : ''}>
      ${
        quiet
          ? calm(answer, scene)
          : html`<ol>${findings
              .filter(({ main }) => main)
              .map((main) => findingCard(main, answer, cards, () => this.#others(main, findings, cards)))}</ol>`
      }
      ${this.#section(words.steps, steps, quiet, scene, () => comparisonRows(steps, (each) => nameOf(each, scene), cards))}
      ${this.#section(words.risen, improvements, false, scene, () => comparisonRows(improvements, whole, cards))}
      ${this.#section(words.thin, thin, false, scene, () => {
        const lines = thin.map((each) => `${nameOf(each, scene)}, ${sliceOf(each, scene)}: ${reasonOf(each, scene)}`);
        return html`<ul class="thin">${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
      })}
    </div>`;
    return { drawing, marks };
  }

  /** The findings of a step that are likely its shadow. */
  #others(main: Finding, findings: readonly Finding[], cards: Cards) {
    const { scene } = cards;
    const name = nameOf(main, scene);
    const others = findings.filter((each) => each !== main && nameOf(each, scene) === name);
    if (others.length === 0) return nothing;
    const rest = others.length - AT_ONCE;
    const isOpen = this.turned.has(name);
    const shown = isOpen ? others : others.slice(0, AT_ONCE);
    return html`<div class="also"><h5>${DIAGNOSIS_WORDS[scene.language].also}</h5>
      ${comparisonRows(shown, (each) => sliceOf(each, scene), cards)}
      ${rest > 0 ? toggle(scene.words.more, scene.formats.count(rest), isOpen, () => this.#turn(name)) : nothing}
    </div>`;
  }

  #section(title: string, all: readonly unknown[], opens: boolean, { formats }: Scene, content: () => unknown) {
    if (all.length === 0) return nothing;
    const isOpen = this.turned.has(title) !== opens;
    return html`<section class="section">
      ${toggle(title, formats.count(all.length), isOpen, () => this.#turn(title))} ${isOpen ? content() : nothing}
    </section>`;
  }

  #turn(part: string): void {
    const turned = new Set(this.turned);
    if (!turned.delete(part)) turned.add(part);
    this.turned = turned;
  }
}

function sliceOf(
  { attribute = null, value = null, benchmark }: Partial<Pick<Finding, 'attribute' | 'value' | 'benchmark'>>,
  scene: Scene,
): string {
  const group = groupOf({ attribute, value }, scene);
  return benchmark ? `${group} · ${benchmark.source}` : group;
}
