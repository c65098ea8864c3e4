import { type Grain, InvalidInputError } from '@leadstage/sdk';
import type { PropertyDeclarations } from 'lit';
import { plotStyles } from '../chart/plot-styles.js';
import { listed } from '../frame/listed.js';
import { type Asking, ReportElement } from '../frame/report-element.js';
import type { Scene } from '../frame/scene.js';
import { SERIES } from '../frame/theme.js';
import type { BehindOf } from '../reports/events.js';
import { fittingGrain } from '../reports/question.js';
import { filled } from '../words/language.js';
import { figureOf, MEASURES, type Measure, measureName, panelsOf, type TrendAnswer } from './trend-figures.js';
import { namesIn, trendPicture } from './trend-picture.js';
import { trendTable } from './trend-table.js';
import { TREND_WORDS } from './trend-words.js';

/** How a number of the funnel has moved, by stage or by group. */
export class TrendElement extends ReportElement<TrendAnswer> {
  static override styles = [...ReportElement.styles, plotStyles];
  static override properties: PropertyDeclarations = {
    measure: {},
    stage: {},
    stages: {},
    grain: {},
    by: {},
    base: {},
    unit: {},
    conversionWindow: { attribute: 'conversion-window' },
  };

  /** `reached` (default), `entered`, `step-rate` or `overall-rate`; several, with commas, are drawn below each other. */
  declare measure: string | null;
  /** Key of a stage, such as `MQL`. */
  declare stage: string | null;
  /** Instead of it several, with commas. Default all, in groups the first. */
  declare stages: string | null;
  /** Such as `WEEK`; default one that fits the period. */
  declare grain: Grain | null;
  /** Attributes, at most three, such as `source`, with a line for each of their values. */
  declare by: string | null;
  /** Key of the stage where the funnel begins; default `LEAD`. */
  declare base: string | null;
  /** `LEAD` or `ACCOUNT`; default leads. */
  declare unit: 'LEAD' | 'ACCOUNT' | null;
  /** ISO 8601, such as `P90D`; default without end. */
  declare conversionWindow: string | null;

  protected override metrics(): readonly string[] {
    return this.#measures().map((measure) => MEASURES[measure].word);
  }

  protected override ownTitle(scene: Pick<Scene, 'language'>): string {
    const words = TREND_WORDS[scene.language];
    const [only, ...others] = this.#measures();
    return only && others.length === 0 ? filled(words.overTime, { measure: measureName(only, scene) }) : words.title;
  }

  protected override async ask({ session, period, filter, options }: Asking): Promise<TrendAnswer> {
    const { base, unit, conversionWindow } = this;
    const grain = this.grain ?? fittingGrain(period);
    const measures = this.#measures();
    const common = { period, filter, base, unit, grain, by: listed(this.by) };
    const cohort = measures.some((measure) => measure !== 'entered')
      ? await session.client.funnel({ ...common, conversionWindow }, options)
      : null;
    // Both as of the same instant, so that they agree.
    const throughput = measures.includes('entered')
      ? await session.client.funnel(
          { ...common, mode: 'THROUGHPUT', asOf: cohort?.asOf ?? null, knownAt: cohort?.knownAt ?? null },
          options,
        )
      : null;
    const main = cohort ?? throughput;
    if (!main || measures.length !== this.#named().length)
      throw unknown('measure', this.measure, Object.keys(MEASURES));
    const reports = measures.map((measure) => ({ measure, report: (measure === 'entered' && throughput) || main }));
    const stages = this.#stages(main.total.stages.map(({ stage }) => stage.key));
    return { period: main.period, asOf: main.asOf, grain, measures: reports, stages };
  }

  protected override isEmpty({ measures }: TrendAnswer): boolean {
    return measures.every(({ measure, report }) =>
      report.total.stages.every(
        (stage) => !figureOf(stage, measure).rate?.denominator && !figureOf(stage, measure).value,
      ),
    );
  }

  protected override tables(answer: TrendAnswer, scene: Scene) {
    return panelsOf(answer, scene).map((panel) => trendTable(panel, scene, this.#of()));
  }

  protected override notes(answer: TrendAnswer, scene: Scene): readonly string[] {
    const words = TREND_WORDS[scene.language];
    const names = namesIn(answer, scene).length;
    const isDashed = panelsOf(answer, scene).some(({ measure, lines }) =>
      lines.some(({ points }) =>
        points.some(({ isOver, stage }) => !isOver && figureOf(stage, measure).value !== null),
      ),
    );
    const counts = { shown: scene.formats.count(SERIES), more: scene.formats.count(names - SERIES) };
    return [...(isDashed ? [words.dashed] : []), ...(names > SERIES ? [filled(words.more, counts)] : [])];
  }

  protected override picture(answer: TrendAnswer, scene: Scene) {
    return trendPicture(answer, scene, this.ownTitle(scene), this.#of());
  }

  #of(): BehindOf {
    return this.unit === 'ACCOUNT' ? 'accounts' : 'leads';
  }

  #named(): string[] {
    return listed(this.measure) ?? ['reached'];
  }

  #measures(): Measure[] {
    return this.#named().filter((name): name is Measure => name in MEASURES);
  }

  #stages(known: readonly string[]): string[] | null {
    const text = this.stages ?? this.stage;
    if (text === null) return null;
    const keys = listed(text);
    if (keys?.some((key) => !known.includes(key))) throw unknown('stage', text, known);
    return keys;
  }
}

function unknown(what: string, text: string | null, known: readonly string[]): InvalidInputError {
  return new InvalidInputError(`UNKNOWN_${what.toUpperCase()}`, `"${text}" should be of ${known.join(', ')}.`, {
    path: [what],
  });
}
