import type { FunnelReport, Grain, Period } from '@leadstage/sdk';
import { groupName } from '../frame/groups.js';
import type { RateLike } from '../frame/rate-lines.js';
import type { Scene } from '../frame/scene.js';
import type { FunnelStage } from '../funnel/funnel-figures.js';
import { FUNNEL_WORDS } from '../funnel/funnel-words.js';
import { begun } from '../reports/begun.js';

/** What a trend can show. `entered` counts who came into the stage in each bucket, the others follow who began in it. */
export type Measure = 'reached' | 'entered' | 'step-rate' | 'overall-rate';

export const MEASURES: Readonly<
  Record<Measure, { readonly word: 'reached' | 'entered' | 'stepRate' | 'overallRate'; readonly isRate: boolean }>
> = {
  reached: { word: 'reached', isRate: false },
  entered: { word: 'entered', isRate: false },
  'step-rate': { word: 'stepRate', isRate: true },
  'overall-rate': { word: 'overallRate', isRate: true },
};

export interface TrendAnswer {
  readonly period: Period;
  readonly asOf: string;
  readonly grain: Grain;
  /** In the order in which they were asked for, each with the report that answers it. */
  readonly measures: readonly { readonly measure: Measure; readonly report: FunnelReport }[];
  /** Null: the trend's own choice. */
  readonly stages: readonly string[] | null;
}

export interface TrendPoint {
  readonly period: Period;
  readonly stage: FunnelStage;
  readonly isOver: boolean;
}

export interface TrendLine {
  readonly name: string;
  /** Over the whole period. */
  readonly total: FunnelStage;
  /** Those that have begun. */
  readonly points: readonly TrendPoint[];
}

export interface TrendPanel {
  readonly measure: Measure;
  readonly lines: readonly TrendLine[];
}

/** Of counts the number alone, of rates what they are made of. */
export function figureOf(stage: FunnelStage, measure: Measure): { value: number | null; rate: RateLike | null } {
  const figure = stage[MEASURES[measure].word];
  return typeof figure === 'number' ? { value: figure, rate: null } : { value: figure?.value ?? null, rate: figure };
}

/** One line for each stage that was asked for, and that in each group; one panel for each measure. */
export function panelsOf(answer: TrendAnswer, scene: Scene): TrendPanel[] {
  const { workspace } = scene.setting;
  return answer.measures.map(({ measure, report }) => {
    const groups =
      report.groups.length > 0 ? report.groups : [{ keys: [], figures: report.total, series: report.series }];
    const stages = answer.stages ?? ownStages(report, measure);
    const lines = groups.flatMap(({ keys, figures, series }) =>
      stages.flatMap((key) => {
        const total = stageOf(figures.stages, key);
        if (!total) return [];
        const points = begun(series, answer.asOf, workspace).flatMap(({ period, figures, isOver }) => {
          const stage = stageOf(figures.stages, key);
          return stage ? [{ period, stage, isOver }] : [];
        });
        const name = [
          ...(keys.length > 0 ? [groupName(keys, scene)] : []),
          ...(keys.length === 0 || stages.length > 1 ? [total.stage.name] : []),
        ].join(', ');
        return [{ name, total, points }];
      }),
    );
    return { measure, lines };
  });
}

/** All of them, in groups the first; for rates without the one that has nothing before it. */
function ownStages({ total, groups }: FunnelReport, measure: Measure): string[] {
  const keys = total.stages.map(({ stage }) => stage.key).slice(MEASURES[measure].isRate ? 1 : 0);
  return groups.length > 0 ? keys.slice(0, 1) : keys;
}

export function measureName(measure: Measure, { language }: Pick<Scene, 'language'>): string {
  return FUNNEL_WORDS[language][MEASURES[measure].word];
}

/** As people read it. */
export function figureText(stage: FunnelStage, measure: Measure, { formats }: Scene): string {
  const { value } = figureOf(stage, measure);
  return MEASURES[measure].isRate ? formats.percent(value) : formats.count(value);
}

function stageOf(stages: readonly FunnelStage[], key: string): FunnelStage | undefined {
  return stages.find(({ stage }) => stage.key === key);
}
