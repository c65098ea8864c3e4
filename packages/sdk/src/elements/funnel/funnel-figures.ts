import type { FunnelReport } from '@leadstage/sdk';
import type { Mark } from '../chart/picture.js';
import { cellsIn, numeric, withEnds } from '../frame/cells.js';
import type { Cell, DataTable } from '../frame/data-table.js';
import { groupName, groupsTitle } from '../frame/groups.js';
import { rateLines } from '../frame/rate-lines.js';
import type { Scene } from '../frame/scene.js';
import type { BehindOf } from '../reports/events.js';
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

/** Each stage of all and of each group; of what no stage has there is no column. */
export function funnelTable({ total, groups, period }: FunnelReport, scene: Scene, of: BehindOf): DataTable {
  const words = FUNNEL_WORDS[scene.language];
  const { count, share, rate } = cellsIn(scene);
  const has = (figure: 'reached' | 'matureShare' | 'projected' | 'unassigned') =>
    total.stages.some((stage) => stage[figure] !== null);
  const isCohort = has('reached');
  const row = (name: string, stage: FunnelStage): Cell[] => [
    { text: name },
    { text: stage.stage.name },
    count(countOf(stage), { behind: stage.behind, of }),
    ...(isCohort
      ? [...rate(stage.stepRate, { behind: stage.stepBehind, of }), share(stage.overallRate?.value)]
      : [share(stage.periodRatio?.value)]),
    ...(has('matureShare') ? [share(stage.matureShare?.value, { behind: stage.matureBehind, of })] : []),
    ...(has('projected') ? rate(stage.projected) : []),
    ...(has('unassigned') ? [count(stage.unassigned, { behind: stage.unassignedBehind })] : []),
  ];
  const by = groups[0]?.keys.map(({ attribute }) => attribute);
  return {
    caption: `${words.title}, ${scene.formats.period(period)}`,
    columns: [
      { title: by ? groupsTitle(by, scene) : scene.words.total },
      { title: scene.words.stage },
      ...numeric([
        isCohort ? words.reached : words.entered,
        ...(isCohort ? [...withEnds(words.stepRate), words.overallRate] : [words.periodRatio]),
        ...(has('matureShare') ? [words.mature] : []),
        ...(has('projected') ? withEnds(words.projected) : []),
        ...(has('unassigned') ? [words.unassigned] : []),
      ]),
    ],
    rows: [
      ...total.stages.map((stage) => row(scene.words.total, stage)),
      ...groups.flatMap(({ keys, figures }) => figures.stages.map((stage) => row(groupName(keys, scene), stage))),
    ],
  };
}
