import type { AcceptanceFigures, AcceptanceReport } from '@leadstage/sdk';
import { partCell } from '../bars/part-cell.js';
import type { Cell, DataTable } from '../frame/data-table.js';
import type { Scene } from '../frame/scene.js';
import { groupName } from '../funnel/funnel-figures.js';
import { decisionParts } from './acceptance-figures.js';
import { ACCEPTANCE_WORDS } from './acceptance-words.js';
import { standingOf } from './goal-standing.js';

/** What became of the handoffs: all, and a row each group. */
export function decisionsTable({ total, groups, period }: AcceptanceReport, scene: Scene): DataTable {
  const words = ACCEPTANCE_WORDS[scene.language];
  const { count, percent } = scene.formats;
  const share = (value: number | null | undefined): Cell => ({ text: percent(value ?? null), value: value ?? null });
  const row = (text: string, figures: AcceptanceFigures): Cell[] => [
    { text },
    { text: count(figures.handedOver), value: figures.handedOver, behind: figures.behind, of: 'handoffs' },
    ...decisionParts(figures, scene).map(partCell),
    share(figures.acceptanceRate.value),
    share(figures.acceptanceRate.low),
    share(figures.acceptanceRate.high),
    share(figures.acceptanceRateOfDecided.value),
    share(figures.acceptanceRateOfDecided.low),
    share(figures.acceptanceRateOfDecided.high),
  ];
  const numbers = [
    ...[words.handedOver, words.accepted, words.rejected, words.recycled, words.disqualified, words.open],
    ...[words.rate, words.rateOfDecided].flatMap((rate) => [rate, `${rate} ↓`, `${rate} ↑`]),
  ];
  const attribute = groups[0]?.keys.map(({ attribute }) => attribute).join(' · ');
  return {
    caption: `${words.title}, ${scene.formats.period(period)}`,
    columns: [{ title: attribute ?? scene.words.total }, ...numbers.map((title) => ({ title, numeric: true }))],
    rows: [row(scene.words.total, total), ...groups.map(({ keys, figures }) => row(groupName(keys, scene), figures))],
  };
}

export function reasonsTable({ total, period }: AcceptanceReport, scene: Scene): DataTable {
  const words = ACCEPTANCE_WORDS[scene.language];
  return {
    caption: `${words.reasons}, ${scene.formats.period(period)}`,
    columns: [{ title: words.reasons }, { title: words.rejected, numeric: true }],
    rows: total.rejections.map(({ reason, handoffs, behind }) => [
      { text: reason ?? scene.words.none, value: reason ?? '' },
      { text: scene.formats.count(handoffs), value: handoffs, behind, of: 'handoffs' as const },
    ]),
  };
}

export function goalsTable({ goals }: AcceptanceReport, scene: Scene): DataTable {
  const words = ACCEPTANCE_WORDS[scene.language];
  const { count, percent, period } = scene.formats;
  const share = (value: number | null): Cell => ({ text: percent(value), value });
  const numbers = [words.entered, words.target, words.attainment, words.pace, words.elapsed];
  return {
    caption: words.goals,
    columns: [
      ...[words.goal, scene.words.stage, scene.words.period].map((title) => ({ title })),
      ...numbers.map((title) => ({ title, numeric: true })),
      { title: words.standing },
    ],
    rows: goals.map((goal) => {
      const standing = standingOf(goal);
      return [
        { text: goal.name },
        { text: goal.stage?.name ?? '–' },
        { text: period(goal.period) },
        { text: count(goal.entered), value: goal.entered, behind: goal.behind },
        { text: count(goal.target), value: goal.target },
        share(goal.attainment),
        share(goal.pace),
        share(goal.elapsedShare),
        { text: standing === null ? '–' : words[standing] },
      ];
    }),
  };
}
