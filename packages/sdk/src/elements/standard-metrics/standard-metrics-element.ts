import { type Grain, InvalidInputError, type Period } from '@leadstage/sdk';
import { html, type PropertyDeclarations } from 'lit';
import type { Mark, Picture } from '../chart/picture.js';
import { fetchLater } from '../fetch-later.js';
import { type Asking, ReportElement } from '../frame/report-element.js';
import type { Scene } from '../frame/scene.js';
import { filled } from '../words/language.js';
import { grainFor } from './grain-for.js';
import { type MetricRow, metricMark, metricRows, metricText, packWordsOf, placeOf, wordsOf } from './metric-rows.js';
import { spark } from './spark.js';
import { answerNow, type StandardAnswer, type StandardMetric } from './standard-answer.js';
import { STANDARD_METRICS_WORDS } from './standard-metrics-words.js';
import { standardStyles } from './standard-styles.js';
import { standardTables } from './standard-tables.js';

/** The metrics that investors ask for, over the period and in each of its parts; or a pack of them as it was published. */
export class StandardMetricsElement extends ReportElement<StandardAnswer> {
  static override styles = [...ReportElement.styles, standardStyles];
  static override properties: PropertyDeclarations = {
    pack: {},
    grain: {},
    conversionWindow: { attribute: 'conversion-window' },
  };

  /** Id of a published pack, which is shown whatever the period and filter are. */
  declare pack: string | null;
  /** `DAY` to `YEAR`; default what fits the period. */
  declare grain: Grain | null;
  /** ISO 8601, such as `P90D`; default without end. */
  declare conversionWindow: string | null;

  protected override metrics(): readonly string[] {
    return METRICS;
  }

  protected override ownTitle({ language }: Pick<Scene, 'language'>): string {
    return STANDARD_METRICS_WORDS[language].title;
  }

  /** @throws InvalidInputError UNKNOWN_PACK */
  protected override async ask({ session, period, filter, options }: Asking): Promise<StandardAnswer> {
    const { pack: id, conversionWindow } = this;
    if (id === null) {
      const grain = this.grain ?? grainFor(period);
      const input = { period, filter, grain, conversionWindow };
      return answerNow(await session.client.standardMetrics(input, options), grain, filter);
    }
    // Few pages show one.
    const [pack, { answerOf }] = await Promise.all([
      session.client.metricPack({ id, again: true }, options),
      fetchLater(),
    ]);
    if (pack === null)
      throw new InvalidInputError('UNKNOWN_PACK', `There is no metric pack ${id}.`, { path: ['pack'] });
    return answerOf(pack);
  }

  protected override isDrawn(): boolean {
    return false;
  }

  /** A period in which nothing happened has numbers of its own: zeros and dashes. */
  protected override isEmpty({ total }: StandardAnswer): boolean {
    return total.metrics.length === 0;
  }

  protected override tables(answer: StandardAnswer, scene: Scene) {
    return standardTables(answer, scene);
  }

  protected override notes({ asOf, knownAt, notes, filter, published }: StandardAnswer, scene: Scene) {
    const packWords = packWordsOf(scene);
    const instant = (at: string) => scene.formats.instant(at, scene.setting.workspace.timeZone);
    return [
      ...(published ? [] : [`${packWords.asOf}: ${instant(asOf)} · ${packWords.knownAt}: ${instant(knownAt)}`]),
      ...(filter === null ? [] : [filled(wordsOf(scene).filtered, { filter })]),
      ...notes,
    ];
  }

  protected override picture(answer: StandardAnswer, scene: Scene): Picture {
    const { formats } = scene;
    const own = wordsOf(scene);
    const marks: Mark[] = [];
    const value = (row: MetricRow, metric: StandardMetric | null, period: Period | undefined) => {
      if (metric === null || period === undefined) return '';
      const mark = metricMark(row, metric, period, scene);
      const name = [mark.label, ...mark.lines].join(', ');
      return html`<span class="mark" data-mark=${marks.push(mark) - 1} role=${mark.behind ? 'button' : 'img'} aria-label=${name}
        >${metricText(metric, scene)}</span>`;
    };
    const { series, total, grain } = answer;
    const head = ({ period }: { readonly period: Period }) =>
      grain === null ? formats.period(period) : formats.bucket(period.start, grain);
    const rows = metricRows(answer, scene);
    const drawn = (row: MetricRow, index: number) => html`
      ${
        row.family === rows[index - 1]?.family
          ? ''
          : html`<tr class="family"><th scope="rowgroup" colspan=${series.length + 3}><span>${own.families[row.family]}</span></th></tr>`
      }
      <tr>
        <th scope="row">${row.label}</th>
        <td class="number whole">${value(row, row.total, total.period)}</td>
        ${series.length > 1 ? html`<td>${spark(row.buckets.map(placeOf))}</td>` : ''}
        ${row.buckets.map((metric, at) => html`<td class="number bucket">${value(row, metric, series[at]?.period)}</td>`)}
      </tr>`;
    return {
      drawing: html`${answer.published?.facts(scene)}
        <div class="scroll" tabindex="0" role="region" aria-label=${this.ownTitle(scene)}><table class="metrics">
          <thead><tr>
            <th scope="col">${own.metric}</th>
            <th scope="col" class="number">${own.whole}</th>
            ${series.length > 1 ? html`<th scope="col">${own.trend}</th>` : ''}
            ${series.map((point) => html`<th scope="col" class="number">${head(point)}</th>`)}
          </tr></thead>
          <tbody>${rows.map(drawn)}</tbody>
        </table></div>
        ${answer.published?.terms(scene)}`,
      marks,
    };
  }
}

const METRICS = [
  'entered',
  'stepRate',
  'acceptanceRate',
  'acceptanceRateOfDecided',
  'attainment',
  'timeToReach',
  'complianceRate',
  'spend',
  'costPerEntry',
  'lagDays',
  'cac',
  'roi',
];
