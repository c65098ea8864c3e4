import type { FunnelReport } from '@leadstage/sdk';
import { scaleLinear } from 'd3-scale';
import { html, type PropertyDeclarations, svg } from 'lit';
import { drawnMark, type Picture } from '../chart/picture.js';
import { type Asking, ReportElement } from '../frame/report-element.js';
import type { Scene } from '../frame/scene.js';
import { countOf, type FunnelStage, funnelTable, stageMark } from './funnel-figures.js';
import { FUNNEL_WORDS } from './funnel-words.js';

const ROW = 58;
const BAR = 22;
const TOP = 20;
/** Room for the number at the end of a row. */
const NUMBER = 92;

/** How many leads reach each stage, and which share of those before. */
export class FunnelElement extends ReportElement<FunnelReport> {
  static override properties: PropertyDeclarations = {
    mode: {},
    unit: {},
    conversionWindow: { attribute: 'conversion-window' },
    by: {},
  };

  /** `COHORT` or `THROUGHPUT`; default cohort. */
  declare mode: 'COHORT' | 'THROUGHPUT' | null;
  /** `LEAD` or `ACCOUNT`; default leads. */
  declare unit: 'LEAD' | 'ACCOUNT' | null;
  /** ISO 8601, such as `P90D`; default without end. */
  declare conversionWindow: string | null;
  /** An attribute whose values the table breaks it down by. */
  declare by: string | null;

  constructor() {
    super();
    this.mode = null;
    this.unit = null;
    this.conversionWindow = null;
    this.by = null;
  }

  protected override metrics(): readonly string[] {
    return this.mode === 'THROUGHPUT' ? ['entered', 'periodRatio'] : ['reached', 'stepRate', 'overallRate'];
  }

  protected override ownTitle({ language }: Pick<Scene, 'language'>): string {
    return FUNNEL_WORDS[language].title;
  }

  protected override asked() {
    return [this.mode, this.unit, this.conversionWindow, this.by];
  }

  protected override ask({ session, period, filter, options }: Asking): Promise<FunnelReport> {
    const { mode, unit, conversionWindow, by } = this;
    const input = { period, filter, mode, unit, conversionWindow, by: by === null ? null : [by] };
    return session.client.funnel(input, options);
  }

  protected override isEmpty({ total }: FunnelReport): boolean {
    return total.stages.every((stage) => countOf(stage) === 0);
  }

  protected override tables(answer: FunnelReport, scene: Scene) {
    return [funnelTable(answer, scene)];
  }

  protected override picture({ total: { stages } }: FunnelReport, scene: Scene): Picture {
    const { width } = scene;
    const most = Math.max(...stages.map(countOf));
    const length = scaleLinear([0, most], [0, width]);
    const marks = stages.map((stage) => ({
      ...stageMark(stage, scene),
      of: this.unit === 'ACCOUNT' ? ('accounts' as const) : ('leads' as const),
    }));
    const row = (stage: FunnelStage, index: number) => {
      const { formats } = scene;
      const y = TOP + index * ROW;
      const rate = stage.stepRate ?? stage.periodRatio;
      const share = rate ? `${formats.percent(rate.value)}` : '';
      const shapes = svg`
        <rect class="hit" y=${y} width=${width} height=${ROW - 6}></rect>
        <rect class="track" y=${y + 22} width=${width} height=${BAR} rx="3"></rect>
        <rect class="bar series-1" y=${y + 22} width=${Math.max(length(countOf(stage)), 1)} height=${BAR} rx="3"></rect>`;
      const texts = svg`<text y=${y + 15}>${stage.stage.name}</text>
        <text class="muted" x=${width - NUMBER} y=${y + 15} text-anchor="end">${share}</text>
        <text class="strong" x=${width} y=${y + 15} text-anchor="end">${formats.count(countOf(stage))}</text>`;
      return drawnMark(index, marks[index] as (typeof marks)[number], shapes, texts);
    };
    const height = TOP + stages.length * ROW;
    const words = FUNNEL_WORDS[scene.language];
    const isCohort = stages.some(({ reached }) => reached !== null);
    return {
      drawing: html`<svg viewBox="0 0 ${width} ${height}" height=${height} role="group" aria-label=${this.ownTitle(scene)}>
        <g aria-hidden="true">
          <text class="muted" x=${width - NUMBER} y="10" text-anchor="end">${isCohort ? words.stepRate : words.periodRatio}</text>
          <text class="muted" x=${width} y="10" text-anchor="end">${isCohort ? words.reached : words.entered}</text>
        </g>
        ${stages.map(row)}</svg>`,
      marks,
    };
  }
}
