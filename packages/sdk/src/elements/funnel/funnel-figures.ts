import type { FunnelReport } from '@leadstage/sdk';
import type { Mark } from '../chart/picture.js';
import type { DataTable } from '../frame/data-table.js';
import { rateLines } from '../frame/rate-lines.js';
import type { Scene } from '../frame/scene.js';
import { FUNNEL_WORDS } from './funnel-words.js';

export type FunnelStage = FunnelReport['total']['stages'][number];

/** Reached of a cohort, entered of a throughput. */
export function countOf({ reached, entered }: FunnelStage): number {
  return reached ?? entered ?? 0;
}

/** What a stage says for itself. */
export function stageMark(stage: FunnelStage, scene: Scene, group: string | null = null): Mark {
  const words = FUNNEL_WORDS[scene.language];
  const { formats } = scene;
  const { projected } = stage;
  return {
    label: group === null ? stage.stage.name : `${group}, ${stage.stage.name}`,
    lines: [
      `${stage.reached === null ? words.entered : words.reached}: ${formats.count(countOf(stage))}`,
      ...rateLines(words.stepRate, stage.stepRate, scene),
      ...rateLines(words.overallRate, stage.overallRate, scene),
      ...rateLines(words.periodRatio, stage.periodRatio, scene),
      ...rateLines(words.mature, stage.matureShare, scene),
      ...(projected?.value == null ? [] : [`${words.projected}: ${formats.percent(projected.value)}`]),
    ],
    behind: stage.behind,
  };
}

export function funnelTable({ total, groups, period }: FunnelReport, scene: Scene): DataTable {
  const words = FUNNEL_WORDS[scene.language];
  const { formats } = scene;
  const isCohort = total.stages.some(({ reached }) => reached !== null);
  const of = (name: string, stages: readonly FunnelStage[]) =>
    stages.map((stage) => {
      const rate = isCohort ? stage.stepRate : stage.periodRatio;
      return [
        { text: name },
        { text: stage.stage.name },
        { text: formats.count(countOf(stage)), value: countOf(stage), behind: stage.behind },
        { text: formats.percent(rate?.value ?? null), value: rate?.value ?? null },
        { text: formats.percent(stage.stepRate?.low ?? null), value: stage.stepRate?.low ?? null },
        { text: formats.percent(stage.stepRate?.high ?? null), value: stage.stepRate?.high ?? null },
        { text: formats.percent(stage.overallRate?.value ?? null), value: stage.overallRate?.value ?? null },
      ];
    });
  return {
    caption: `${words.title}, ${formats.period(period)}`,
    columns: [
      { title: scene.words.total },
      { title: scene.words.stage },
      { title: isCohort ? words.reached : words.entered, numeric: true },
      { title: isCohort ? words.stepRate : words.periodRatio, numeric: true },
      { title: `${words.stepRate} ↓`, numeric: true },
      { title: `${words.stepRate} ↑`, numeric: true },
      { title: words.overallRate, numeric: true },
    ],
    rows: [
      ...of(scene.words.total, total.stages),
      ...groups.flatMap(({ keys, figures }) => of(groupName(keys, scene), figures.stages)),
    ],
  };
}

export function groupName(keys: readonly { readonly value: string | null }[], { words }: Scene): string {
  return keys.map(({ value }) => value ?? words.none).join(' · ');
}
