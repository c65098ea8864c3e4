import type { CostAllocation, CostMethod, CostReport, CostScope, Grain } from '@leadstage/sdk';
import { css, html, type PropertyDeclarations } from 'lit';
import { barsStyles } from '../bars/bars-styles.js';
import { numberCells } from '../bars/number-cells.js';
import { stacked } from '../chart/drawn.js';
import { type Mark, type Picture, putInto } from '../chart/picture.js';
import { plotStyles } from '../chart/plot-styles.js';
import { listed } from '../frame/listed.js';
import { type Asking, ReportElement } from '../frame/report-element.js';
import type { Scene } from '../frame/scene.js';
import { filled } from '../words/language.js';
import { costBars } from './cost-bars.js';
import { costNotes, wordsOf, worthsOf } from './cost-figures.js';
import { costHeat, heatNotes } from './cost-heat.js';
import { costSeries, seriesLegend, seriesNotes, seriesStage } from './cost-series.js';
import { costTables } from './cost-table.js';
import { COST_WORDS } from './cost-words.js';

/** Between the numbers and what is drawn below them. */
const GAP = 10;

/** What a lead has cost at each stage, what a customer costs, and what came back. */
export class CostElement extends ReportElement<CostReport> {
  static override styles = [
    ...ReportElement.styles,
    barsStyles,
    plotStyles,
    css`
      .head {
        font-size: 11px;
      }
      .shade {
        fill: var(--_series-1);
      }
      .halo {
        stroke: var(--_background);
        stroke-width: 4;
      }
      .mark:hover .hit {
        fill: var(--_surface);
      }
    `,
  ];
  static override properties: PropertyDeclarations = {
    method: {},
    rollingDays: { type: Number, attribute: 'rolling-days' },
    lagDays: { type: Number, attribute: 'lag-days' },
    roundLagToDays: { type: Number, attribute: 'round-lag-to-days' },
    allocation: {},
    costScopes: { attribute: 'cost-scopes' },
    by: {},
    stage: {},
    grain: {},
  };

  /** `SIMPLE`, `SHIFTED`, `ROLLING` or `KERNEL`; default simple. */
  declare method: CostMethod | null;
  /** For `ROLLING`: days in a window. */
  declare rollingDays: number | null;
  /** Days to look back; default as observed. */
  declare lagDays: number | null;
  /** Rounds the observed lag to a multiple of so many days. */
  declare roundLagToDays: number | null;
  /** `UNALLOCATED` or `BY_ENTRIES`, of spend that lacks an attribute; default unallocated. */
  declare allocation: CostAllocation | null;
  /** `MARKETING`, `SALES` or `MARKETING,SALES`; default marketing. */
  declare costScopes: string | null;
  /** Attributes whose values are set beside each other, at most three, such as `source`. */
  declare by: string | null;
  /** The key of one stage; default all of them, and in a series MQL. */
  declare stage: string | null;
  /** A series, in buckets of `DAY` to `YEAR`; with `ROLLING`, default months. */
  declare grain: Grain | null;

  protected override metrics(): readonly string[] {
    const ofMethod = { SIMPLE: [], SHIFTED: ['lagDays'], ROLLING: ['lagDays'], KERNEL: ['costPerEntryInterval'] };
    const ofGroups = this.by === null ? [] : ['unallocated'];
    const own = ofMethod[this.method ?? 'SIMPLE'] ?? [];
    return ['costPerEntry', 'spend', 'entered', ...own, ...ofGroups, 'cac', 'roi', 'pipelineValue'];
  }

  protected override ownTitle({ language }: Pick<Scene, 'language'>): string {
    return COST_WORDS[language].title;
  }

  protected override ask({ session, period, filter, options }: Asking): Promise<CostReport> {
    const { method, rollingDays, lagDays, roundLagToDays, allocation, stage } = this;
    const input = {
      ...{ period, filter, method, rollingDays, lagDays, roundLagToDays, allocation },
      grain: this.#grain(),
      by: listed(this.by),
      costScopes: listed(this.costScopes) as CostScope[] | null,
      stages: stage === null ? null : [stage],
    };
    return session.client.cost(input, options);
  }

  protected override isEmpty({ total: { stages } }: CostReport): boolean {
    return stages.every(({ entered, spend }) => entered === 0 && Number(spend?.amount ?? 0) === 0);
  }

  protected override tables(answer: CostReport, scene: Scene) {
    return costTables(answer, scene, seriesStage(answer));
  }

  protected override notes(answer: CostReport, scene: Scene): readonly string[] {
    const words = wordsOf(scene);
    const method = this.method ?? 'SIMPLE';
    const days = scene.formats.count(this.rollingDays);
    const scopes = listed(this.costScopes) ?? ['MARKETING'];
    const scope = scopes.length > 1 ? words.bothScopes : words.scopes[scopes[0] as CostScope];
    const ofView = this.#isSeries(answer) ? seriesNotes(answer, scene) : this.by ? heatNotes(answer, scene) : [];
    return [
      `${filled(words.methods[method] ?? method, { days })} ${scope ?? ''}`,
      ...(this.isEmpty(answer) ? [] : ofView),
      ...costNotes(answer, scene, listed(this.by) ?? []),
    ];
  }

  protected override picture(answer: CostReport, scene: Scene): Picture {
    const marks: Mark[] = [];
    const put = putInto(marks);
    const { width, formats } = scene;
    const worths = worthsOf(answer.total, scene).map(({ title, text, mark }) => ({ label: title, value: text, mark }));
    const key = seriesStage(answer);
    const named = (start: string) => formats.bucket(start, this.#grain() ?? 'MONTH');
    const main =
      key !== null
        ? costSeries(answer, key, named, scene, put)
        : answer.groups.length > 0
          ? costHeat(answer, scene, put)
          : costBars(answer.total.stages, scene, put);
    const { height, shapes } = stacked([numberCells(worths, width, put), main], GAP);
    return {
      drawing: html`<svg viewBox="0 0 ${width} ${height}" height=${height} role="group" aria-label=${this.ownTitle(scene)}>${shapes}</svg>`,
      marks,
      legend: key === null ? undefined : seriesLegend(answer, key, scene),
    };
  }

  #isSeries(answer: CostReport): boolean {
    return seriesStage(answer) !== null;
  }

  /** Rolling cost is told for a series alone. */
  #grain(): Grain | null {
    return this.grain ?? (this.method === 'ROLLING' ? 'MONTH' : null);
  }
}
